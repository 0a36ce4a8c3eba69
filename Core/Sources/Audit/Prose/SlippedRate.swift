import Figures
import Reading
import Rules
import Text

/// A rate that no two quantities around it give, and that those of its own clause or the one before give but for one
/// slip of the keyboard: 126人…取得证书108人，取证率87.51%; 占全县行政村（158个）的39.11%.
///
/// Whatever words lead to the rate: that a rate of three digits or more lies one digit beside a quotient of what stands
/// next to it is no chance.
struct SlippedRate {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    let quantities = passage.figures.compactMap(ProseQuantity.init).filter {
      !$0.unit.isEmpty && $0.value.exact > .zero
    }
    guard quantities.count >= 2 else { return [] }
    return passage.figures.compactMap { SlippedRate($0, among: quantities, in: passage)?.finding }
  }

  private let figure: WrittenFigure
  private let ratio: WrittenRatio
  private let part: ProseQuantity
  private let whole: ProseQuantity
  private let isChange: Bool
  private let passage: PassageReading

  /// Nobody divides what stands further away.
  private static let mostBefore = 14
  private static let mostBehind = 3

  private init?(_ figure: WrittenFigure, among quantities: [ProseQuantity], in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      percent.value.spoken(6).significantDigits >= 3
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard !words.holds(anyOf: Self.told), !words.isEmpty else { return nil }
    let before = quantities.filter { $0.figure.range.upperBound <= figure.range.lowerBound }.suffix(Self.mostBefore)
    let behind = quantities.filter { $0.figure.range.lowerBound >= figure.range.upperBound }.prefix(Self.mostBehind)
    let near = Array(before + behind)
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let own = Array(before.filter { part.contains($0.figure.range.lowerBound) }.suffix(3))
    let isTurn = passage.marks(in: passage.words(before: figure)).contains { $0.cue == .rise || $0.cue == .fall }
    // Who is content is told in numbers of its own, or not at all.
    if words.holds("满意"), !own.contains(where: { passage.text(passage.words(before: $0.figure)).holds("满意") }) {
      return nil
    }
    let isSaved = ["节约率", "节支率", "核减率", "下浮率", "压减率"].contains(where: words.ends)
    // A share may be of what stands before the semicolon.
    let shares =
      words.begins(with: "占")
      ? own.last.map { last in before.filter { $0.unit == last.unit && $0.unit != "元" }.dropLast().map { ($0, last) } }
        ?? [] : []
    for pair in Self.pairs(of: own) + shares {
      let (less, more) = pair.0.value.exact < pair.1.value.exact ? (pair.0, pair.1) : (pair.1, pair.0)
      let found =
        isTurn
        ? WrittenRatio(percent: percent, part: pair.0.value.gap(to: pair.1.value), whole: pair.1.value)
        : WrittenRatio(percent: percent, part: less.value, whole: more.value)
      guard !isTurn || Self.isSetAgainst(pair, in: passage), found.isSlip(ofDigits: isSaved ? 3 : 4),
        // Asked last: it adds up all that stands around.
        !Self.isGiven(percent, by: near)
      else { continue }
      (self.figure, ratio, self.part, whole, isChange, self.passage) =
        isTurn ? (figure, found, pair.0, pair.1, true, passage) : (figure, found, less, more, false, passage)
      return
    }
    return nil
  }

  /// Rates of other years and goals, and what is no rate of these quantities.
  private static let told = [
    "上年", "去年", "目标", "不低于", "不超过", "计划", "利率", "年化", "浓度", "税率", "提高到", "提高至", "由", "从", "降至", "降到", "增至", "折", "标准",
  ]

  /// Some two of them, or a part and the sum of several, come to it in one of the usual ways.
  private static func isGiven(_ percent: WrittenNumber, by quantities: [ProseQuantity]) -> Bool {
    let units = Set(quantities.map(\.unit))
    return units.contains { unit in
      let values = quantities.filter { $0.unit == unit }.map(\.value)
      let sums = values.indices.flatMap { first in
        values.indices.dropFirst(first + 1).compactMap { StatedAmount(sumOf: Array(values[first...$0])) }
      }
      return values.contains { one in
        (values + sums).contains { other in
          [(one, other), (other, one), (one.gap(to: other), other), (one.gap(to: other), one)].contains {
            WrittenRatio(percent: percent, part: $0.0, whole: $0.1).isRight
          }
        }
      }
    }
  }

  /// Those of one unit, the nearest first, each with the one before it.
  private static func pairs(of quantities: [ProseQuantity]) -> [(ProseQuantity, ProseQuantity)] {
    quantities.indices.reversed().compactMap { index in
      quantities[..<index].last { $0.unit == quantities[index].unit }.map { ($0, quantities[index]) }
    }
  }

  /// 126件比上年的112件: the one behind 上年 is the base.
  private static func isSetAgainst(_ pair: (ProseQuantity, ProseQuantity), in passage: PassageReading) -> Bool {
    let words = passage.text(passage.words(before: pair.1.figure)).withoutBlanks
    return words.holds(anyOf: ["上年", "去年", "同期"])
  }

  private var finding: Finding {
    let quotes = [passage.quote(part.figure), passage.quote(whole.figure)]
    let working = isChange ? "（\(quotes[0]) 与 \(quotes[1]) 之差）÷ \(quotes[1])" : "\(quotes[0]) ÷ \(quotes[1])"
    let quoted = passage.quote(figure)
    return Finding(
      at: [figure, part.figure, whole.figure].map { .text(passage.passage.place($0.range)) },
      "所写 \(quoted)，\(working) 应为 \(ratio.right)%，数字相近，请核对。", derivation: "\(working) = \(ratio.right)% ≠ \(quoted)")
  }
}

extension WrittenRatio {
  /// Another rate of as many decimals, one slip away.
  fileprivate func isSlip(ofDigits least: Int) -> Bool {
    guard whole.exact > .zero,
      let exact = part.exact.divided(by: whole.exact)?.multiplied(by: Rational(100))
    else { return false }
    let decimals = max(0, -percent.exponent)
    // Near by, it may have been worked out from amounts before they were rounded.
    guard let off = exact.subtracting(percent.value)?.magnitude,
      let steps = percent.halfStep.multiplied(by: Rational(8)),
      off > steps
    else { return false }
    let (told, right) = (percent.value.spoken(decimals), exact.spoken(decimals))
    // Of three digits one may be another by chance.
    return switch DigitSlip(told, right) {
    case .swapped?: true
    case .exchanged?, .replaced?, .moved?: told.significantDigits >= least
    case nil: false
    }
  }
}
