import Audit
import Database
import Evaluation
import Store
import TestKit
import Testing
import Text

@testable import Operations

/// What can be searched and summed follows the filings.
@Suite struct ExtractTests {
  private func county() async throws -> (County, Int64) {
    let county = try await County(units: ["201001": "示例县商务局", "202001": "示例县文旅局"])
    let filing = try await county.filing(of: "201001")
    _ = try await county.move(.start, filing, by: "jb201001")
    _ = try await county.edit(
      [.set("report/problems/text", "展会筹备偏晚。"), .set("base/reception/final", "3.1")], filing, by: "jb201001")
    return (county, filing)
  }
  private func refresh(_ county: County) -> RefreshExtracts {
    RefreshExtracts(engine: county.engine, shelf: county.shelf)
  }
  private func found(_ query: String, _ county: County) async throws -> [FoundText] {
    let search = TextSearch(SearchWords(query))
    return try await county.engine.read { try $0.find(search, shown: 0..<20, limit: 20) }.shown
  }
  private func value(_ item: String, _ filing: Int64, _ county: County) async throws -> Int64? {
    try await county.engine.read { try $0.ask(.figures(of: filing)) }.first { $0.item == item }?.value
  }

  @Test func `a save notes that the extract is due, a round makes it`() async throws {
    let (county, filing) = try await county()
    #expect(try await found("筹备", county).isEmpty)
    #expect(try await county.engine.read { try $0.ask(.dueExtracts(limit: 9)) }.map(\.filing) == [filing])
    #expect(try await refresh(county)() == 1)
    #expect(try await refresh(county)() == 0)
    let words = SearchWords("筹备")
    let text = try #require(try await found("筹备", county).first)
    #expect(text.cell(of: words)?.description == "report/problems/text" && text.unit.name == "示例县商务局")
    #expect(try await value("base/threePublic/final", filing, county) == 3_100_000)
  }

  @Test func `a filing that cannot be read keeps no other waiting`() async throws {
    let (county, filing) = try await county()
    let other = try await county.filing(of: "202001")
    _ = try await county.move(.start, other, by: "jb202001")
    _ = try await county.edit([.set("report/problems/text", "巡演场次偏少。")], other, by: "jb202001")
    _ = try await county.engine.write { try $0.tell(.spoilSheets(of: filing)) }
    try await RefreshExtracts(
      engine: county.engine, shelf: FilingShelf(reader: county.engine, policies: County.policies)
    ).all()
    #expect(try await found("巡演场次", county).count == 1)
    #expect(try await county.engine.read { try $0.ask(.dueExtracts(limit: 9)) }.isEmpty)
  }

  @Test func `a figure in the prose is found as it reads after the cell has changed`() async throws {
    let (county, filing) = try await county()
    _ = try await county.edit(
      [.set("report/problems/text", "接待{{base/reception/final}}万元。")], filing, by: "jb201001")
    try await refresh(county).all()
    #expect(try await found("接待3.1万元", county).count == 1)
    _ = try await county.edit([.set("base/reception/final", "4.2", was: "3.1")], filing, by: "jb201001")
    try await refresh(county).all()
    #expect(try await found("接待3.1万元", county).isEmpty)
    #expect(try await found("接待4.2万元", county).count == 1)
  }

  @Test func `a save waits for no checks, and what lists count of them follows with the extract`() async throws {
    let (county, filing) = try await county()
    func counts() async throws -> [Int] {
      let record = try #require(try await county.engine.read { try $0.first(.filing(filing)) })
      return [record.errors, record.unexplained]
    }
    try await refresh(county).all()
    let before = try await counts()
    let edits: [Edit] = [.set("base/staff/posts", "20"), .set("base/staff/actual", "19"), .addProject]
    let saved = try await county.edit(edits, filing, by: "jb201001").after
    #expect(saved.madeAudit == nil)
    #expect(try await counts() == before)
    try await refresh(county).all()
    #expect(try await counts() == [saved.errors.count, saved.unexplained.count])
    #expect(try await counts() != before)
  }

  @Test func `checks that are asked after several saves say what a whole audit says`() async throws {
    let (county, filing) = try await county()
    _ = try await county.shelf.filing(filing).audit
    for text in ["1.5", "77", "2.25"] {
      _ = try await county.edit([.set("base/abroad/final", text)], filing, by: "jb201001")
    }
    let loaded = try await county.shelf.filing(filing)
    #expect(loaded.madeAudit == nil)
    let whole = Audit(of: loaded.dossier)
    #expect(loaded.audit.findings.map(\.id) == whole.findings.map(\.id) && !whole.findings.isEmpty)
  }

  @Test func `moves need no new extract, and a filing that moved since still gets its due one`() async throws {
    let (county, filing) = try await county()
    try await county.place(filing, .unitReview)
    _ = try await county.move(.return, filing, by: "sh201001", reason: "请补充。")
    #expect(try await refresh(county)() == 1)
    #expect(try await found("筹备", county).count == 1)
    try await county.place(filing, .unitReview)
    _ = try await county.move(.return, filing, by: "sh201001", reason: "请再补充。")
    #expect(try await refresh(county)() == 0)
  }

  @Test func `what was worked out too early is not kept`() async throws {
    let (county, filing) = try await county()
    let early = try await county.shelf.filing(filing)
    _ = try await county.edit([.set("report/problems/text", "改过的文字。", was: "展会筹备偏晚。")], filing, by: "jb201001")
    try await RefreshExtracts(engine: county.engine, shelf: county.shelf).write(early)
    #expect(try await found("筹备", county).isEmpty)
    try await refresh(county).all()
    #expect(try await found("改过", county).count == 1)
    #expect(try await found("筹备", county).isEmpty)
    // Nothing is due any more: an early one comes too late as well.
    try await RefreshExtracts(engine: county.engine, shelf: county.shelf).write(early)
    #expect(try await found("改过", county).count == 1)
    #expect(try await found("筹备", county).isEmpty)
  }

  @Test func `an older database gets its extracts from the schema step`() async throws {
    let engine = try SQLiteEngine.inMemory()
    let before = Array(Schema.steps.prefix(while: { $0.name != "013-extracts" }))
    _ = try await Migrator(before).migrate(engine, at: County.now)
    try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "x", name: "x", mobile: nil))
      // As it was written then: the statements of today know later columns.
      let unit = try #require(UnitCode("201001"))
      try database.tell(Command("INSERT INTO unit (code, name) VALUES (\(unit.description), '示例县商务局')"))
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
          deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: person))
      try database.tell(.insertFiling(task: task, unit: unit, at: 1))
      let ids = Query<Int64>("SELECT id FROM filing") { row in try row.integer() }
      let filing = try #require(try database.first(ids))
      try database.tell(
        .advanceFiling(filing, from: 0, to: 1, chain: "x", score: "", at: 1, while: .launched, .none))
      var sheet = Sheet(id: "report", form: "report")
      sheet.entries[CellKey("problems", "text")] = Entry("多年以前的问题。")
      try database.tell(.putSheet(sheet, position: 0, of: filing))
    }
    _ = try await Migrator(Schema.steps).migrate(engine, at: County.now)
    try await RefreshExtracts(engine: engine, shelf: FilingShelf(reader: engine, policies: County.policies)).all()
    let search = TextSearch(SearchWords("多年以前"))
    #expect(try await engine.read { try $0.find(search, shown: 0..<5, limit: 5) }.count == 1)
  }
}
