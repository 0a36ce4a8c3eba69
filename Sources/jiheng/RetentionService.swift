import Database
import Logging
import Operations
import ServiceLifecycle

/// Deletes personal data whose time is over, where the administrators set one.
struct RetentionService: Service {
  let engine: any Engine
  let logger: Logger
  let now: @Sendable () -> Int64

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          let deleted = try await ApplyRetention(engine: engine)(at: now())
          for (data, count) in deleted {
            logger.notice("deleted after its time", metadata: ["data": "\(data)", "count": "\(count)"])
          }
        } catch { logger.warning("nothing deleted after its time", metadata: ["error": "\(error)"]) }
        try await Task.sleep(for: .seconds(3_600))
      }
    }
  }
}
