import Figures
import Reading
import Rules
import Text

/// What every guest cost, told behind the sum and their number, in the same paragraph:
/// 公务接待费6.26万元。…接待86批次734人次，人均85.29元.
struct ReceptionAverage {
  static let finder = PassageFinder(in: [.prose, .amount], holding: ["接待"]) { read -> [Finding] in
    let passage = read.passage
    guard read.amounts.contains(where: { $0.item == .reception }),
      passage.passage.text.holds(anyOf: ["人均", "批均", "次均"])
    else { return [] }
    let sums = read.amounts.filter {
      $0.item == .reception && $0.role == .level && !$0.amount.isZero && !$0.isApproximate
    }
    return passage.figures.compactMap { finding(on: $0, in: passage, of: sums) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading, of sums: [AmountStatement])
    -> Finding?
  {
    guard case .amount(.number(let average)) = figure.kind, figure.isUnbounded, average.value > .zero else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let units = words.holds("人均") ? ["人次", "人"] : words.holds(anyOf: ["批均", "次均"]) ? ["批次", "批", "次"] : []
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap(ProseQuantity.init)
    let counts = before.filter { units.contains($0.unit) }
    let spent = sums.filter { $0.range.upperBound <= figure.range.lowerBound && $0.stage != .budget }
    guard counts.count == 1, let count = counts.first, spent.count == 1, let sum = spent.first,
      !words.holds(anyOf: ["标准", "上年", "去年", "不超过"]),
      // 其中外事接待 takes a part of the sum.
      !passage.has(.parts, in: sum.range.upperBound..<figure.range.lowerBound),
      passage.text(sentence.lowerBound..<figure.range.lowerBound).holds("接待"),
      let right = sum.stated.exact.divided(by: count.value.exact), right > .zero,
      let ratio = average.value.divided(by: right), let gap = ratio.subtracting(.one)?.magnitude,
      let near = Rational(1, over: figure.isApproximate ? 10 : 50), gap > near, ratio < Rational(12),
      ratio > Rational(1, over: 12) ?? .one
    else { return nil }
    let quotes = [passage.text(sum.range), passage.quote(count.figure), passage.quote(figure)]
    return Finding(
      at: [figure.range, sum.range, count.figure.range].map { .text(passage.passage.place($0)) },
      "\(quotes[0]) ÷ \(quotes[1]) 为 \(right.spoken(2))元，所写 \(quotes[2])。",
      derivation: "\(quotes[0]) ÷ \(quotes[1]) = \(right.spoken(2)) ≠ \(quotes[2])")
  }
}
