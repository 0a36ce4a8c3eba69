import Figures
import Reading
import Rules
import Text

/// A number of things and what each of them costs, beside a sum that is 10,000 times too much or too little:
/// 3.6万公里，每公里6.8元，共24.48元.
struct SlippedProduct {
  static let finder = PassageFinder { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.figures.count >= 3, passage.passage.text.holds(anyOf: ["每", "单价"]) else { return [] }
    return passage.passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil for what is no price, and where no count gives such a sum.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let price = price(figure) else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let others = passage.figures(in: sentence).filter { $0 != figure }.compactMap(ProseQuantity.init)
    let things = others.filter { !["", "元", "㎡"].contains($0.unit) }
    // 18万份，单价2.5元 is of what is counted last before it.
    let isOfLast = ["单价", "单价为", "均价", "均价为"].contains(words)
    let counts =
      isOfLast
      ? things.filter { $0.figure.range.upperBound <= figure.range.lowerBound }.suffix(1)
      : things.filter { words.holds("每" + $0.unit) }[...]
    for count in counts {
      guard let product = price.exact.multiplied(by: count.value.exact), product > .zero else { continue }
      let right = StatedAmount(product, slack: .zero)
      for total in others where total.unit == "元" {
        guard let ratio = total.value.exact.divided(by: product), isTenThousand(ratio) else { continue }
        let quotes = [figure, count.figure, total.figure].map { passage.quote($0) }
        return Finding(
          at: [total.figure, figure, count.figure].map { .text(passage.passage.place($0.range)) },
          "\(quotes[0]) × \(quotes[1]) 为 \(right.spoken)，所写 \(quotes[2]) 相差一万倍，单位可能写错。",
          derivation: "\(quotes[0]) × \(quotes[1]) = \(right.digits) ≠ \(total.value.digits)")
      }
    }
    return nil
  }

  private static func price(_ figure: WrittenFigure) -> StatedAmount? {
    guard let quantity = ProseQuantity(figure), quantity.unit == "元", quantity.value.exact > .zero else { return nil }
    return quantity.value
  }

  /// Within a hundredth of 10,000 or of its inverse.
  private static func isTenThousand(_ ratio: Rational) -> Bool {
    let steps = [Rational(10_000), Rational(1, over: 10_000) ?? .zero]
    return steps.contains { step in
      guard let share = ratio.divided(by: step), let gap = share.subtracting(.one)?.magnitude,
        let least = Rational(1, over: 100)
      else { return false }
      return gap < least
    }
  }
}
