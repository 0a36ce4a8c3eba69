import Auditing
import Database
import Logging
import ServiceLifecycle
import Store

/// Throws away sessions that nobody used for a day.
struct SessionCleaner: Service {
  let engine: any Engine
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          let limit = Clock.now() - 86_400
          _ = try await engine.write { database in try database.tell(.deleteSessions(unseenSince: limit)) }
        } catch { logger.warning("sessions not cleaned", metadata: ["error": "\(error)"]) }
        try await Task.sleep(for: .seconds(3_600))
      }
    }
  }
}
