import Audit
import Database
import Evaluation
import Reading
import Rules
import Store
import TestKit
import Testing

@testable import Operations

/// A new filing begins with what the unit has: last year's filing or a file.
@Suite struct TakeDraftTests {
  /// A county of two years whose head filed in 2024 and has begun 2025.
  private struct Years {
    let county: County
    let last: Int64
    let this: Int64

    init() async throws {
      county = try await County(units: ["201001": "示例县商务局", "202001": "示例县文旅局"])
      last = try await county.filing(of: "201001")
      _ = try await county.move(.start, last, by: "jb201001")
      _ = try await county.edit(
        [
          .addLine(sheet: "base", under: "specialFunds"), .set("base/r1/name", "冷链物流资金"), .set("base/r1/final", "118"),
          .set("base/operatingExpense/final", "90.76"), .set("base/economyMeasures/text", "2024年从严控制。"),
        ], last, by: "jb201001")
      let task = try await LaunchTask(engine: county.engine, policies: County.policies)(
        .init(
          title: "2025年度绩效自评", year: "2025", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
          deadline: "2026-03-31", units: []), by: try county.person("admin").id, at: County.now)
      let code = try #require(UnitCode("201001"))
      this = try #require(try await county.engine.read { try $0.first(.filing(of: code, in: task)) }).id
      _ = try await county.move(.start, this, by: "jb201001")
    }

    func read(_ source: DraftSource) async throws -> DraftTexts {
      let loaded = try await county.shelf.filing(this)
      return try await ReadDraft(engine: county.engine, shelf: county.shelf, candidates: [])(source, for: loaded)
    }

    func take(
      _ chosen: [String], of texts: DraftTexts, expecting version: Int64? = nil, by account: String = "jb201001"
    ) async throws -> EditFiling.Outcome {
      let current = try await county.shelf.filing(this).record.version
      return try await TakeDraft(engine: county.engine, shelf: county.shelf)(
        Set(chosen.compactMap { CellAddress($0) }), of: texts, corrected: [:], into: this,
        expecting: version ?? current, by: try county.person(account), at: County.now)
    }
  }

  @Test func `last year's final accounts and lines come into this year's filing as one entry of its history`()
    async throws
  {
    let years = try await Years()
    let before = try await years.county.shelf.filing(years.this).record.version
    let texts = try await years.read(.earlierFiling)
    let outcome = try await years.take(["base/r1/name", "base/r1/final", "base/operatingExpense/final"], of: texts)
    #expect(outcome.problems.isEmpty && outcome.conflicts.isEmpty)
    let stored = try await FilingShelf(reader: years.county.engine, policies: County.policies).filing(years.this)
    #expect(stored.calculation.text(at: CellAddress("base", "r1", "last")) == "118")
    #expect(stored.calculation.text(at: CellAddress("base", "operatingExpense", "last")) == "90.76")
    #expect(stored.record.version == before + 1)
    #expect(try await VerifyHistory(reader: years.county.engine)().findings.isEmpty)
  }

  @Test func `nothing is taken into a filing that has gone on since the preview`() async throws {
    let years = try await Years()
    let texts = try await years.read(.earlierFiling)
    let seen = try await years.county.shelf.filing(years.this).record.version
    _ = try await years.county.edit([.set("base/reception/last", "1")], years.this, by: "jb201001")
    await #expect(throws: StaleVersion.self) {
      try await years.take(["base/operatingExpense/final"], of: texts, expecting: seen)
    }
    let loaded = try await years.county.shelf.filing(years.this)
    #expect(loaded.calculation.text(at: CellAddress("base", "operatingExpense", "last")).isEmpty)
  }

  @Test func `only who may fill in may take`() async throws {
    let years = try await Years()
    let texts = try await years.read(.earlierFiling)
    await #expect(throws: Forbidden.self) { try await years.take(["base/r1/name"], of: texts, by: "sh201001") }
    await #expect(throws: NotFound.self) { try await years.take(["base/r1/name"], of: texts, by: "jb202001") }
    let loaded = try await years.county.shelf.filing(years.this)
    let files = DraftFiles(engine: years.county.engine)
    await #expect(throws: Forbidden.self) {
      try await files.add(
        name: "a.txt", content: Array("一、基本情况".utf8), to: loaded, by: try years.county.person("sh201001"),
        at: County.now)
    }
  }

  @Test func `a file is kept until it is removed, is found for its own filing only, and is read again`() async throws {
    let years = try await Years()
    let loaded = try await years.county.shelf.filing(years.this)
    let files = DraftFiles(engine: years.county.engine)
    let handler = try years.county.person("jb201001")
    let text = "2025年度示例县商务局部门整体支出绩效自评报告\n一、部门基本情况\n主管商贸流通。\n"
    let id = try await files.add(name: "报告.txt", content: Array(text.utf8), to: loaded, by: handler, at: County.now)
    let texts = try await years.read(.file(id))
    let outcome = try await years.take(["report/overview/text"], of: texts)
    #expect(
      outcome.after.calculation.filing.entry(at: CellAddress("report", "overview", "text"))?.text == "主管商贸流通。")
    let other = try await years.county.shelf.filing(years.last)
    let read = ReadDraft(engine: years.county.engine, shelf: years.county.shelf, candidates: [])
    await #expect(throws: NotFound.self) { try await read(.file(id), for: other) }
    try await files.remove(id, from: outcome.after, by: handler)
    await #expect(throws: NotFound.self) { try await years.read(.file(id)) }
  }

  @Test func `a file that is not what it is called, or holds nothing, is refused with a reason`() async throws {
    let years = try await Years()
    let loaded = try await years.county.shelf.filing(years.this)
    let files = DraftFiles(engine: years.county.engine)
    let handler = try years.county.person("jb201001")
    await #expect(throws: Invalid.self) {
      try await files.add(name: "a.docx", content: [1, 2, 3], to: loaded, by: handler, at: County.now)
    }
    let read = ReadDraft(engine: years.county.engine, shelf: years.county.shelf, candidates: [])
    await #expect(throws: Invalid.self) { try await read.read([0, 1, 2], named: "a.txt", for: loaded) }
  }

  @Test func `last year's filing is set beside this year's once it is done`() async throws {
    let years = try await Years()
    _ = try await years.county.edit([.set("base/operatingExpense/last", "80")], years.this, by: "jb201001")
    func codes() async throws -> Set<String> {
      Set(try await years.county.shelf.filing(years.this).audit.findings.map(\.card.id).filter { $0.hasPrefix("E") })
    }
    #expect(try await codes().isEmpty)
    _ = try await years.county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: years.last)) }
    #expect(try await codes().contains("E01"))
    // The same goes on when the filing is edited in the same program.
    let outcome = try await years.county.edit([.set("base/reception/last", "1")], years.this, by: "jb201001")
    #expect(outcome.after.audit.findings.contains { $0.card.id.hasPrefix("E") })
  }
}
