import Testing

@testable import Evaluation

@Suite struct ChoiceTests {
  private static let kinds = Choices(["上级专项", "本级专项"], areAllPrinted: true)

  private func filing() -> Filing {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .exampleWithGoals)
    filing = filing.applying([.addProject, .addLine(sheet: "project-1", under: "quality")]).filing
    return filing
  }
  private func set(_ cell: String, _ text: String, in filing: Filing) throws -> EditOutcome {
    filing.applying([.set(try #require(CellAddress(cell)), text: text, was: nil)])
  }

  @Test func `a choice cell takes what its list holds, whatever its widths and blanks`() throws {
    let taken = try set("project-1/project/category", " 本级 专项", in: filing())
    #expect(taken.problems == [] && taken.changes.map(\.after) == ["本级专项"])
    let cleared = try set("project-1/project/category", "", in: taken.filing)
    #expect(cleared.problems == [] && cleared.changes.map(\.before) == ["本级专项"])
  }

  @Test func `a choice cell refuses anything else, saying what it takes, and keeps what stands there`() throws {
    let taken = try set("project-1/project/category", "上级专项", in: filing())
    let refused = try set("project-1/project/category", "县级专项", in: taken.filing)
    #expect(refused.problems == [FieldProblem("project-1/project/category", "请从列表中选择：上级专项、本级专项。")])
    #expect(refused.filing.sheets == taken.filing.sheets)
  }

  @Test(arguments: [(">=", "≥"), ("不少于", "≥"), ("＝", "="), ("≦", "≤"), ("定性", "定性")])
  func `a sign may be typed as keyboards have it`(typed: String, stored: String) throws {
    let outcome = try set("project-1/r1/sign", typed, in: filing())
    #expect(outcome.problems == [] && outcome.changes.map(\.after) == [stored])
  }

  @Test func `the goals to choose from are those that the unit added`() throws {
    let without = filing()
    #expect(
      try set("project-1/r1/goal", "1", in: without).problems.map(\.message) == ["还没有可选的内容，请先添加。"])
    let goals = without.applying([
      .addLine(sheet: "project-1", under: "goals"), .addLine(sheet: "project-1", under: "goals"),
    ]).filing
    #expect(try set("project-1/r1/goal", "2", in: goals).problems == [])
    #expect(try set("project-1/r1/goal", "3", in: goals).problems.map(\.message) == ["请从列表中选择：1、2。"])
    let labels = Calculation(goals).layouts[0].grid.rows.flatMap(\.cells).compactMap { cell in
      if case .label(let text, _) = cell.content { text } else { nil }
    }
    #expect(labels == ["年度绩效目标1", "年度绩效目标2"])
  }

  @Test func `paper prints every option of a form's own choice with its box`() {
    #expect(Self.kinds.printed("") == "□上级专项　□本级专项")
    #expect(Self.kinds.printed("本级专项") == "□上级专项　☑本级专项")
    #expect(Self.kinds.printed("县级专项") == "□上级专项　□本级专项　☑县级专项")
    #expect(Choices(["≥", "="]).printed("=") == "=")
  }

  @Test(arguments: [
    ("□上级专项　☑本级专项", "本级专项"), ("1、上级专项☑ 2、本级专项□", "上级专项"), ("1.上级专项 √ 2.本级专项 □", "上级专项"),
    ("□上级专项　□本级专项", ""), ("■ 上级专项 □ 本级专项", "上级专项"),
  ])
  func `the ticked option is read from a printed cell`(printed: String, ticked: String) {
    #expect(Self.kinds.ticked(in: printed) == ticked)
  }

  @Test func `a cell without boxes is left as it reads`() {
    #expect(Self.kinds.ticked(in: "本级专项") == nil)
    #expect(Self.kinds.ticked(in: "☑县级专项") == nil)
  }

  @Test func `where the levels must be named, an indicator in words is chosen for, a number is not`() throws {
    var filing = try set("project-1/r1/sign", "定性", in: filing()).filing
    filing = try set("project-1/r1/target", "齐全", in: filing).filing
    let actual = CellAddress("project-1", "r1", "actual")
    #expect(Calculation(filing).choices(at: actual)?.options == ["达成", "部分达成", "未达成"])
    filing = try set("project-1/r1/sign", "≥", in: filing).filing
    filing = try set("project-1/r1/target", "80", in: filing).filing
    #expect(Calculation(filing).choices(at: actual) == nil)
  }
}
