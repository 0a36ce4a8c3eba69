import Testing

@testable import Evaluation

/// What is known of a project is filled in when it is added.
@Suite struct AddedProjectTests {
  private func text(_ row: String, _ column: String, of project: String, in filing: Filing) -> String? {
    filing.entry(at: CellAddress(project, row, column))?.text
  }

  @Test func `each added project takes the next special fund that has no sheet yet`() throws {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .example)
    let funds: [Edit] = [
      .addLine(sheet: "base", under: "specialFunds"), .addLine(sheet: "base", under: "specialFunds"),
    ]
    filing = filing.applying(funds).filing
    let lines = try #require(filing.sheet("base")).lines(under: "specialFunds").map(\.id)
    let values = [("农贸市场改造", "77.7"), ("冷链物流", "97.3")]
    for (line, value) in zip(lines, values) {
      filing =
        filing.applying([
          .set(CellAddress("base", line, "name"), text: value.0, was: nil),
          .set(CellAddress("base", line, "final"), text: value.1, was: nil),
        ]).filing
    }
    for _ in 1...3 { filing = filing.applying(filing.projectAddition).filing }
    #expect(text("project", "name", of: "project-1", in: filing) == "农贸市场改造")
    #expect(text("project", "name", of: "project-2", in: filing) == "冷链物流")
    #expect(text("project", "name", of: "project-3", in: filing) == nil)
    #expect(text("project", "implementer", of: "project-3", in: filing) == filing.unit.name)
  }

  @Test func `no project gets the number of one that was removed`() {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .example)
    filing = filing.applying([.addProject, .addProject, .removeProject(sheet: "project-2"), .addProject]).filing
    #expect(filing.sheets.map(\.id).filter { $0.hasPrefix("project-") } == ["project-1", "project-3"])
    filing = filing.applying([.removeProject(sheet: "project-1")]).filing
    #expect(filing.lastProjectGone == 2)
  }

  @Test func `what somebody typed into a project that was added meanwhile stays`() throws {
    let before = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .example)
    let theirs = before.applying([
      .addProject, .set(CellAddress("project-1", "project", "implementer"), text: "示例市会展中心", was: ""),
    ]).filing
    let outcome = theirs.applying(before.projectAddition)
    #expect(text("project", "implementer", of: "project-1", in: outcome.filing) == "示例市会展中心")
    #expect(outcome.filing.sheet("project-2") != nil)
  }
}
