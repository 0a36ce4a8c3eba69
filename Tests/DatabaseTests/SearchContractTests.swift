import Database
import Evaluation
import Store
import Testing
import Text

/// The index of texts and the tables of figures, on every engine at hand.
@Suite("Search and sums on every engine", .timeLimit(.minutes(10))) struct SearchContractTests {
  private struct Made {
    let engine: any Engine
    let task: Int64
    let records: [FilingRecord]
  }

  private func made(_ kind: EngineKind) async throws -> Made {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    let task = try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "finance", name: "财政", mobile: nil))
      for (code, name) in [("101001", "甲局"), ("101002", "甲中心"), ("201001", "乙局")] {
        try database.tell(.insertUnit(BudgetUnit(code: try #require(UnitCode(code)), name: name)))
      }
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      for unit in try database.ask(Query<BudgetUnit>.units) {
        try database.tell(.insertFiling(task: task, unit: unit.code, at: 10))
      }
      return task
    }
    let records = try await engine.read { try $0.ask(.filings(FilingFilter(task: task), limit: 9)) }
    return Made(engine: engine, task: task, records: records)
  }

  private func text(_ text: String, _ section: String = "basic") -> ExtractedText {
    ExtractedText(
      kind: section == "r1" ? .indicator : .report, cells: [CellAddress("report", section, "text")], title: section,
      text: text)
  }

  private func put(_ texts: [ExtractedText], _ number: Int, _ made: Made) async throws {
    try await made.engine.write { try $0.putTexts(texts, of: made.records[number], year: 2024) }
  }

  private func found(
    _ query: String, _ made: Made, limit: Int = 50, _ change: (inout TextSearch) -> Void = { _ in }
  ) async throws -> [String] {
    var search = TextSearch(SearchWords(query))
    change(&search)
    return try await made.engine.read { [search] in try $0.find(search, shown: 0..<limit, limit: limit) }.shown.map {
      "\($0.unit.name) \($0.title)"
    }
  }

  @Test("words of any length are found, the latest filing first", arguments: EngineKind.atHand)
  func words(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await put([text("公务接待费下降，出国费用为零。"), text("接待培训。", "problems")], 0, made)
    try await put([text("招商接待办法"), text("举办展会 Expo", "r1")], 2, made)
    #expect(try await found("接待", made) == ["乙局 basic", "甲局 basic", "甲局 problems"])
    #expect(try await found("费", made) == ["甲局 basic"])
    #expect(try await found("公务接待费下降", made) == ["甲局 basic"])
    #expect(try await found("ＥＸＰＯ 展会", made) == ["乙局 r1"])
    #expect(try await found("接待 零", made) == ["甲局 basic"])
    // Every pair stands in the text, the word does not.
    #expect(try await found("接待费用", made).isEmpty)
    #expect(try await found("没有的词", made).isEmpty)
    #expect(try await found("'\"*()-:^ OR AND", made).isEmpty)
    #expect(try await found("接待", made, limit: 1) == ["乙局 basic"])
  }

  @Test("conditions narrow what is found", arguments: EngineKind.atHand)
  func conditions(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    for number in 0..<3 { try await put([text("共同的词"), text("共同", "r1")], number, made) }
    _ = try await made.engine.write { try $0.tell(.setStage(.done, sender: nil, of: made.records[1].id)) }
    #expect(try await found("共同", made).count == 6)
    #expect(try await found("共同", made) { $0.reach = .some(["201", "301"]) } == ["乙局 basic", "乙局 r1"])
    #expect(try await found("共同", made) { $0.reach = .some(["101002", "301"]) } == ["甲中心 basic", "甲中心 r1"])
    #expect(try await found("共同", made) { $0.reach = .some([]) }.isEmpty)
    #expect(try await found("共同", made) { $0.kind = .indicator }.count == 3)
    #expect(try await found("共同", made) { $0.stage = .done } == ["甲中心 basic", "甲中心 r1"])
    #expect(try await found("共同", made) { $0.year = 2023 }.isEmpty)
    #expect(try await found("共同", made) { ($0.year, $0.task) = (2024, made.task) }.count == 6)
    #expect(try await found("共同", made) { $0.phases = [.closed] }.isEmpty)
    #expect(try await found("共同", made) { $0.phases = [.closed, .launched] }.count == 6)
  }

  @Test("the index follows changes, removals and the end of a trial run", arguments: EngineKind.atHand)
  func changes(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await put([text("原来的文字"), text("留下的文字", "other")], 0, made)
    try await put([text("后来的文字"), text("新增的文字", "problems")], 0, made)
    #expect(try await found("原来", made).isEmpty)
    #expect(try await found("留下", made).isEmpty)
    #expect(try await found("文字", made) == ["甲局 basic", "甲局 problems"])
    try await put([text("别处的文字")], 1, made)
    try await made.engine.write { database in
      try database.forgetTexts(of: made.task)
      for command in Command.deleteFilings(of: made.task) { try database.tell(command) }
    }
    #expect(try await found("文字", made).isEmpty)
  }

  @Test("many candidates are gone through page by page", arguments: EngineKind.atHand)
  func manyCandidates(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    // Each has both pairs, the last one alone the word.
    let texts = (0..<150).map { text("甲乙，乙丙\($0)", "s\($0)") } + [text("甲乙丙", "last")]
    try await put(texts, 0, made)
    #expect(try await found("甲乙丙", made) == ["甲局 last"])
    #expect(try await found("乙丙", made, limit: 200).count == 151)
  }

  @Test("it is told where only the latest texts were looked at", arguments: EngineKind.atHand)
  func partialSearch(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    try await put((0..<150).map { text("甲乙，乙丙\($0)", "s\($0)") } + [text("甲乙丙", "last")], 0, made)
    var search = TextSearch(SearchWords("甲乙丙"))
    let whole = try await made.engine.read { [search] in try $0.find(search, shown: 0..<20, limit: 20) }
    #expect(!whole.isPartial && whole.count == 1)
    search.mostCandidates = 100
    let partial = try await made.engine.read { [search] in try $0.find(search, shown: 0..<20, limit: 20) }
    #expect(partial.isPartial && partial.count == 0)
  }

  @Test("of programs that refresh the same extract at once, one alone does", arguments: EngineKind.atHand)
  func refreshedAtOnce(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let (record, engine) = (made.records[0], made.engine)
    let texts = (0..<20).map { text("甲乙\($0)", "s\($0)") }
    for version in 3..<6 {
      try await engine.write { _ = try $0.tell(.markExtractDue(record.id, version: Int64(version))) }
      let done = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await engine.write { database in
              guard try database.tell(.takeDueExtract(of: record.id, upTo: Int64(version))) > 0 else { return false }
              try database.putTexts(texts, of: record, year: 2024)
              return true
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(done.count { $0 } == 1)
    }
    #expect(try await found("甲乙", made).count == 20)
  }

  @Test("figures and findings are replaced by their present ones", arguments: EngineKind.atHand)
  func figures(_ kind: EngineKind) async throws {
    let made = try await made(kind)
    let record = made.records[0]
    func figure(_ item: String, _ value: Int64) -> StoredFigure { StoredFigure(item: item, cell: item, value: value) }
    let many = (0..<25).map { figure("base/r\($0)/final", Int64($0)) }
    try await made.engine.write { database in
      try database.putFigures(many, of: record)
      try database.putFindings([StoredFinding(rule: "A01", severity: "error", number: 2)], of: record)
      try database.tell(.markExtractDue(record.id, version: 3))
      try database.tell(.markExtractDue(record.id, version: 4))
    }
    let present = [figure("base/r1/final", 9_000_000_000_000), figure("base/r2/final", -5)]
    try await made.engine.write { database in
      try database.putFigures(present, of: record)
      try database.putFindings([StoredFinding(rule: "A02", severity: "info", number: 1)], of: record)
    }
    let (figures, findings, due) = try await made.engine.read { database in
      (
        try database.ask(.figures(of: record.id)), try database.ask(.findings(of: record.id)),
        try database.ask(.dueExtracts(limit: 5))
      )
    }
    #expect(Set(figures) == Set(present) && findings.map(\.rule) == ["A02"])
    #expect(due.map(\.version) == [4])
  }
}
