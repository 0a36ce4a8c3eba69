import Figures

/// Recursive descent over the formula's characters.
struct FormulaParser {
  private let characters: [Character]
  private var index = 0
  private var depth = 0
  /// How many signs joined two parts so far: each lies one deeper than the one before.
  private var joints = 0
  private static let mostJoints = 500

  init(_ text: String) { characters = Array(text) }

  mutating func parse() throws(FormulaFault) -> Formula.Expression {
    let expression = try comparison()
    skipBlanks()
    guard index == characters.count else { throw fault("多余的内容“\(String(characters[index...]))”") }
    return expression
  }

  private mutating func comparison() throws(FormulaFault) -> Formula.Expression {
    let left = try sum()
    for candidate in ["<=", ">=", "!=", "=", "<", ">"] where take(candidate) {
      guard let comparison = Formula.Operator(rawValue: candidate) else { continue }
      return .binary(comparison, left, try sum())
    }
    return left
  }

  private mutating func sum() throws(FormulaFault) -> Formula.Expression {
    var left = try product()
    while true {
      if take("+") {
        left = try joined(.add, left, try product())
      } else if take("-") {
        left = try joined(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(FormulaFault) -> Formula.Expression {
    var left = try factor()
    while true {
      if take("*") {
        left = try joined(.multiply, left, try factor())
      } else if take("/") {
        left = try joined(.divide, left, try factor())
      } else {
        return left
      }
    }
  }

  private mutating func joined(
    _ sign: Formula.Operator, _ left: Formula.Expression, _ right: Formula.Expression
  ) throws(FormulaFault) -> Formula.Expression {
    joints += 1
    guard joints <= Self.mostJoints else { throw fault("公式太长") }
    return .binary(sign, left, right)
  }

  private mutating func factor() throws(FormulaFault) -> Formula.Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw fault("括号太多") }
    if take("-") { return .negated(try factor()) }
    if take("(") {
      let inner = try sum()
      guard take(")") else { throw fault("缺少右括号") }
      return inner
    }
    skipBlanks()
    guard let character = peek else { throw fault("公式不完整") }
    if character.isASCII, character.isNumber { return .number(try literal()) }
    guard character.isASCII, character.isLetter else { throw fault("不认识的符号“\(character)”") }
    let name = name()
    if take("(") { return .call(try function(name), try arguments()) }
    return .cell(try reference(name))
  }

  private func function(_ name: String) throws(FormulaFault) -> Formula.Function {
    guard let function = Formula.Function(rawValue: name) else { throw fault("没有函数“\(name)”") }
    return function
  }

  private mutating func arguments() throws(FormulaFault) -> [Formula.Expression] {
    var expressions = [try sum()]
    while take(",") { expressions.append(try sum()) }
    guard take(")") else { throw fault("缺少右括号") }
    return expressions
  }

  private mutating func reference(_ first: String) throws(FormulaFault) -> Formula.Reference {
    var form: String?
    var name = first
    if take(":") {
      form = first
      name = self.name()
    }
    guard !name.isEmpty else { throw fault("缺少单元格名称") }
    if take(".") {
      let column = self.name()
      guard !column.isEmpty else { throw fault("缺少列名") }
      return Formula.Reference(form: form, row: name, column: column)
    }
    guard form == nil else { throw fault("跨表引用须写明行和列") }
    return Formula.Reference(form: nil, row: nil, column: name)
  }

  private mutating func literal() throws(FormulaFault) -> Formula.Literal {
    var text = ""
    while let character = peek, character.isASCII, character.isNumber || character == "." {
      text.append(character)
      index += 1
    }
    guard let figure = try? Figure(reading: text) else { throw fault("“\(text)”不是数字") }
    return Formula.Literal(unscaled: figure.unscaled, decimals: figure.decimals)
  }

  private mutating func name() -> String {
    skipBlanks()
    var text = ""
    while let character = peek, character.isASCII, character.isLetter || character.isNumber {
      text.append(character)
      index += 1
    }
    return text
  }

  private var peek: Character? { index < characters.count ? characters[index] : nil }

  private mutating func take(_ symbol: String) -> Bool {
    skipBlanks()
    let symbol = Array(symbol)
    guard index + symbol.count <= characters.count,
      characters[index..<index + symbol.count].elementsEqual(symbol)
    else { return false }
    index += symbol.count
    return true
  }

  private mutating func skipBlanks() { while let character = peek, character.isWhitespace { index += 1 } }
  private func fault(_ message: String) -> FormulaFault { FormulaFault(position: index, message: message) }
}
