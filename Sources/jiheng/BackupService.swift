import Logging
import Operations
import ServiceLifecycle

/// Makes the backup of each day.
struct BackupService: Service {
  /// nil where backups are not made.
  let shelf: BackupShelf?
  let logger: Logger
  let now: @Sendable () -> Int64

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await once()
        try await Task.sleep(for: .seconds(30))
      }
    }
  }

  /// What goes wrong is logged, shown on the page, and tried again in an hour.
  func once() async {
    guard let shelf, await shelf.isDue(at: now()) else { return }
    do {
      guard let file = try await shelf.make(.daily, at: now()) else { return }
      let findings = file.note?.checked.findings ?? []
      if !findings.isEmpty { logger.error("backup has findings", metadata: ["file": "\(file.name)"]) }
    } catch { logger.error("no backup", metadata: ["error": "\(error)"]) }
  }
}
