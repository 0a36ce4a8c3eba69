import Logging
import ServiceLifecycle

/// Does one thing again and again until the program ends.
struct Repeated: Service {
  private let pause: Duration
  private let rest: Int
  private let logger: Logger
  private let level: Logger.Level
  private let failure: Logger.Message
  private let once: @Sendable () async throws -> Void

  /// - Parameters:
  ///   - pause: from the end of one round to the next.
  ///   - rest: how many times as long as the round took it pauses at least.
  ///   - level: how grave it is where a round throws; the next tries again.
  ///   - failure: what is logged then.
  init(
    every pause: Duration, resting rest: Int = 0, _ logger: Logger, level: Logger.Level = .warning,
    _ failure: Logger.Message, once: @escaping @Sendable () async throws -> Void
  ) {
    self.pause = pause
    self.rest = rest
    self.logger = logger
    self.level = level
    self.failure = failure
    self.once = once
  }

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let start = ContinuousClock.now
        do { try await once() } catch  where !Task.isCancelled {
          logger.log(level: level, failure, metadata: ["error": "\(error)"])
        } catch {}
        try await Task.sleep(for: max(pause, (ContinuousClock.now - start) * rest))
      }
    }
  }
}
