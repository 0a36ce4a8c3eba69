import Auditing
import Database
import Logging
import Operations
import ServiceLifecycle
import Store

/// Notes the reminders that are due by the calendar, and hands them and the moves of filings over to another
/// system where there is one.
struct ReminderService: Service {
  let engine: any Engine
  let logger: Logger
  /// nil where nothing is handed over.
  let webhook: Webhook?
  let now: @Sendable () -> Int64

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await once()
        try await Task.sleep(for: .seconds(20))
      }
    }
  }

  /// One round; what goes wrong is logged and tried again in the next.
  func once() async {
    do {
      let moment = now()
      try await RemindUnits(engine: engine).byCalendar(at: moment)
      _ = try await engine.write { database in
        try database.tell(.deleteUnstartedItems(before: moment - 86_400))
        try database.tell(.deleteUnstartedRuns(before: moment - 86_400))
      }
      if let webhook {
        let deliver = DeliverReminders(engine: engine, key: webhook.key) { letter in try await webhook.post(letter) }
        try await deliver(now: now)
        let tell = DeliverStages(engine: engine, key: webhook.key) { letter in try await webhook.post(letter) }
        try await tell(now: now)
      }
    } catch { logger.warning("reminders not handled", metadata: ["error": "\(error)"]) }
  }
}
