import Figures
import Reading
import Rules
import Text

/// A number of things and what each of them costs, beside a sum that is 10,000 times too much or too little:
/// 3.6万公里，每公里6.8元，共24.48元. Right behind the price it may also be ten or a hundred times off.
struct SlippedProduct {
  static let finder = PassageFinder(in: .threeFigures, holding: ["每", "单价"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
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
      : things.filter {
        words.holds("每" + $0.unit) || ["人", "名"].contains($0.unit) && words.holds(anyOf: ["每生", "每人", "每名", "生均"])
      }[...]
    for count in counts {
      guard let product = price.exact.multiplied(by: count.value.exact), product > .zero else { continue }
      let right = StatedAmount(product, slack: .zero)
      for total in others where total.unit == "元" {
        guard let ratio = total.value.exact.divided(by: product) else { continue }
        let isNext =
          count.figure.range.upperBound <= figure.range.lowerBound && passage.isNext(total.figure, behind: figure)
        let steps = isNext ? [10_000, 1_000, 100, 10] : [10_000]
        guard let step = steps.first(where: { isOff(ratio, by: $0) }) else { continue }
        let times = [10_000: "一万倍，单位可能写错", 1_000: "一千倍", 100: "一百倍", 10: "十倍"][step] ?? ""
        let quotes = [figure, count.figure, total.figure].map { passage.quote($0) }
        return Finding(
          at: [total.figure, figure, count.figure].map { .text(passage.passage.place($0.range)) },
          "\(quotes[0]) × \(quotes[1]) 为 \(right.spoken)，所写 \(quotes[2]) 相差\(times)。",
          derivation: "\(quotes[0]) × \(quotes[1]) = \(right.digits) ≠ \(total.value.digits)")
      }
    }
    return nil
  }

  private static func price(_ figure: WrittenFigure) -> StatedAmount? {
    guard let quantity = ProseQuantity(figure), quantity.unit == "元", quantity.value.exact > .zero else { return nil }
    return quantity.value
  }

  /// Within a hundredth of so many times or of its inverse.
  private static func isOff(_ ratio: Rational, by times: Int) -> Bool {
    let steps = [Rational(Int64(times)), Rational(1, over: Int128(times)) ?? .zero]
    return steps.contains { step in
      guard let share = ratio.divided(by: step), let gap = share.subtracting(.one)?.magnitude,
        let least = Rational(1, over: 100)
      else { return false }
      return gap < least
    }
  }
}

extension PassageReading {
  /// In the clause behind a price, with nothing but words for what was paid before it: 每册2.8元，印刷费9.8万元.
  fileprivate func isNext(_ total: WrittenFigure, behind price: WrittenFigure) -> Bool {
    guard price.range.upperBound <= total.range.lowerBound else { return false }
    let between = text(price.range.upperBound..<total.range.lowerBound).withoutBlanks
    return between.unicodeScalars.count <= 10 && !between.holds(anyOf: ["。", ";", "其中", "另", "含", "占"])
      && between.unicodeScalars.count(where: { $0 == "," }) <= 1
  }
}
