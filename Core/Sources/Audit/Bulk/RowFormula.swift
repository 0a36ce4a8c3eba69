import Evaluation
import Figures

/// A fraction without any reducing: quick, and exact as long as 128 bits hold it.
struct RowFraction: Sendable {
  let top: Int128
  /// Above zero; zero where there is no value.
  let bottom: Int128

  static let none = RowFraction(0, 0)
  var isNone: Bool { bottom == 0 }

  init(_ top: Int128, _ bottom: Int128 = 1) {
    self.top = top
    self.bottom = bottom
  }
}

/// What a formula needs of a row that it cannot have: 128 bits do not hold it.
struct RowOverflow: Error {}

/// A formula of a policy over the columns of one row: its operations in the order in which they are done, each on the
/// last values of a stack.
struct RowFormula: Sendable {
  enum Operation: Sendable {
    case constant(RowFraction)
    /// Values are counted in steps of 10^-places.
    case column(Int, steps: Int64)
    case blank
    case negate
    case binary(Formula.Operator)
    case call(Formula.Function, count: Int)
  }

  private(set) var operations: [Operation] = []

  mutating func append(_ operation: Operation) { operations.append(operation) }

  /// nil where a cell it needs is blank or a divisor is zero. `stack` has room for every operation.
  func value(
    _ stack: UnsafeMutablePointer<RowFraction>, _ cell: (Int, Int64) -> RowFraction
  ) throws(RowOverflow) -> RowFraction? {
    var count = 0
    for operation in operations {
      switch operation {
      case .constant(let fraction):
        stack[count] = fraction
        count += 1
      case .column(let column, let steps):
        stack[count] = cell(column, steps)
        count += 1
      case .blank:
        stack[count] = .none
        count += 1
      case .negate: stack[count - 1] = RowFraction(-stack[count - 1].top, stack[count - 1].bottom)
      case .binary(let operation):
        count -= 1
        stack[count - 1] = try operation.applied(stack[count - 1], stack[count])
      case .call(let function, let arguments):
        count -= arguments
        stack[count] = try function.applied(UnsafeBufferPointer(start: stack + count, count: arguments))
        count += 1
      }
    }
    return stack[0].isNone ? nil : stack[0]
  }
}

extension RowFraction {
  static func product(_ a: Int128, _ b: Int128) throws(RowOverflow) -> Int128 {
    // Most of them fit 64 bits, where nothing can overflow.
    if let first = Int64(exactly: a), let second = Int64(exactly: b) { return Int128(first) &* Int128(second) }
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw RowOverflow() }
    return value
  }

  func isLess(than other: RowFraction) throws(RowOverflow) -> Bool {
    try Self.product(top, other.bottom) < Self.product(other.top, bottom)
  }

  /// Whole steps of 10^-decimals, rounded; nil where they leave 18 digits.
  func rounded(decimals: Int, _ mode: RoundingMode) throws(RowOverflow) -> Int64? {
    let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
    let scaled = try Self.product(top < 0 ? -top : top, scale)
    let (whole, rest) = Self.quotient(scaled, bottom)
    let twice = try Self.product(rest, 2)
    let up =
      switch mode {
      case .down: false
      case .halfUp: twice >= bottom
      case .halfEven: twice > bottom || (twice == bottom && whole % 2 == 1)
      }
    let unsigned = whole + (up ? 1 : 0)
    guard unsigned <= 999_999_999_999_999_999 else { return nil }
    return Int64(top < 0 ? -unsigned : unsigned)
  }

  private static func quotient(_ a: Int128, _ b: Int128) -> (Int128, Int128) {
    if let first = Int64(exactly: a), let second = Int64(exactly: b) {
      let (whole, rest) = first.quotientAndRemainder(dividingBy: second)
      return (Int128(whole), Int128(rest))
    }
    return a.quotientAndRemainder(dividingBy: b)
  }
}

extension Formula.Function {
  fileprivate func applied(_ arguments: UnsafeBufferPointer<RowFraction>) throws(RowOverflow) -> RowFraction {
    var result = RowFraction.none
    for next in arguments {
      switch self {
      case .first: if result.isNone { result = next }
      case .sum:
        if next.isNone { continue }
        result = result.isNone ? next : try Formula.Operator.add.applied(result, next)
      case .min, .max:
        if next.isNone { return .none }
        if result.isNone {
          result = next
        } else if try next.isLess(than: result) == (self == .min) {
          result = next
        }
      }
    }
    return result
  }
}

extension Formula.Operator {
  fileprivate func applied(_ a: RowFraction, _ b: RowFraction) throws(RowOverflow) -> RowFraction {
    if a.isNone || b.isNone { return .none }
    switch self {
    case .add, .subtract:
      let other = self == .add ? b.top : -b.top
      let (sum, overflow) = try RowFraction.product(a.top, b.bottom).addingReportingOverflow(
        RowFraction.product(other, a.bottom))
      if overflow { throw RowOverflow() }
      return RowFraction(sum, try RowFraction.product(a.bottom, b.bottom))
    case .multiply:
      return RowFraction(try RowFraction.product(a.top, b.top), try RowFraction.product(a.bottom, b.bottom))
    case .divide:
      guard b.top != 0 else { return .none }
      let sign: Int128 = b.top < 0 ? -1 : 1
      return RowFraction(
        try RowFraction.product(a.top, sign * b.bottom), try RowFraction.product(a.bottom, sign * b.top))
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let (left, right) = (try RowFraction.product(a.top, b.bottom), try RowFraction.product(b.top, a.bottom))
      let holds =
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
      return RowFraction(holds ? 1 : 0)
    }
  }
}
