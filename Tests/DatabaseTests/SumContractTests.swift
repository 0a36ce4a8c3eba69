import Database
import Evaluation
import Store
import Testing

/// Sums, rankings and counts, on every engine at hand.
@Suite("Sums on every engine", .timeLimit(.minutes(10))) struct SumContractTests {
  private struct Made {
    let engine: any Engine
    let tasks: [EvaluationTask]
    /// By unit code and task title.
    let records: [String: FilingRecord]

    func scope(_ titles: String..., change: (inout SumScope) -> Void = { _ in }) -> SumScope {
      var scope = SumScope(tasks: tasks.filter { titles.contains($0.title) })
      change(&scope)
      return scope
    }
  }

  private static let units = ["101001": "甲局", "101002": "甲中心", "201001": "乙局"]

  /// 甲 2023, 甲 2024 and a second task of 2024, 乙; every unit has a filing in each.
  private func made(_ kind: EngineKind) async throws -> Made {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      for (code, name) in Self.units.sorted(by: { $0.key < $1.key }) {
        try database.tell(.insertUnit(BudgetUnit(code: try #require(UnitCode(code)), name: name)))
      }
      for (title, year) in [("2023", 2023), ("2024", 2024), ("补报", 2024)] {
        let task = try database.insert(
          .insertTask(
            title: title, year: year, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
            phase: .launched, scope: .all, at: 1, by: person))
        for unit in try database.ask(Query<BudgetUnit>.units) {
          try database.tell(.insertFiling(task: task, unit: unit.code, at: 10))
        }
      }
    }
    let (tasks, filings) = try await engine.read { database in
      (
        try database.ask(Query<EvaluationTask>.tasks),
        try database.ask(Query<FilingRecord>.filings(FilingFilter(), limit: 99))
      )
    }
    let titles = Dictionary(tasks.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return Made(
      engine: engine, tasks: tasks,
      records: Dictionary(
        filings.map { ("\($0.unit.code) \(titles[$0.task] ?? "")", $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Budget, execution and total of a filing.
  private func fill(
    _ made: Made, _ name: String, initial: Int64?, budget: Int64?, executed: Int64?, score: Int64? = nil
  ) async throws {
    let record = try #require(made.records[name])
    let values = [
      (Execution.initialItem, initial), (Execution.budgetItem, budget), (Execution.executedItem, executed),
    ]
    let figures = values.compactMap { item, value in value.map { StoredFigure(item: item, cell: item, value: $0) } }
    try await made.engine.write { database in
      try database.putFigures(figures, of: record)
      try database.tell(
        .putExtract(of: record, grade: score == nil ? "" : "优秀", score: score, Execution(figures)))
    }
  }

  private func county(_ kind: EngineKind) async throws -> Made {
    let made = try await made(kind)
    try await fill(made, "101001 2024", initial: 100, budget: 200, executed: 150, score: 91_000_000)
    try await fill(made, "101002 2024", initial: 50, budget: nil, executed: 50)
    try await fill(made, "201001 2024", initial: 10, budget: 40, executed: 10, score: 95_000_000)
    try await fill(made, "101001 2023", initial: 7, budget: 7, executed: 7)
    return made
  }

  private func sums(_ made: Made, _ scope: SumScope, by grouping: SumGrouping = .none) async throws -> [String] {
    try await made.engine.read { try $0.ask(.sums(of: [Execution.executedItem], in: scope, by: grouping)) }.map {
      "\($0.group)=\($0.sum)/\($0.count)"
    }
  }

  @Test("figures are summed by task, department and unit", arguments: EngineKind.atHand)
  func groups(_ kind: EngineKind) async throws {
    let made = try await county(kind)
    #expect(try await sums(made, made.scope("2024")) == ["=210/3"])
    #expect(try await sums(made, made.scope("2023", "2024")) == ["=7/1", "=210/3"])
    #expect(try await sums(made, made.scope("2024"), by: .department) == ["101=200/2", "201=10/1"])
    #expect(
      try await sums(made, made.scope("2024") { $0.department = "101" }, by: .unit) == ["101001=150/1", "101002=50/1"])
    #expect(try await sums(made, made.scope("补报")).isEmpty)
    #expect(try await sums(made, made.scope()).isEmpty)
  }

  @Test("filings are listed by the year of their task", arguments: EngineKind.atHand)
  func years(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    #expect(try await made.engine.read { try $0.first(.filingCount(FilingFilter(year: 2024))) } == 6)
    #expect(try await made.engine.read { try $0.first(.filingCount(FilingFilter(year: 2022))) } == 0)
  }

  @Test("the scope leaves out what does not count", arguments: EngineKind.atHand)
  func scopes(_ kind: EngineKind) async throws {
    let made = try await county(kind)
    #expect(try await sums(made, made.scope("2024") { $0.units = .lead }) == ["=160/2"])
    #expect(try await sums(made, made.scope("2024") { $0.units = .subordinate }) == ["=50/1"])
    #expect(try await sums(made, made.scope("2024") { $0.unit = UnitCode("201001") }) == ["=10/1"])
    let (lead, excused) = (try #require(made.records["101001 2024"]), try #require(made.records["201001 2024"]))
    try await made.engine.write { database in
      try database.tell(.setStage(.done, sender: nil, of: lead.id))
      try database.tell(.setWaiver(.accepted, reason: "", of: excused.id))
    }
    #expect(try await sums(made, made.scope("2024")) == ["=200/2"])
    #expect(try await sums(made, made.scope("2024") { $0.hasExcused = false }) == ["=210/3"])
    #expect(try await sums(made, made.scope("2024") { $0.isDoneOnly = true }) == ["=150/1"])
    #expect(try await made.engine.read { try $0.first(.excusedFilings) } == 1)
  }

  @Test("of two filings of one unit and year the later counts", arguments: EngineKind.atHand)
  func doubleYears(_ kind: EngineKind) async throws {
    let made = try await county(kind)
    try await fill(made, "101001 补报", initial: 100, budget: 200, executed: 180)
    #expect(try await sums(made, made.scope("2024", "补报")) == ["=60/2", "=180/1"])
    #expect(try await sums(made, made.scope("2023", "2024", "补报")) == ["=7/1", "=60/2", "=180/1"])
  }

  @Test("execution is measured by the adjusted budget, or the initial one", arguments: EngineKind.atHand)
  func execution(_ kind: EngineKind) async throws {
    let made = try await county(kind)
    let scope = made.scope("2024")
    let (sum, lowest, highest) = try await made.engine.read { database in
      (
        try database.first(.execution(in: scope)),
        try database.ask(.executions(in: scope, highestFirst: false, limit: 2)),
        try database.ask(.executions(in: scope, highestFirst: true, limit: 1))
      )
    }
    #expect(sum?.initial == 160 && sum?.budget == 240 && sum?.executed == 210 && sum?.base == 290 && sum?.filings == 3)
    #expect(lowest.map(\.unit.name) == ["乙局", "甲局"] && highest.map(\.unit.name) == ["甲中心"])
    let parts = try await made.engine.read { try $0.ask(.execution(in: scope, by: .department)) }
    #expect(parts.map(\.group) == ["101", "201"] && parts.map(\.base) == [250, 40])
  }

  @Test("counts tell their filings, those without a total last", arguments: EngineKind.atHand)
  func counts(_ kind: EngineKind) async throws {
    let made = try await county(kind)
    let scope = made.scope("2024")
    let (first, second) = (try #require(made.records["101001 2024"]), try #require(made.records["201001 2024"]))
    try await made.engine.write { database in
      let finding = { StoredFinding(rule: $0, severity: "warning", number: $1) }
      try database.putFindings([finding("A01", 2), finding("B01", 1)], of: first)
      try database.putFindings([finding("A01", 3)], of: second)
    }
    let (grades, best, rules, found, figures) = try await made.engine.read { database in
      (
        try database.ask(.grades(in: scope)),
        try database.ask(.filings(graded: "优秀", in: scope, limit: 5, offset: 0)),
        try database.ask(.rules(in: scope, limit: 1)),
        try database.ask(.filings(foundBy: "A01", "warning", in: scope, limit: 5, offset: 0)),
        try database.ask(.figures(of: Execution.executedItem, in: scope, limit: 2, offset: 1))
      )
    }
    #expect(grades == [GradeCount(grade: "优秀", filings: 2), GradeCount(grade: "", filings: 1)])
    #expect(best.map(\.unit.name) == ["乙局", "甲局"])
    #expect(rules == [RuleCount(rule: "A01", severity: "warning", filings: 2, findings: 5)])
    #expect(found.map(\.value) == [3, 2])
    #expect(figures.map(\.value) == [50, 10] && figures.first?.cell.description == "self/total/executed")
  }
}
