import Database
import Logging
import Operations
import ServiceLifecycle

/// Keeps search and statistics up to date, a moment behind the saves: these wait for nothing but their own write.
struct ExtractService: Service {
  let engine: any Engine
  let shelf: FilingShelf
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let start = ContinuousClock.now
        await once()
        // At most a tenth of one core, however much is due.
        try await Task.sleep(for: max(.milliseconds(300), (ContinuousClock.now - start) * 9))
      }
    }
  }

  /// One round; what goes wrong is logged and tried again in the next.
  func once() async {
    do {
      try await RefreshExtracts(engine: engine, shelf: shelf)()
    } catch { logger.warning("extracts not refreshed", metadata: ["error": "\(error)"]) }
  }
}
