import Database
import Logging
import Operations
import Program
import ServiceLifecycle
import Store

/// What the program does of itself while it serves.
struct Chores {
  let engine: any Engine
  let shelf: FilingShelf
  let packing: PackFilings
  /// nil where nothing is handed over.
  let webhook: Webhook?
  /// nil where backups are not made.
  let backups: BackupShelf?
  let logger: Logger

  var services: [any Service] {
    [clearing, retention, extracts, calendar, packs] + (webhook.map { deliveries(to: $0) } ?? [])
      + (backups.map { [daily($0)] } ?? [])
  }

  /// Throws away what nobody comes back to: sessions that were not used for a day, browsers for a year, answers to other systems and bulk runs
  /// never confirmed that are a day old, packages after a week.
  private var clearing: Repeated {
    Repeated(every: .seconds(3_600), logger, "nothing cleared") { [engine] in
      let now = MachineClock.now()
      let yesterday = now - 86_400
      _ = try await engine.write { database in
        try database.tell(.deleteSessions(unseenSince: yesterday))
        try database.tell(.deleteKnownBrowsers(unseenSince: now - SignIn.browserSeconds))
        try database.tell(.dropAnswers(before: yesterday))
        try database.tell(.deleteUnstartedItems(before: yesterday))
        try database.tell(.deleteUnstartedRuns(before: yesterday))
        try database.tell(.deletePackedFiles(before: now - 7 * 86_400))
      }
    }
  }

  /// Deletes personal data whose time is over, where the administrators set one.
  private var retention: Repeated {
    Repeated(every: .seconds(3_600), logger, "nothing deleted after its time") { [engine, logger] in
      for (data, count) in try await ApplyRetention(engine: engine)(at: MachineClock.now()) {
        logger.notice("deleted after its time", metadata: ["data": "\(data)", "count": "\(count)"])
      }
    }
  }

  /// Keeps search and statistics up to date, a moment behind the saves: these wait for nothing but their own write. With
  /// at most a tenth of one core, however much is due.
  private var extracts: Repeated {
    Repeated(every: .milliseconds(300), resting: 9, logger, "extracts not refreshed") { [engine, shelf] in
      try await RefreshExtracts(engine: engine, shelf: shelf)()
    }
  }

  /// Notes the reminders that are due by the calendar.
  private var calendar: Repeated {
    Repeated(every: .seconds(20), logger, "reminders not noted") { [engine] in
      try await RemindUnits(engine: engine).byCalendar(at: MachineClock.now())
    }
  }

  /// Apart from what is noted here, and from each other: a system that does not answer holds nothing up.
  private func deliveries(to webhook: Webhook) -> [Repeated] {
    let deliver = Deliver(engine: engine, key: webhook.key) { letter in try await webhook.post(letter) }
    return [
      Repeated(every: .seconds(20), logger, "reminders not handed over") {
        try await deliver.reminders(now: MachineClock.now)
      },
      Repeated(every: .seconds(20), logger, "moves not handed over") {
        try await deliver.stages(now: MachineClock.now)
      },
    ]
  }

  /// Packs the filings that people asked for.
  private var packs: Repeated {
    Repeated(every: .seconds(2), logger, "filings not packed") { [packing] in
      while !Task.isCancelled, try await packing.next(at: MachineClock.now()) {}
    }
  }

  /// Makes the backup of each day. What goes wrong is shown on the page too, and tried again in an hour.
  private func daily(_ backups: BackupShelf) -> Repeated {
    Repeated(every: .seconds(30), logger, level: .error, "no backup") { [logger] in
      guard await backups.isDue(at: MachineClock.now()),
        let file = try await backups.make(.daily, at: MachineClock.now())
      else { return }
      let findings = file.note?.checked.findings ?? []
      if !findings.isEmpty { logger.error("backup has findings", metadata: ["file": "\(file.name)"]) }
    }
  }
}
