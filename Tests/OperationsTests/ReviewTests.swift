import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// Reviews leave what the unit handed in as it is, and nobody reviews who may not.
@Suite struct ReviewTests {
  /// A county whose head has one indicator and waits for the bureau.
  private func county(_ stage: Stage = .financeReview) async throws -> (County, Int64) {
    let county = try await County(units: ["201001": "示例县商务局", "202001": "示例县文旅局"])
    let filing = try await county.filing(of: "201001")
    _ = try await county.move(.start, filing, by: "jb201001")
    _ = try await county.edit(
      [
        .addLine(sheet: "self", under: "quantity"), .set("self/r1/name", "举办展会"), .set("self/r1/points", "20"),
        .set("self/r1/score", "20"),
      ], filing, by: "jb201001")
    _ = try await county.engine.write { try $0.tell(.setStage(stage, sender: nil, of: filing)) }
    return (county, filing)
  }

  private func mark(
    _ county: County, _ filing: Int64, _ points: String, _ opinion: String = "少办一场。", by account: String = "finance",
    expecting version: Int64? = nil
  ) async throws {
    let current = try await county.shelf.filing(filing).record.version
    let cell = try #require(CellAddress("self/r1/score"))
    try await MarkFiling(engine: county.engine, shelf: county.shelf)(
      [ReviewMark(cell: cell, points: points, opinion: opinion)], on: filing, expecting: version ?? current,
      by: try county.person(account), at: County.now)
  }
  private func marks(_ county: County, _ filing: Int64) async throws -> [ReviewMark] {
    try await county.engine.read { try $0.ask(.marks(of: filing)) }.map(\.mark)
  }

  @Test func `marks are kept beside the unit's score, in the chain of the history, and can be taken back`() async throws
  {
    let (county, filing) = try await county()
    try await mark(county, filing, "18")
    #expect(try await marks(county, filing).map(\.points) == ["18"])
    let loaded = try await county.shelf.filing(filing)
    #expect(loaded.calculation.text(at: CellAddress("self", "r1", "score")) == "20")
    try await mark(county, filing, "", "")
    #expect(try await marks(county, filing).isEmpty)
    try await mark(county, filing, "17")
    // The stage was set past the workflow: that alone differs.
    let findings = try await VerifyHistory(reader: county.engine)().findings
    #expect(findings.allSatisfy { $0.contains("阶段") })
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE review_mark SET points = '20' WHERE filing_id = \(filing)"))
    }
    #expect(try await VerifyHistory(reader: county.engine)().findings.contains { $0.contains("核查分") })
  }

  @Test func `only the bureau and the department mark, and only while it is theirs or done`() async throws {
    let (county, filing) = try await county()
    await #expect(throws: Forbidden.self) { try await mark(county, filing, "18", by: "jb201001") }
    await #expect(throws: Forbidden.self) { try await mark(county, filing, "18", by: "sh201001") }
    await #expect(throws: NotFound.self) { try await mark(county, filing, "18", by: "jb202001") }
    let (early, begun) = try await self.county(.unitReview)
    await #expect(throws: Refused.self) { try await mark(early, begun, "18") }
  }

  @Test func `a fault in one mark keeps none, and a stale page is told`() async throws {
    let (county, filing) = try await county()
    await #expect(throws: Invalid.self) { try await mark(county, filing, "21") }
    #expect(try await marks(county, filing).isEmpty)
    await #expect(throws: StaleVersion.self) { try await mark(county, filing, "18", expecting: 1) }
  }

  @Test func `remarks, appeals and calls to put right are written, answered and settled by those who may`() async throws
  {
    let (county, filing) = try await county(.done)
    let write = WriteNote(engine: county.engine, shelf: county.shelf)
    func note(_ kind: ReviewNoteKind, by account: String, place: String = "", due: String = "") async throws {
      try await write(
        .init(kind: kind, place: place, text: "请核对。", due: due), on: filing, by: try county.person(account),
        at: County.now)
    }
    await #expect(throws: Forbidden.self) { try await note(.appeal, by: "sh201001") }
    try await mark(county, filing, "18")
    try await note(.appeal, by: "sh201001", place: "self/r1/score")
    await #expect(throws: Forbidden.self) { try await note(.rectification, by: "jb201001") }
    await #expect(throws: Invalid.self) { try await note(.rectification, by: "finance", due: "很快") }
    await #expect(throws: Invalid.self) { try await note(.remark, by: "finance", place: "self/r9/score") }
    await #expect(throws: NotFound.self) { try await note(.remark, by: "jb202001") }
    let appeal = try #require(try await county.engine.read { try $0.ask(.notes(of: filing)) }.first)
    try await write.answer(appeal.id, "维持原分。", on: filing, by: try county.person("finance"), at: County.now)
    await #expect(throws: Forbidden.self) {
      try await write.settle(appeal.id, true, on: filing, by: try county.person("sh201001"), at: County.now)
    }
    func waiting(_ filters: [FilingFilter]) async throws -> [Int64] {
      try await county.engine.read { try $0.ask(Query<FilingRecord>.filings(anyOf: filters, limit: 10)) }.map(\.id)
    }
    #expect(try await waiting(WorkList.toSettle(try county.person("finance"))) == [filing])
    try await write.settle(appeal.id, true, on: filing, by: try county.person("finance"), at: County.now)
    #expect(try await waiting(WorkList.toSettle(try county.person("finance"))).isEmpty)
    #expect(try await waiting(WorkList.toPutRight(try county.person("sh201001"))).isEmpty)
    try await note(.rectification, by: "finance", due: "2025-06-30")
    #expect(try await waiting(WorkList.toPutRight(try county.person("sh201001"))) == [filing])
    #expect(try await waiting(WorkList.toPutRight(try county.person("jb202001"))).isEmpty)
    let kinds = try await county.engine.read { try $0.ask(.history(of: filing)) }.map(\.detail.kind)
    #expect(kinds.suffix(5) == [.review, .note, .note, .settled, .note])
  }

  @Test func `whoever reviewed has not edited: reviewers may still review`() async throws {
    let (county, filing) = try await county()
    try await mark(county, filing, "18")
    let editors = try await county.engine.read { try $0.ask(Query<Int64>.editors(of: filing)) }
    #expect(editors == [try county.person("jb201001").id])
  }
}
