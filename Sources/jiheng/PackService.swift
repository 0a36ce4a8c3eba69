import Auditing
import Database
import Logging
import Operations
import ServiceLifecycle
import Store

/// Packs the filings that people asked for, and throws packages away after a week.
struct PackService: Service {
  let engine: any Engine
  let pack: PackFilings
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      var cleaned: Int64 = 0
      while !Task.isCancelled {
        do {
          while !Task.isCancelled, try await pack.next(at: Clock.now()) {}
          let now = Clock.now()
          if now - cleaned > 3_600 {
            _ = try await engine.write { try $0.tell(.deletePackedFiles(before: now - 7 * 86_400)) }
            cleaned = now
          }
        } catch { logger.warning("filings not packed", metadata: ["error": "\(error)"]) }
        try await Task.sleep(for: .seconds(2))
      }
    }
  }
}
