import Database
import Evaluation
import Store
import Testing

/// The queries on tasks, progress, reminders and bulk runs, on every engine at hand.
@Suite("Tasks and progress on every engine", .timeLimit(.minutes(10))) struct TaskContractTests {
  private struct Made {
    let engine: any Engine
    let task: Int64
    let person: Int64
    let filings: [FilingRecord]
  }

  private static let units = ["101001": "甲局", "101002": "甲中心", "201001": "乙局", "301001": "丙局"]
  private static let today = CivilDay(number: 20_180)  // 2025-04-02

  private func made(_ kind: EngineKind) async throws -> Made {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    let (task, person) = try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      for (code, name) in Self.units.sorted(by: { $0.key < $1.key }) {
        guard let unit = UnitCode(code) else { continue }
        try database.tell(.insertUnit(BudgetUnit(code: unit, name: name)))
      }
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a", "b"], deadline: "2025-03-31",
          phase: .draft, scope: try #require(TaskScope(["101", "201001"])), at: 1, by: person))
      for unit in try database.ask(Query<BudgetUnit>.units) {
        try database.tell(.insertFiling(task: task, unit: unit.code, at: 10))
      }
      try database.tell(.setPhase(.launched, task: task))
      return (task, person)
    }
    let filings = try await engine.read { try $0.ask(.filings(FilingFilter(task: task), limit: 9)) }
    return Made(engine: engine, task: task, person: person, filings: filings)
  }

  private func late(_ made: Made) async throws -> LateDays {
    LateDays(
      today: Self.today, deadlines: try await made.engine.read { try $0.ask(.deadlines(in: made.task)) },
      calendar: WorkingCalendar())
  }

  @Test("tasks keep their phase, scope and notice", arguments: EngineKind.atHand)
  func tasks(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      try database.tell(
        .updateTask(
          made.task, title: "自评二", year: 2025, noticeTitle: "通知", noticeNumber: "1 号", policies: ["c"],
          deadline: "2026-03-31", scope: .all))
      for name in ["旧.pdf", "新.pdf"] {
        try database.tell(
          .putNotice(
            name: name, mediaType: "application/pdf", digest: "d", content: [1, 2], of: made.task, by: made.person,
            at: 1))
      }
      try database.tell(.insertEvent(.launched, of: made.task, detail: "4 家", by: made.person, at: 5))
      try database.tell(
        .insertEvent(.extended, of: made.task, unit: "101002", reason: "理由", by: made.person, at: 6))
    }
    let (tasks, count, notice, events, withNotice) = try await made.engine.read { database in
      (
        try database.ask(Query<EvaluationTask>.tasks(limit: 5, offset: 0)), try database.first(.taskCount),
        try database.first(.notice(of: made.task)), try database.ask(.events(of: made.task, limit: 5)),
        try database.ask(.tasksWithNotice)
      )
    }
    #expect(tasks.map(\.title) == ["自评二"] && tasks.first?.scope == .all && tasks.first?.phase == .launched)
    #expect(count == 1 && notice?.name == "新.pdf" && withNotice == [made.task])
    #expect(events.map(\.kind) == [.extended, .launched] && events.map(\.unit) == ["甲中心", nil])
    #expect(try await made.engine.read { try $0.ask(.tasks(in: [.draft])) }.isEmpty)
  }

  @Test("progress is counted, filtered and sorted", arguments: EngineKind.atHand)
  func progress(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let ids = made.filings.map(\.id)
    try await made.engine.write { database in
      // 甲局 sent in time, 甲中心 late and returned, 乙局 has an extension, 丙局 is excused.
      try database.tell(.setStage(.financeReview, sender: nil, of: ids[0]))
      try database.tell(.setStanding(FilingStanding(since: 30, sentDay: CivilDay("2025-03-31")), of: ids[0]))
      try database.tell(.setStage(.drafting, sender: nil, of: ids[1]))
      try database.tell(
        .setStanding(FilingStanding(since: 20, sentDay: CivilDay("2025-04-01"), isReturned: true), of: ids[1]))
      try database.tell(.setDeadline("2025-04-30", of: ids[2]))
      try database.tell(.setWaiver(.accepted, reason: "无", of: ids[3]))
    }
    let late = try await late(made)
    #expect(late.firstLateDays.map(\.key).sorted() == ["2025-03-31", "2025-04-30"])
    let tally = try #require(
      try await made.engine.read { try $0.first(.tally(FilingFilter(task: made.task), late: late)) })
    #expect(tally.expected == 3 && tally.waived == 1 && tally.waiverDeclared == 0)
    #expect(tally.stages[.notStarted] == 1 && tally.stages[.drafting] == 1 && tally.stages[.financeReview] == 1)
    #expect(tally.returned == 1 && tally.late == 1 && tally.sent == 2 && tally.sentInTime == 1 && tally.missing == 2)
    func names(_ filter: FilingFilter, _ order: FilingOrder = FilingOrder(.unit)) async throws -> [String] {
      try await made.engine.read {
        try $0.ask(Query<FilingRecord>.filings(anyOf: [filter], by: order, limit: 9)).map(\.unit.name)
      }
    }
    #expect(try await names(FilingFilter(task: made.task, mark: .late(late))) == ["甲中心"])
    #expect(try await names(FilingFilter(task: made.task, mark: .returned)) == ["甲中心"])
    #expect(try await names(FilingFilter(task: made.task, mark: .waived)) == ["丙局"])
    #expect(try await names(FilingFilter(department: "101", text: "中心", phases: [.launched])) == ["甲中心"])
    #expect(try await names(FilingFilter(phases: [.closed])) == [])
    #expect(try await names(FilingFilter(ids: [ids[2]])) == ["乙局"])
    #expect(try await names(FilingFilter(task: made.task), FilingOrder(.since, isDescending: true)).first == "甲局")
    for column in FilingOrder.Column.allCases {
      #expect(try await names(FilingFilter(task: made.task), FilingOrder(column)).count == 4)
    }
    let (departments, sent, count) = try await made.engine.read { database in
      (
        try database.ask(.departments(in: made.task)), try database.ask(Query<String>.unitsSent(in: made.task)),
        try database.first(
          Query<Int64>.filingCount(anyOf: [FilingFilter(department: "101"), FilingFilter(department: "201")]))
      )
    }
    #expect(departments.map(\.name) == ["甲局", "乙局", "丙局"] && sent == ["甲局", "甲中心"] && count == 3)
    #expect(try await made.engine.read { try $0.first(.filingCount(anyOf: [])) } == 0)
  }

  @Test("scores sort as the numbers that they are", arguments: EngineKind.atHand)
  func scores(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await made.engine.write { database in
      for (filing, score) in zip(made.filings, ["100", "9.5", "99.44", ""]) {
        let rows = try database.tell(
          .advanceFiling(filing.id, from: 0, to: 1, chain: "x", score: score, at: 9, while: .launched, .none))
        #expect(rows == 1)
      }
    }
    func scores(_ order: FilingOrder) async throws -> [String] {
      try await made.engine.read {
        try $0.ask(Query<FilingRecord>.filings(anyOf: [FilingFilter(task: made.task)], by: order, limit: 9)).map(
          \.score)
      }
    }
    #expect(try await scores(FilingOrder(.score)) == ["", "9.5", "99.44", "100"])
    #expect(try await scores(FilingOrder(.score, isDescending: true)) == ["100", "99.44", "9.5", ""])
  }

  @Test("reminders come once, and are delivered once", arguments: EngineKind.atHand)
  func reminders(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let command = Command.insertReminders(.oneDayBefore, in: made.task, deadline: "2025-03-31", at: 100)
    #expect(try await made.engine.write { try $0.tell(command) } == 4)
    #expect(try await made.engine.write { try $0.tell(command) } == 0)
    let byHand = Command.insertReminder(
      of: made.filings[0].id, mark: "x", deadline: "2025-03-31", message: "请尽快", by: made.person, at: 101)
    _ = try await made.engine.write { try $0.tell(byHand) }
    #expect(try await made.engine.write { try $0.tell(byHand) } == 0)
    #expect(try await made.engine.write { try $0.tell(.insertDeliveries(since: 101, at: 200)) } == 1)
    #expect(try await made.engine.write { try $0.tell(.insertDeliveries(since: 0, at: 200)) } == 4)
    let due = try await made.engine.read { try $0.ask(.dueDeliveries(at: 200, limit: 2)) }
    #expect(due.count == 2 && due.first?.attempts == 0)
    let first = try #require(due.first)
    #expect(try await made.engine.write { try $0.tell(.claimDelivery(first.id, attempts: 0, next: 300)) } == 1)
    #expect(try await made.engine.write { try $0.tell(.claimDelivery(first.id, attempts: 0, next: 300)) } == 0)
    try await made.engine.write { database in
      try database.tell(.noteDelivery(first.id, outcome: "503", deliveredAt: nil))
      try database.tell(.claimDelivery(first.id, attempts: 1, next: nil))
      try database.tell(.noteDelivery(first.id, outcome: "204", deliveredAt: 301))
    }
    let kept = try await made.engine.read { try $0.ask(.deliveries(of: [first.reminder.id])) }
    #expect(kept.map(\.outcome) == ["204"] && kept.first?.attempts == 2 && kept.first?.deliveredAt == 301)
    let unit = made.filings[0].unit.code
    let open = try await made.engine.read { try $0.ask(.openReminders(of: [unit], limit: 9)) }
    #expect(open.map(\.kind) == [.byHand, .oneDayBefore] && open.map(\.name) == ["财政", nil])
    #expect(try await made.engine.read { try $0.first(.reminderCount(in: made.task)) } == 5)
    // A trial run's filings go with all of that.
    let run = try await choose(made)
    #expect(run > 0)
    try await made.engine.write { database in
      for command in Command.deleteFilings(of: made.task) { try database.tell(command) }
    }
    #expect(try await made.engine.read { try $0.first(.filingCount(FilingFilter())) } == 0)
  }

  private func choose(_ made: Made) async throws -> Int64 {
    try await made.engine.write { database in
      let run = try database.insert(
        .insertRun("token", .remind, task: made.task, by: made.person, at: 1))
      try database.tell(
        .insertItems(of: run, anyOf: [FilingFilter(department: "101"), FilingFilter(department: "201")]))
      return run
    }
  }

  @Test("a bulk run is started once and settled item by item", arguments: EngineKind.atHand)
  func bulkRuns(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let run = try await choose(made)
    #expect(try await made.engine.write { try $0.tell(.startRun(run, day: "", reason: "理由", at: 2)) } == 1)
    #expect(try await made.engine.write { try $0.tell(.startRun(run, day: "", reason: "又", at: 3)) } == 0)
    let pending = try await made.engine.read { try $0.ask(.pendingItems(of: run, limit: 9)) }
    #expect(pending.map(\.unit.name) == ["甲局", "甲中心", "乙局"])
    let item = try #require(pending.last)
    let settle = Command.settleItem(of: run, filing: item.filing, .refused, message: "不行")
    #expect(try await made.engine.write { try $0.tell(settle) } == 1)
    #expect(try await made.engine.write { try $0.tell(settle) } == 0)
    let (items, counts, kept) = try await made.engine.read { database in
      (
        try database.ask(.items(of: run, limit: 9, offset: 0)), try database.ask(.outcomes(of: run)),
        try database.first(.run("token"))
      )
    }
    #expect(items.map(\.unit.name) == ["乙局", "甲局", "甲中心"] && items.first?.message == "不行")
    #expect(Dictionary(counts, uniquingKeysWith: +) == [.pending: 2, .refused: 1])
    #expect(kept?.reason == "理由" && kept?.startedAt == 2)
    try await made.engine.write { database in
      try database.tell(.deleteUnstartedItems(before: 99))
      try database.tell(.deleteUnstartedRuns(before: 99))
    }
    #expect(try await made.engine.read { try $0.first(.run("token")) } != nil)
  }

  @Test("the calendar keeps one arrangement for a day", arguments: EngineKind.atHand)
  func calendar(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let day = try #require(CivilDay("2025-10-11"))
    try await made.engine.write { database in
      try database.tell(.putException(DayException(day, .dayOff, note: "误"), by: made.person, at: 1))
      try database.tell(.putException(DayException(day, .workingDay, note: "调休"), by: made.person, at: 2))
    }
    let (exceptions, years, calendar) = try await made.engine.read { database in
      (try database.ask(.exceptions(in: 2025)), try database.ask(.exceptionYears), try database.workingCalendar())
    }
    #expect(exceptions.map(\.note) == ["调休"] && years == [2025] && calendar.isWorkingDay(day))
    #expect(try await made.engine.write { try $0.tell(.deleteException(on: day)) } == 1)
  }

  @Test("what was filed before this step keeps when it was sent and that it came back", arguments: EngineKind.atHand)
  func before(_ kind: EngineKind) async throws {
    let engine = try await kind.open()
    let split = try #require(Schema.steps.firstIndex { $0.name == "008-task-life" })
    _ = try await Migrator(Array(Schema.steps[..<split])).migrate(engine, at: 1)
    try await engine.write { database in
      try database.tell(Command("INSERT INTO person (id, account, name, is_one_time) VALUES (1, 'a', 'b', 0)"))
      for code in ["101001", "101002"] {
        try database.tell(Command("INSERT INTO unit (code, name) VALUES (\(code), \(code))"))
      }
      for (id, isClosed) in [(1, false), (2, true)] {
        try database.tell(
          Command(
            """
            INSERT INTO task (id, title, year, notice_title, notice_number, policies, deadline, is_closed, created_at,
              created_by)
            VALUES (\(id), 't', 2024, '', '', 'a', '2025-03-31', \(isClosed), 1, 1)
            """))
      }
      for (id, code) in [(1, "101001"), (2, "101002")] {
        try database.tell(
          Command(
            """
            INSERT INTO filing (id, task_id, unit_code, stage, version, chain, is_opened, errors, unexplained, score,
              updated_at)
            VALUES (\(id), 1, \(code), 'drafting', 3, '', 0, 0, 0, '', 7)
            """))
      }
      for (version, moved, at) in [(1, "start", 100), (2, "submit", 1_735_660_800), (3, "return", 1_735_999_999)] {
        try database.tell(
          Command(
            """
            INSERT INTO history (filing_id, version, kind, person_id, at, detail, chain)
            VALUES (1, \(version), 'move', 1, \(at), \("{\"texts\":[\"\(moved)\",\"x\",\"y\",\"\"]}"), '')
            """))
      }
    }
    _ = try await Migrator(Schema.steps).migrate(engine, at: 2)
    let (filings, phases) = try await engine.read { database in
      (
        try database.ask(.filings(FilingFilter(task: 1), limit: 9)).map(\.standing),
        try database.ask(Query<EvaluationTask>.tasks).map(\.phase)
      )
    }
    #expect(phases == [.closed, .launched])
    #expect(
      filings == [
        FilingStanding(since: 1_735_999_999, sentDay: CivilDay("2025-01-01"), isReturned: true),
        FilingStanding(since: 7),
      ])
  }
}
