import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// Units are renamed, merged and closed; what they filed stays what it was.
@Suite("The life of a unit") struct UnitLifeTests {
  private static let decision = UnitDecision(day: "2025-01-10", reason: "机构改革", document: "示例县编〔2025〕1号")
  /// A day in 2026.
  private static let later = County.now + 365 * 86_400

  private let county: County
  private let rename: RenameUnit
  private let close: CloseUnit

  init() async throws {
    county = try await County(units: ["201001": "示例县商务局", "201002": "示例县投资促进中心", "202001": "示例县文旅局"])
    rename = RenameUnit(engine: county.engine)
    close = CloseUnit(engine: county.engine)
  }

  private func code(_ text: String) throws -> UnitCode { try #require(UnitCode(text)) }
  private var admin: Person { get throws { try county.person("admin") } }

  private func launch(year: Int, units: [String] = []) async throws -> Int64 {
    try await LaunchTask(engine: county.engine, policies: County.policies)(
      .init(
        title: "\(year)年度绩效自评（补报）", year: "\(year)", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
        deadline: "\(year + 1)-03-31", units: units), by: try admin.id, at: Self.later)
  }

  private func names(in task: Int64) async throws -> [String] {
    try await county.engine.read { try $0.ask(.filings(FilingFilter(task: task), limit: 100)).map(\.unit.name) }
  }

  private func finish(_ unit: String) async throws {
    try await county.place(try await county.filing(of: unit), .done)
  }

  @Test func `filings of the years before a renaming keep the name of then`() async throws {
    try await rename(try code("201001"), to: "示例县商务和粮食局", Self.decision, by: try admin, at: County.now)
    let next = try await launch(year: 2025)
    #expect(try await names(in: county.task) == ["示例县商务局", "示例县投资促进中心", "示例县文旅局"])
    #expect(try await names(in: next).first == "示例县商务和粮食局")
    let loaded = try await county.shelf.filing(try await county.filing(of: "201001"))
    #expect(loaded.filing.unit.name == "示例县商务局", "exports and pages show the filing's own name")
    let found = try await county.engine.read { [task = county.task] in
      (
        try $0.ask(.filings(FilingFilter(task: task, text: "商务局"), limit: 9)).count,
        try $0.ask(.filings(FilingFilter(task: next, text: "商务局"), limit: 9)).count,
        try $0.ask(.departments(in: task)).first?.name, try $0.ask(.departments(inYear: 2025)).first?.name
      )
    }
    #expect(found == (1, 0, "示例县商务局", "示例县商务和粮食局"))
  }

  @Test func `of two renamings in one year only the last name holds for it`() async throws {
    let second = UnitDecision(day: "2025-02-01", reason: "再次更名", document: "")
    try await rename(try code("201001"), to: "甲局", Self.decision, by: try admin, at: County.now)
    try await rename(try code("201001"), to: "乙局", second, by: try admin, at: County.now)
    let next = try await launch(year: 2025)
    #expect(try await names(in: county.task).first == "示例县商务局")
    #expect(try await names(in: next).first == "乙局")
    let unit = try code("201001")
    let events = try await county.engine.read { try $0.ask(Query<UnitEvent>.events(of: unit)) }
    #expect(events.map(\.kind) == [.opened, .renamed, .renamed])
    #expect(events.map(\.nameAfter) == ["示例县商务局", "甲局", "乙局"])
    #expect(events.last?.name == "人员admin")
  }

  @Test func `a correction holds for the years of the present name`() async throws {
    try await rename.correct(try code("201001"), to: "示例县商务局（粮食局）", reason: "录入有误", by: try admin, at: County.now)
    #expect(try await names(in: county.task).first == "示例县商务局（粮食局）")
  }

  @Test func `a step needs a day that has come and follows the step before`() async throws {
    let unit = try code("201001")
    try await rename(unit, to: "甲局", Self.decision, by: try admin, at: County.now)
    for (day, message) in [
      ("2099-01-01", "生效日期不能晚于今天，请到生效之日再登记。"), ("2024-12-31", "生效日期不能早于上一次变更的 2025-01-10。"),
      ("", "请填生效日期，如 2025-01-01。"),
    ] {
      let error = await #expect(throws: Invalid.self) {
        try await rename(
          unit, to: "乙局", UnitDecision(day: day, reason: "更名", document: ""), by: try admin, at: County.now)
      }
      #expect(error?.problems.map(\.message) == [message])
    }
  }

  @Test func `what would be orphaned stands against a closing`() async throws {
    let error = await #expect(throws: Refused.self) {
      try await close(try code("201001"), into: ["202001"], Self.decision, by: try admin, at: County.now)
    }
    #expect(
      error?.reasons.map(\.message) == [
        "还有 1 家所属单位没有撤销或并入其他单位：201002 示例县投资促进中心。",
        "还有自评没有办结：2024年度绩效自评（未填报）。请先办结，或由单位申报“不适用”并受理。",
      ])
    for unit in ["201001", "201002"] { try await finish(unit) }
    try await close(try code("201002"), into: [], Self.decision, by: try admin, at: County.now)
    try await close(try code("201001"), into: ["202001"], Self.decision, by: try admin, at: County.now)
  }

  @Test func `a closed unit gets no filing from a task that is launched after`() async throws {
    try await finish("201002")
    try await close(try code("201002"), into: ["202001"], Self.decision, by: try admin, at: County.now)
    let next = try await launch(year: 2025)
    #expect(try await names(in: next) == ["示例县商务局", "示例县文旅局"])
    #expect(try await names(in: county.task).count == 3, "what it filed stays")
    let error = await #expect(throws: Invalid.self) { try await launch(year: 2025, units: ["201002"]) }
    #expect(error?.problems.map(\.message) == ["201002 示例县投资促进中心已撤销，不能再下达任务。"])
    await #expect(throws: Refused.self) {
      try await rename(try code("201002"), to: "丙中心", Self.decision, by: try admin, at: County.now)
    }
  }

  @Test func `a unit founded after the year gets its filings only where it is named`() async throws {
    try await OpenUnit(engine: county.engine)(
      code: "203001", name: "示例县数据局", on: "2025-01-05", by: nil, at: County.now)
    #expect(try await names(in: try await launch(year: 2024)).contains("示例县数据局") == false)
    #expect(try await names(in: try await launch(year: 2025)).contains("示例县数据局"))
    #expect(try await names(in: try await launch(year: 2024, units: ["203001"])) == ["示例县数据局"])
  }

  @Test func `a draft is also taken from last year's filings of the units that were merged into this one`() async throws
  {
    let earlier = try await county.filing(of: "201002")
    _ = try await county.move(.start, earlier, by: "jb201002")
    _ = try await county.edit([.set("base/operatingExpense/final", "90.76")], earlier, by: "jb201002")
    for unit in ["201001", "201002"] { try await finish(unit) }
    // By way of another unit.
    try await close(try code("201002"), into: ["201001"], Self.decision, by: try admin, at: County.now)
    try await close(try code("201001"), into: ["202001"], Self.decision, by: try admin, at: County.now)
    let task = try await launch(year: 2025)
    let successor = try code("202001")
    let found = try await county.engine.read { try $0.first(.filing(of: successor, in: task)) }
    let filing = try #require(found)
    _ = try await county.move(.start, filing.id, by: "jb202001")
    let read = ReadDraft(engine: county.engine, shelf: county.shelf, candidates: [])
    let loaded = try await county.shelf.filing(filing.id)
    #expect(try await read.predecessors(of: loaded).map(\.unit.code.description) == ["201001", "201002"])
    let texts = try await read(.predecessor(earlier), for: loaded)
    #expect(texts.title == "示例县投资促进中心2024年度自评")
    #expect(texts.calculation.text(at: CellAddress("base", "operatingExpense", "final")) == "90.76")
    let own = try await county.filing(of: "202001")
    await #expect(throws: NotFound.self) { try await read(.predecessor(own), for: loaded) }
  }

  @Test func `a closing that was a mistake is taken back`() async throws {
    try await finish("201002")
    try await close(try code("201002"), into: ["202001"], Self.decision, by: try admin, at: County.now)
    try await close.takeBack(try code("201002"), reason: "登记有误", by: try admin, at: County.now)
    let (unit, other) = (try code("201002"), try code("202001"))
    let (record, successors, events) = try await county.engine.read { database in
      (
        try database.first(.unitRecord(unit)), try database.ask(.successors(of: unit)),
        try database.ask(Query<UnitEvent>.events(of: other))
      )
    }
    #expect(record?.isOpen == true && successors.isEmpty)
    #expect(events.map(\.kind) == [.opened, .received, .returned])
    #expect(try await names(in: try await launch(year: 2025)).contains("示例县投资促进中心"))
  }
}
