import Figures
import Reading

/// A quantity of prose that others may be divided by: money, or things of one unit.
struct ProseQuantity {
  let figure: WrittenFigure
  let unit: String
  let value: StatedAmount

  /// nil for everything that is no single exact quantity.
  init?(_ figure: WrittenFigure) {
    guard figure.bound == nil || figure.bound == .exactly else { return nil }
    self.init(bounded: figure)
  }

  /// The quantity that is given as a bound as well: 500人 of ≥500人.
  private init?(bounded figure: WrittenFigure) {
    guard !figure.isApproximate else { return nil }
    switch figure.kind {
    case .amount(.number(let number)):
      (unit, value) = ("元", StatedAmount(number))
    case .count(.number(let number), let counter):
      // Things are counted exactly, measured ones and multiples of 万 are not.
      (unit, value) = (
        counter,
        number.whole.map { StatedAmount(Rational(Int64($0)), slack: number.exponent > 0 ? number.halfStep : .zero) }
          ?? StatedAmount(number)
      )
    case .area(.number(let number)): (unit, value) = ("㎡", StatedAmount(number))
    case .plain(.number(let number)):
      (unit, value) = ("", StatedAmount(number))
    default: return nil
    }
    self.figure = figure
  }

  /// A share in per cent as well: a quantity to compare, not to divide by.
  static func orShare(_ figure: WrittenFigure) -> ProseQuantity? {
    figure.bound == nil || figure.bound == .exactly ? orGoal(figure) : nil
  }

  /// 个百分点 as well.
  static func orPoints(_ figure: WrittenFigure) -> ProseQuantity? {
    guard case .percentPoints(.number(let number)) = figure.kind, !figure.isApproximate, figure.isUnbounded else {
      return ProseQuantity(figure)
    }
    // A goal of 1个百分点 is meant as it stands.
    return ProseQuantity(figure, "个百分点", StatedAmount(number.value, slack: .zero))
  }

  /// A share or a quantity, also one that is the least or the most: ≥500人, 不低于95%.
  static func orGoal(_ figure: WrittenFigure) -> ProseQuantity? {
    guard case .percent(.number(let number)) = figure.kind, !figure.isApproximate else {
      return ProseQuantity(bounded: figure)
    }
    return ProseQuantity(figure, "%", StatedAmount(number))
  }

  private init(_ figure: WrittenFigure, _ unit: String, _ value: StatedAmount) {
    (self.figure, self.unit, self.value) = (figure, unit, value)
  }

  /// The same digits in another order: 3048 and 3408, and with two of them 68 and 86.
  func isTransposed(_ other: ProseQuantity, atLeast digits: Int = 3) -> Bool {
    let (mine, theirs) = (value.exact.spoken(4), other.value.exact.spoken(4))
    return mine != theirs && mine.count >= digits && mine.sorted() == theirs.sorted()
  }

  /// In the same unit: a 场次 is a 场.
  func isCounted(like other: ProseQuantity) -> Bool {
    unit == other.unit || Self.events.isSuperset(of: [unit, other.unit])
  }
  private static let events: Set<String> = ["场", "场次"]

  /// A number without unit takes the other's.
  func isLike(_ other: ProseQuantity) -> Bool { unit == other.unit || other.unit.isEmpty && unit == "元" }
}

extension PassageReading {
  /// As it is written.
  func quote(_ figure: WrittenFigure) -> String { text(figure.range) }
}
