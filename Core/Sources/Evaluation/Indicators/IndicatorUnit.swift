public import Figures
import Text

/// What an indicator is counted in, split into its size and the thing counted: "亿元" is 10^8 of 元.
struct IndicatorUnit: Sendable {
  let factor: Int64
  let name: String

  /// Longer spellings first.
  private static let factors: [(String, Int64)] = [
    ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("亿", 100_000_000), ("万", 10_000),
  ]
  private static let synonyms: [ExactText: String] = Dictionary(
    uniqueKeysWithValues: [
      "㎡": "平方米", "m²": "平方米", "m2": "平方米", "平米": "平方米", "km": "公里", "千米": "公里", "kg": "公斤", "千克": "公斤",
      "t": "吨", "天": "日", "圆": "元",
    ].map { (ExactText($0), $1) })

  /// There are few, and each is asked for again and again.
  static func of(_ written: String) -> IndicatorUnit { known(ExactText(written)) }
  private static let known = Memo<ExactText, IndicatorUnit> { IndicatorUnit($0.text) }

  private init(_ written: String) {
    var rest = written
    var factor: Int64 = 1
    if written.begins(with: "千元") {
      (rest, factor) = (String(written.dropFirst()), 1_000)
    } else if let (spelling, size) = Self.factors.first(where: { written.begins(with: $0.0) }) {
      (rest, factor) = (String(written.dropFirst(spelling.count)), size)
    }
    self.factor = factor
    name = rest.isEmpty ? rest : Self.synonyms[ExactText(rest)] ?? rest
  }

  /// The same, or the same with the thing counted behind it: 个 and 个项目, but neither 元 and 元/亩 nor % and 个.
  func isComparable(with other: IndicatorUnit) -> Bool {
    if name.isEmpty || other.name.isEmpty || name.isExactly(other.name) { return true }
    guard name.holds("/") == other.name.holds("/") else { return false }
    return Self.spellings(of: name).contains { mine in
      Self.spellings(of: other.name).contains { $0.begins(with: mine) || mine.begins(with: $0) }
    }
  }

  /// 个工作日 is also said 工作日.
  private static func spellings(of name: String) -> [String] {
    name.begins(with: "个") && name.scalarCount > 1 ? [name, String(name.dropFirst())] : [name]
  }
}

extension IndicatorValue.Quantity {
  /// The value with 万 and 亿 multiplied out, and the unit that is left: 0.5亿元 is 50000000 元.
  public var comparable: (value: Rational, unit: String) {
    let unit = IndicatorUnit.of(unit)
    guard let value = figure.rational.multiplied(by: Rational(unit.factor)) else { return (figure.rational, self.unit) }
    return (value, unit.name)
  }

  /// The same beside another value: 90 for ≤100万元 is meant in 万元, where it would come to next to nothing in 元.
  public func comparable(beside other: Self) -> (value: Rational, unit: String) {
    let (mine, theirs) = (comparable, other.comparable)
    let factor = IndicatorUnit.of(other.unit).factor
    guard unit.isEmpty, factor > 1, mine.value > .zero,
      let hundredfold = mine.value.multiplied(by: Rational(100)), hundredfold < theirs.value,
      let value = mine.value.multiplied(by: Rational(factor))
    else { return mine }
    return (value, theirs.unit)
  }

  /// Whether both count the same thing. A bare number goes with any unit, but 0.95 beside 90% may mean either.
  public func isComparable(with other: Self) -> Bool {
    guard IndicatorUnit.of(unit).isComparable(with: .of(other.unit)) else { return false }
    switch (unit, other.unit) {
    case ("%", ""): return !other.isBareShare
    case ("", "%"): return !isBareShare
    default: return true
    }
  }

  private var isBareShare: Bool { figure > 0 && figure <= 1 }
}
