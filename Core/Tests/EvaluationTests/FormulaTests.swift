import Evaluation
import Testing

@Suite("Formulas are read as policies write them")
struct FormulaTests {
  @Test(
    "what binds tighter stands deeper",
    arguments: [
      ("1 + 2 * 3", "(1 + (2 * 3))"), ("(1 + 2) * 3", "((1 + 2) * 3)"), ("8 - 3 - 2", "((8 - 3) - 2)"),
      ("8 / 4 / 2", "((8 / 4) / 2)"), ("-a * b", "(-a * b)"), ("--2", "--2"), ("-(a + 1)", "-(a + 1)"),
      ("a.b", "a.b"), ("base:threePublic.final", "base:threePublic.final"),
      ("100 * actual / posts", "((100 * actual) / posts)"),
      (
        "min(10, 10 * total.executed / first(total.budget, total.initial))",
        "min(10, ((10 * total.executed) / first(total.budget, total.initial)))"
      ),
      ("sum(children)", "sum(children)"),
      ("sum(indicators.points, total.points)", "sum(indicators.points, total.points)"),
      ("a <= b + 1", "(a <= (b + 1))"), ("a != b", "(a != b)"), ("a=b", "(a = b)"), ("12.50", "12.50"),
      ("0.000001", "0.000001"),
      ("  max( a , b )  ", "max(a, b)"), ("a\n+\tb", "(a + b)"),
    ])
  func reads(_ text: String, _ shape: String) throws {
    #expect(try Formula(text).expression.shape == shape)
  }

  @Test(
    "a fault says where it is and what is wrong",
    arguments: [
      ("", 0, "公式不完整"), ("1 +", 3, "公式不完整"), ("(1 + 2", 6, "缺少右括号"), ("sum(a, b", 8, "缺少右括号"), ("1 2", 2, "多余的内容“2”"),
      ("a b", 2, "多余的内容“b”"), ("average(a)", 8, "没有函数“average”"), ("1.2.3", 5, "“1.2.3”不是数字"),
      ("0.1234567", 9, "“0.1234567”不是数字"), ("a.", 2, "缺少列名"), ("base:", 5, "缺少单元格名称"), ("base:total", 10, "跨表引用须写明行和列"),
      ("a + 三", 4, "不认识的符号“三”"), ("$a", 0, "不认识的符号“$”"), ("a < b < c", 6, "多余的内容“< c”"), ("(a < b)", 3, "缺少右括号"),
      (")", 0, "不认识的符号“)”"), ("sum()", 4, "不认识的符号“)”"),
    ])
  func faults(_ text: String, _ position: Int, _ message: String) {
    #expect(throws: FormulaFault(position: position, message: message)) { try Formula(text) }
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    let text = String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000)
    #expect(throws: FormulaFault.self) { try Formula(text) }
    #expect(throws: FormulaFault.self) { try Formula(String(repeating: "-", count: 20_000) + "1") }
    #expect(throws: Never.self) {
      try Formula(String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50))
    }
  }

  @Test func aFormulaWithoutEndIsRefusedNotFollowed() {
    #expect(throws: FormulaFault.self) { try Formula(String(repeating: "1+", count: 1_000_000) + "1") }
    #expect(throws: FormulaFault.self) { try Formula(String(repeating: "a*", count: 1_000_000) + "a") }
    #expect(throws: Never.self) { try Formula(String(repeating: "1+", count: 500) + "1") }
  }

  @Test("no text stops the reader")
  func readsAnything() {
    var random = SeededGenerator(3)
    let pieces = [
      "sum(", "first(", ")", "a", ".", ":", ",", "+", "-", "*", "/", "<", "=", "!=", "7", "0.5", " ", "三", "👨‍👩‍👧", "(",
    ]
    var read = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      do throws(FormulaFault) {
        let formula = try Formula(text)
        #expect(formula.text == text)
        read += 1
      } catch {
        #expect((0...text.count).contains(error.position) && !error.message.isEmpty)
      }
    }
    #expect(read > 100)
  }
}

extension Formula.Expression {
  /// Written out again, with every pair of brackets.
  fileprivate var shape: String {
    switch self {
    case .number(let literal): spelled(literal)
    case .cell(let cell):
      (cell.form.map { "\($0):" } ?? "") + [cell.row, cell.column].compactMap(\.self).joined(separator: ".")
    case .negated(let inner): "-\(inner.shape)"
    case .binary(let operation, let left, let right): "(\(left.shape) \(operation.rawValue) \(right.shape))"
    case .call(let function, let arguments): "\(function.rawValue)(\(arguments.map(\.shape).joined(separator: ", ")))"
    }
  }
  private func spelled(_ literal: Formula.Literal) -> String {
    guard literal.decimals > 0 else { return String(literal.unscaled) }
    let digits = String(literal.unscaled)
    let padded = String(repeating: "0", count: max(0, literal.decimals + 1 - digits.count)) + digits
    return "\(padded.dropLast(literal.decimals)).\(padded.suffix(literal.decimals))"
  }
}
