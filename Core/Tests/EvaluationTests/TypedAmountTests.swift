import Testing

@testable import Evaluation

/// What is typed into a number cell becomes a plain number in the unit of its column.
@Suite struct TypedAmountTests {
  private func typed(_ text: String, into cell: String) throws -> (taken: String?, problem: String?) {
    let filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例市商务局", kind: .lead), year: 2024, policies: .example)
    let outcome = filing.applying([.set(try #require(CellAddress(cell)), text: text, was: nil)])
    return (outcome.changes.first?.after, outcome.problems.first?.message)
  }

  @Test(arguments: [
    ("12.80万元", "12.80"), ("128000元", "12.8"), ("1.2亿元", "12000"), ("12.80万", "12.80"), ("1.2亿", "12000"),
    ("1,234.5 万元", "1234.5"), ("12.8", "12.8"), ("１２．３", "12.3"),
  ])
  func `an amount may be typed with its unit`(text: String, taken: String) throws {
    #expect(try typed(text, into: "base/reception/final").taken == taken)
  }

  @Test(arguments: ["元", "万", "约12万元", "12.80千", "0.001元"])
  func `what is no amount, or too fine for its column, is refused`(text: String) throws {
    let (taken, problem) = try typed(text, into: "base/reception/final")
    #expect(taken == nil && problem?.contains("不是数字") == true)
  }

  @Test func `a count is asked for as a whole number`() throws {
    #expect(try typed("abc", into: "base/staff/posts").problem == "不是数字，请填整数，如 12。")
    #expect(try typed("20人", into: "base/staff/posts").taken == nil)
  }
}
