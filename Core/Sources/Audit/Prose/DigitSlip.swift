import Figures
import Text

/// How one figure may have become another while it was typed.
enum DigitSlip {
  /// Two digits beside one another changed places: 107.78 and 170.78.
  case swapped
  /// Two digits that stand apart changed places: 36.10 and 30.16.
  case exchanged
  /// One digit is another, in figures of one length: 149.63 and 149.83.
  case replaced
  /// The decimal point stands elsewhere: 98.6 and 986.
  case moved

  /// nil where they are alike, or too unlike to be the same figure. Both are digits with a point at most.
  init?(_ mine: String, _ theirs: String) {
    let places = max(mine.decimalPlaces, theirs.decimalPlaces)
    let (one, other) = (mine.padded(toDecimals: places), theirs.padded(toDecimals: places))
    guard one != other else { return nil }
    let (plain, otherPlain) = (one.filter { $0 != "." }, other.filter { $0 != "." })
    if one.count == other.count, one.firstIndex(of: ".") == other.firstIndex(of: ".") {
      let unlike = plain.indices.filter { plain[$0] != otherPlain[$0] }
      if unlike.count == 1 {
        self = .replaced
        return
      }
      guard unlike.count == 2, plain[unlike[0]] == otherPlain[unlike[1]], plain[unlike[1]] == otherPlain[unlike[0]]
      else { return nil }
      self = unlike[0] + 1 == unlike[1] ? .swapped : .exchanged
      return
    }
    guard plain.significant == otherPlain.significant else { return nil }
    self = .moved
  }
}

extension DigitSlip {
  /// The same of what should stand there, rounded as finely as what is told.
  init?(_ right: Rational, rounded told: String) { self.init(right.spoken(told.decimalPlaces), told) }
}

extension String {
  fileprivate var decimalPlaces: Int {
    unicodeScalars.firstIndex(of: ".").map { unicodeScalars.distance(from: $0, to: unicodeScalars.endIndex) - 1 } ?? 0
  }

  /// 14.1 with two decimals is 14.10.
  fileprivate func padded(toDecimals places: Int) -> [Unicode.Scalar] {
    let missing = places - decimalPlaces
    let point: [Unicode.Scalar] = decimalPlaces == 0 && places > 0 ? ["."] : []
    return Array(unicodeScalars) + point + Array(repeating: "0", count: missing)
  }

  /// How many digits say something: 3 of 0.0420, 4 of 1860.5 without the point's.
  var significantDigits: Int { unicodeScalars.filter { $0 != "." }.significant.count }
}

extension [Unicode.Scalar] {
  /// Without zeros at either end.
  fileprivate var significant: [Unicode.Scalar] {
    guard let first = firstIndex(where: { $0 != "0" }), let last = lastIndex(where: { $0 != "0" }) else { return [] }
    return Array(self[first...last])
  }
}

extension StatedAmount {
  /// What it is with two neighbouring digits in each other's place, once for every two.
  var swapped: [StatedAmount] {
    let digits = Array(self.digits.unicodeScalars)
    return digits.indices.dropLast().compactMap { index in
      let next = digits[index + 1] == "." ? index + 2 : index + 1
      guard next < digits.count, digits[index] != ".", digits[index] != digits[next] else { return nil }
      var other = digits
      other.swapAt(index, next)
      return Self.yuan(other).map { StatedAmount($0, slack: slack) }
    }
  }

  /// What it is with its point one or two digits on, or with 万元 for 元. Much smaller, it would be as if left out.
  var moved: [StatedAmount] {
    let ten = Rational(10)
    return [
      exact.multiplied(by: ten), exact.multiplied(by: Rational(100)), exact.multiplied(by: Rational(10_000)),
      exact.divided(by: ten),
    ].compactMap { value in value.map { StatedAmount($0, slack: slack) } }
  }

  /// Digits that are meant in 万元, in 元.
  private static func yuan(_ digits: [Unicode.Scalar]) -> Rational? {
    let places = digits.lastIndex(of: ".").map { digits.count - 1 - $0 } ?? 0
    guard places <= 8, let whole = Int64(String(scalars: digits.filter { $0 != "." })) else { return nil }
    let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
    return Rational(whole).multiplied(by: Rational(10_000))?.divided(by: Rational(scale))
  }
}
