/// An arithmetic expression over cells, as policies write it: `min(points, points * executed / first(budget, initial))`.
public struct Formula: Hashable, Sendable {
  /// As the policy has it.
  public let text: String
  public let expression: Expression

  /// Throws where the text is no expression.
  public init(_ text: String) throws(FormulaFault) {
    self.text = text
    var parser = FormulaParser(text)
    expression = try parser.parse()
  }

  /// A formula taken apart.
  public indirect enum Expression: Hashable, Sendable {
    case number(Literal)
    case cell(Reference)
    case negated(Expression)
    case binary(Operator, Expression, Expression)
    case call(Function, [Expression])
  }

  /// A decimal literal: digits and how many of them stand behind the point.
  public struct Literal: Hashable, Sendable {
    /// The value in units of 10^-decimals.
    public let unscaled: Int64
    /// 0 to 6.
    public let decimals: Int
  }

  /// A cell named from inside a formula; what is left out is that of the cell the formula belongs to.
  public struct Reference: Hashable, Sendable {
    /// A form's id: its first sheet is meant.
    public let form: String?
    /// A row's id; in a sum also a name of many lines: a block, a level of indicators or all `indicators`.
    public let row: String?
    /// A column's id; alone in a sum also `children` or `lines`, those of the row.
    public let column: String?
  }

  /// A comparison comes to 1 where it holds, otherwise to 0.
  public enum Operator: String, Hashable, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// What takes several arguments.
  public enum Function: String, Hashable, Sendable, CaseIterable {
    /// The sum of what is filled in; nothing when all is blank. `children`, `lines` and group names stand for many cells.
    case sum
    case min
    case max
    /// The first that is filled in.
    case first
  }
}

/// What is wrong with a formula's text, at which character (from 0).
public struct FormulaFault: Error, Hashable, Sendable {
  /// In characters of the text.
  public let position: Int
  /// What is wrong there, in Chinese.
  public let message: String
  public init(position: Int, message: String) {
    self.position = position
    self.message = message
  }
}
