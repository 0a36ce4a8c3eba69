import Evaluation
import Testing

@testable import Reading

@Suite("Another filing is laid over this one") struct CarryOverTests {
  private static func filing(_ year: Int, _ cells: [String: String] = [:]) -> Filing {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: year, policies: .example)
    for (text, value) in cells {
      guard let address = CellAddress(text), let index = filing.sheets.firstIndex(where: { $0.id == address.sheet })
      else {
        Issue.record("no cell: \(text)")
        continue
      }
      filing.sheets[index].entries[address.key] = Entry(value)
    }
    return filing
  }

  /// Last year's: a fund, two indicators, a project, and a report with a figure bound to a cell.
  private static var lastYear: Filing {
    var filing = filing(
      2023,
      [
        "base/reception/last": "9", "base/reception/budget": "8", "base/reception/final": "7.5",
        "base/operatingExpense/final": "120", "base/staff/posts": "20", "base/economyMeasures/text": "2023年从严控制。",
        "self/total/initial": "300", "self/total/executed": "280",
        "report/overview/text": "2023年末在职12人，比2022年减少2人，执行《条例》（2019年修订），完成投资1,245.5万元。",
        "report/basic/text": "2023年基本支出{{base/basicExpenditure/final}}万元。",
      ])
    let outcome = filing.applying([
      .addLine(sheet: "base", under: "specialFunds"), .set(CellAddress("base", "r1", "name"), text: "冷链物流资金", was: nil),
      .set(CellAddress("base", "r1", "final"), text: "118", was: nil),
      .removeNode(sheet: "self", node: "ecological"),
      .addLine(sheet: "self", under: "quantity"), .set(CellAddress("self", "r1", "name"), text: "举办展会", was: nil),
      .set(CellAddress("self", "r1", "target"), text: "≥4场", was: nil),
      .set(CellAddress("self", "r1", "actual"), text: "5场", was: nil),
      .set(CellAddress("self", "r1", "points"), text: "10", was: nil),
      .set(CellAddress("self", "r1", "score"), text: "10", was: nil),
      .addProject, .set(CellAddress("project-1", "project", "name"), text: "农贸市场改造", was: nil),
      .set(CellAddress("project-1", "goal", "target"), text: "改造3个市场。", was: nil),
    ])
    #expect(outcome.problems.isEmpty)
    filing = outcome.filing
    return filing
  }

  private func carried(
    _ source: Filing = Self.lastYear, into target: Filing, only chosen: Set<CellAddress>? = nil
  ) -> CarryOver {
    CarryOver(from: Calculation(source), into: Calculation(target), only: chosen)
  }
  private func item(_ source: String, _ plan: CarryOver) -> CarryOver.Item? {
    plan.items.first { $0.source.description == source }
  }

  @Test func `last year's final accounts become the column of the year before, other figures of last year stay out`() {
    let plan = carried(into: Self.filing(2024))
    #expect(item("base/reception/final", plan)?.target.description == "base/reception/last")
    #expect(item("base/reception/final", plan)?.text == "7.5")
    #expect(item("base/reception/last", plan) == nil && item("base/reception/budget", plan) == nil)
    let left = Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.source.description, $0.reason) })
    #expect(left["base/reception/budget"] == .ofEarlierYear)
    #expect(left["self/total/executed"] == .ofEarlierYear)
    #expect(left["base/staff/posts"] == .ofEarlierYear)
  }

  @Test func `indicators come with name, target and points, not with what was achieved`() {
    let plan = carried(into: Self.filing(2024))
    #expect(item("self/r1/name", plan)?.text == "举办展会" && item("self/r1/target", plan)?.text == "≥4场")
    #expect(item("self/r1/points", plan)?.isOnNewLine == true)
    #expect(item("self/r1/points", plan)?.caption == "举办展会，分值")
    #expect(item("self/r1/actual", plan) == nil && item("self/r1/score", plan) == nil)
    #expect(plan.leftOut.contains { $0.source.description == "self/r1/actual" && $0.reason == .ofEarlierYear })
  }

  @Test func `in prose years move on, figures are marked, plans and laws stay, bindings go along`() {
    let plan = carried(into: Self.filing(2024))
    #expect(
      item("report/overview/text", plan)?.text
        == "2024年末在职【上年12】人，比2023年减少【上年2】人，执行《条例》（2019年修订），完成投资【上年1,245.5】万元。")
    #expect(item("report/basic/text", plan)?.text == "2024年基本支出{{base/basicExpenditure/final}}万元。")
    #expect(item("base/economyMeasures/text", plan)?.text == "2024年从严控制。")
  }

  @Test func `everything that the source says is an item or left out with a reason`() {
    let plan = carried(into: Self.filing(2024))
    let told = Set(plan.items.map(\.source)).union(plan.leftOut.map(\.source))
    for sheet in Self.lastYear.sheets {
      for (key, entry) in sheet.entries where !entry.text.isEmpty {
        #expect(told.contains(CellAddress(sheet.id, key.row, key.column)), "\(sheet.id)/\(key)")
      }
    }
  }

  @Test func `a text whose cell is worked out here is told`() {
    let source = Self.filing(2024, ["base/specialFunds/final": "118", "base/reception/final": "7.5"])
    let target = Self.filing(2024).applying([
      .addLine(sheet: "base", under: "specialFunds"), .set(CellAddress("base", "r1", "final"), text: "5", was: nil),
    ]).filing
    let plan = carried(source, into: target)
    #expect(plan.items.map(\.source.description) == ["base/reception/final"])
    #expect(plan.leftOut.map(\.source.description) == ["base/specialFunds/final"])
    #expect(plan.leftOut.map(\.reason) == [.computed])
    #expect(plan.leftOut.map(\.caption) == ["3、上级专项资金，2024年决算数"])
  }

  @Test func `the edits put all of it into a blank filing, and a second time change nothing`() {
    let blank = Self.filing(2024)
    let outcome = blank.applying(carried(into: blank).edits())
    #expect(outcome.problems.isEmpty && outcome.conflicts.isEmpty)
    let filing = outcome.filing
    #expect(filing.entry(at: CellAddress("base", "r1", "name"))?.text == "冷链物流资金")
    #expect(filing.entry(at: CellAddress("base", "r1", "last"))?.text == "118")
    #expect(filing.sheet("self")?.removedNodes == ["ecological"])
    #expect(filing.entry(at: CellAddress("project-1", "project", "name"))?.text == "农贸市场改造")
    let again = carried(into: filing)
    #expect(again.items.allSatisfy(\.changesNothing) && !again.items.isEmpty)
    #expect(filing.applying(again.edits()).changes.isEmpty)
  }

  @Test func `only lines of which something was chosen are added`() throws {
    let blank = Self.filing(2024)
    let chosen = try Set(["self/r1/name", "base/reception/final"].map { try #require(CellAddress($0)) })
    let filing = blank.applying(carried(into: blank, only: chosen).edits()).filing
    #expect(filing.sheet("self")?.rows.count == 1 && filing.sheet("base")?.rows.isEmpty == true)
    #expect(filing.sheet("project-1") == nil)
    #expect(filing.entry(at: CellAddress("self", "r1", "target")) == nil)
    #expect(filing.entry(at: CellAddress("base", "reception", "last"))?.text == "7.5")
  }

  @Test func `a line of the same name is filled in, not added once more`() {
    let target = Self.filing(2024).applying([
      .addLine(sheet: "base", under: "specialFunds"), .set(CellAddress("base", "r1", "name"), text: "农田建设资金", was: nil),
      .addLine(sheet: "base", under: "specialFunds"), .set(CellAddress("base", "r2", "name"), text: "冷链物流资金", was: nil),
    ]).filing
    let plan = carried(into: target)
    #expect(item("base/r1/final", plan)?.target.description == "base/r2/last")
    #expect(item("base/r1/final", plan)?.isOnNewLine == false)
    #expect(item("base/r1/name", plan)?.changesNothing == true)
  }

  @Test func `what a person typed is told beside the proposal, the text every report begins with counts as blank`() {
    var target = Self.filing(2024, ["base/reception/last": "7"])
    target = target.applying(target.reportStarters).filing
    let plan = carried(into: target)
    #expect(item("base/reception/final", plan)?.current == "7")
    #expect(item("base/reception/final", plan)?.fills == false)
    #expect(item("report/overview/text", plan)?.fills == true)
  }

  @Test func `a filing of the same year brings everything, and a person's correction counts`() throws {
    var source = Self.lastYear
    source = Filing(unit: source.unit, year: 2024, policies: source.policies, sheets: source.sheets)
    let blank = Self.filing(2024)
    let plan = carried(source, into: blank)
    #expect(plan.leftOut.isEmpty)
    #expect(item("self/r1/actual", plan)?.text == "5场")
    #expect(item("report/overview/text", plan)?.text.hasPrefix("2023年末在职12人") == true)
    let executed = try #require(CellAddress("self/total/executed"))
    let filing = blank.applying(plan.edits(typed: [executed: NamedText("281.5")])).filing
    #expect(filing.entry(at: executed)?.text == "281.5")
  }
}
