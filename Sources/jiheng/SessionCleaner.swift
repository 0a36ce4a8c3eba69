import Auditing
import Database
import Logging
import ServiceLifecycle
import Store

/// Throws away sessions that nobody used for a day, and answers to other systems that are a day old.
struct SessionCleaner: Service {
  let engine: any Engine
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          let limit = Clock.now() - 86_400
          _ = try await engine.write { database in
            try database.tell(.deleteSessions(unseenSince: limit))
            try database.tell(.dropAnswers(before: limit))
          }
        } catch { logger.warning("sessions not cleaned", metadata: ["error": "\(error)"]) }
        try await Task.sleep(for: .seconds(3_600))
      }
    }
  }
}
