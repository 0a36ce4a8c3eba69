import Database
import Evaluation
import Figures
import Store
import Testing

/// The queries on samples, marks and results, on every engine at hand.
@Suite("Samples, marks and results on every engine", .timeLimit(.minutes(10))) struct MarksContractTests {
  private struct Made {
    let engine: any Engine
    let task: Int64
    let person: Int64
    /// By unit code.
    let filings: [String: Int64]
  }

  private static let units = ["101001": "甲局", "101002": "甲中心", "201001": "乙局", "301001": "丙局"]

  /// Filings that wait for the bureau, but for that of 丙局.
  private func made(_ kind: EngineKind) async throws -> Made {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    return try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      try database.tell(.insertPost(Post(.finance, at: nil), of: person))
      for (code, name) in Self.units.sorted(by: { $0.key < $1.key }) {
        guard let unit = UnitCode(code) else { continue }
        try database.tell(.insertUnit(BudgetUnit(code: unit, name: name)))
      }
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      var filings: [String: Int64] = [:]
      for unit in try database.ask(Query<BudgetUnit>.units) {
        let code = unit.code.description
        filings[code] = try database.insert(.insertFiling(task: task, unit: unit.code, at: 10))
        if code != "301001" {
          try database.tell(.setStage(.financeReview, sender: nil, of: filings[code] ?? 0))
        }
      }
      return Made(engine: engine, task: task, person: person, filings: filings)
    }
  }

  /// A sample of all three, of which one is chosen in each department.
  private func sample(_ made: Made) async throws -> Int64 {
    let candidates = made.filings.filter { $0.key != "301001" }.compactMap { code, id in
      UnitCode(code).map { SampleCandidate(filing: id, unit: $0) }
    }
    let draw = SampleDraw(candidates, ratio: 15, seed: SampleSeed(7)) { String($0.suffix(6).reversed()) }
    return try await made.engine.write { database in
      let id = try database.insert(
        .insertDraw(
          of: made.task, seed: "0000000000000007", ratio: "15", candidates: 3, chosen: 2, leftOut: "未填报 1 份",
          by: made.person, at: 20))
      try database.tell(.insertSampleItems(draw.places.map { ($0, .financeReview) }, of: id))
      for candidate in draw.chosen { try database.tell(.markSampled(candidate.filing)) }
      return id
    }
  }

  @Test("samples keep their candidates, their work and its state", arguments: EngineKind.atHand)
  func samples(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let id = try await sample(made)
    let filing = try #require(made.filings["101001"])
    let candidates = try await made.engine.read { try $0.ask(.candidates(of: id, limit: 10, offset: 0)) }
    // Turned round: 101001 → 100101, 101002 → 200101.
    #expect(candidates.map(\.unit.code.description) == ["101001", "101002", "201001"])
    #expect(candidates.map(\.rank) == [1, 2, 1] && candidates.map(\.isChosen) == [true, false, true])
    #expect(candidates.map(\.count) == [2, 2, 1] && candidates.allSatisfy { $0.stage == .financeReview })
    #expect(try await made.engine.read { try $0.first(.filing(filing)) }?.standing.isSampled == true)
    var work = SampleWork()
    work.reviewer = made.person
    work.due = "2025-04-01"
    let assigned = work
    _ = try await made.engine.write {
      try $0.tell(.setSampleWork(assigned, of: filing, in: id, by: made.person, at: 30))
    }
    let found = try await made.engine.read { database in
      (
        assigned: try database.ask(.sampled(of: id, in: .assigned, limit: 9, offset: 0)),
        drawn: try database.first(.sampledCount(of: id, in: .drawn)),
        tally: try database.first(.sampleTally(of: id, today: "2025-04-02")),
        own: try database.ask(.samples(of: filing)), draws: try database.ask(.draws(of: made.task, limit: 9)),
        bureau: try database.ask(Query<(Int64, String)>.bureau(on: CivilDay(number: 20_000)))
      )
    }
    #expect(found.assigned.map(\.filing) == [filing] && found.assigned.first?.reviewerName == "财政")
    #expect(found.drawn == 1 && found.tally?.overdue == 1 && found.tally?.states[.finished] == 0)
    #expect(found.own.map(\.work) == [assigned])
    #expect(found.draws.map(\.name) == ["财政"] && found.draws.first?.leftOut == "未填报 1 份")
    #expect(found.bureau.map(\.1) == ["财政"])
  }

  @Test("marks and their release are kept and taken back", arguments: EngineKind.atHand)
  func marks(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let filing = try #require(made.filings["101001"])
    try await made.engine.write { database in
      for points in ["8", "8.5"] {
        try database.tell(
          .putWorkMark(
            WorkMark(row: "late", points: points, computed: "9", reason: "理由"), filing: filing, by: made.person, at: 5))
      }
      for (total, isReleased) in [(nil, false), (9_850, true)] as [(Int64?, Bool)] {
        try database.tell(
          .putWorkAssessment(
            .init(total: total, isReleased: isReleased), filing: filing, by: made.person, at: 5))
      }
    }
    #expect(try await made.engine.read { try $0.ask(.workMarks(of: filing)) }.map(\.mark.points) == ["8.5"])
    let record = try await made.engine.read { try $0.first(.workAssessment(of: filing)) }
    #expect(record == WorkAssessmentRecord(total: 9_850, isReleased: true))
    let blank = WorkMark(row: "late", points: "", computed: "", reason: "")
    _ = try await made.engine.write { try $0.tell(.putWorkMark(blank, filing: filing, by: made.person, at: 6)) }
    #expect(try await made.engine.read { try $0.ask(.workMarks(of: filing)) }.isEmpty)
  }

  @Test("results are ranked, filtered and counted, what has no value last", arguments: EngineKind.atHand)
  func results(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let (first, second) = (try #require(made.filings["101001"]), try #require(made.filings["101002"]))
    try await made.engine.write { database in
      var result = FilingResult()
      (result.own, result.ownGrade) = (96_000_000, "优")
      try database.tell(.putResult(result, of: first))
      (result.own, result.ownGrade, result.reviewed, result.reviewedGrade) = (97_500_000, "优", 79_000_000, "中")
      try database.tell(.putResult(result, of: second))
      let flag = RedFlag(.scoreGap, "相差", at: [CellAddress("self", "r1", "score"), CellAddress("self", "r2", "score")])
      try database.tell(.putFlag(flag, of: second, other: first))
      try database.tell(.countFlags(of: second))
      try database.tell(
        .putWorkAssessment(.init(total: 9_000, isReleased: false), filing: first, by: made.person, at: 5))
    }
    func rows(
      _ column: ResultOrder.Column, down: Bool = true, _ change: (inout ResultFilter) -> Void = { _ in }
    ) async throws -> [ResultRow] {
      var filter = ResultFilter(task: made.task)
      change(&filter)
      let wanted = filter
      return try await made.engine.read {
        try $0.ask(.results(wanted, by: ResultOrder(column, isDescending: down), limit: 9, offset: 0))
      }
    }
    #expect(try await rows(.own).map(\.unit.name) == ["甲中心", "甲局", "乙局"])
    #expect(try await rows(.own, down: false).map(\.unit.name) == ["甲局", "甲中心", "乙局"])
    #expect(try await rows(.reviewed).map(\.rank) == [1, 2, 3])
    #expect(try await rows(.reviewed).map(\.unit.name) == ["甲局", "甲中心", "乙局"])
    #expect(try await rows(.assessed).map(\.assessed) == [9_000, nil, nil])
    #expect(try await rows(.unit, down: false).map(\.unit.name) == ["甲局", "甲中心", "乙局"])
    #expect(try await rows(.flags).first?.flags == 1)
    #expect(try await rows(.own) { $0.kind = .lead }.map(\.unit.name) == ["甲局", "乙局"])
    #expect(try await rows(.own) { $0.grade = "中" }.map(\.unit.name) == ["甲中心"])
    #expect(try await rows(.own) { $0.flag = .scoreGap }.map(\.unit.name) == ["甲中心"])
    #expect(try await rows(.own) { $0.text = "乙" }.map(\.unit.name) == ["乙局"])
    let found = try await made.engine.read { database in
      let all = ResultFilter(task: made.task)
      return (
        count: try database.first(.resultCount(all)),
        grades: try database.ask(Query<(String, Int64)>.gradeCounts(all)),
        flags: try database.ask(Query<(String, Int64)>.flagCounts(all)),
        stored: try database.ask(.flags(of: [first, second])),
        about: try database.ask(Query<Int64>.flagged(about: first)),
        pending: try database.ask(.pendingResults(of: made.task, limit: 9))
      )
    }
    #expect(found.count == 3 && found.pending == [made.filings["201001"]])
    #expect(Dictionary(uniqueKeysWithValues: found.grades) == ["优": 1, "中": 1, "": 1])
    #expect(found.flags.map(\.0) == ["scoreGap"] && found.flags.map(\.1) == [1])
    #expect(found.stored.first?.flag.cells.count == 2 && found.stored.first?.other == first && found.about == [second])
    try await made.engine.write { database in
      try database.tell(.outdateResult(of: first))
      try database.tell(.deleteFlags(about: first))
      try database.tell(.countFlags(of: second))
    }
    #expect(try await made.engine.read { try $0.first(.pendingResultCount(of: made.task)) } == 2)
    #expect(try await rows(.flags).map(\.flags) == [0, 0, 0])
  }

  @Test("stretches find who shares most, besides what many share", arguments: EngineKind.atHand)
  func stretches(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let ids = ["101001", "101002", "201001"].compactMap { made.filings[$0] }
    try await made.engine.write { database in
      for (id, digests) in zip(ids, [[1, 2, 3, -4, 9], [1, 2, 3, 8, 9], [3, 7, 9]] as [[Int64]]) {
        try database.tell(.insertStretches(digests, of: id, in: made.task))
      }
    }
    func sharers(_ common: Int) async throws -> [SharedText] {
      try await made.engine.read { try $0.ask(.sharers(of: ids[0], in: made.task, commonFrom: common, limit: 5)) }
    }
    #expect(try await sharers(9).map(\.count) == [4, 2])
    // 3 and 9 stand in all three.
    #expect(try await sharers(3).map(\.count) == [2])
    _ = try await made.engine.write { try $0.tell(.deleteStretches(of: ids[1])) }
    #expect(try await sharers(9).map(\.filing) == [ids[2]])
  }

  @Test("a trial run takes all of it along", arguments: EngineKind.atHand)
  func trials(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    _ = try await sample(made)
    let (first, second) = (try #require(made.filings["101001"]), try #require(made.filings["101002"]))
    try await made.engine.write { database in
      try database.tell(.putResult(FilingResult(), of: first))
      try database.tell(.putFlag(RedFlag(.copiedText, "雷同", at: []), of: first, other: second))
      try database.tell(.insertStretches([1], of: first, in: made.task))
      try database.tell(
        .putWorkAssessment(.init(total: nil, isReleased: false), filing: first, by: made.person, at: 5))
      for command in Command.deleteFilings(of: made.task) { try database.tell(command) }
    }
    #expect(try await made.engine.read { try $0.first(.drawCount(of: made.task)) } == 0)
    #expect(try await made.engine.read { try $0.first(Query<Int64>.filingCount(FilingFilter(task: made.task))) } == 0)
  }
}
