import Figures
import Reading
import Rules
import Text

/// How many there are, what each costs and what they come to, told in turn, one of them mistyped:
/// 1200册，单价85元，共12.2万元.
struct UnitPriceTotal {
  static let finder = PassageFinder(in: .threeFigures, holding: ["单价"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    guard ["单价", "单价为"].contains(passage.text(passage.words(before: figure)).withoutBlanks),
      !passage.text(part).holds(anyOf: ["优惠", "折", "部分", "扣除"])
    else { return nil }
    let told = passage.figures(in: part).filter { $0.kind.extent != nil }
    guard let place = told.firstIndex(of: figure), place > 0, place + 1 < told.count,
      let price = ProseQuantity(figure), price.unit == "元", let count = ProseQuantity(told[place - 1]),
      !["", "元"].contains(count.unit), let total = ProseQuantity(told[place + 1]), total.unit == "元",
      let product = count.value.exact.multiplied(by: price.value.exact), product > .zero
    else { return nil }
    let right = StatedAmount(product, slack: .zero)
    guard right.relation(to: total.value) != .agree, total.value.digits.significantDigits >= 3,
      right.isSlip(of: total.value)
    else { return nil }
    let quotes = [told[place - 1], figure, told[place + 1]].map { passage.quote($0) }
    return Finding(
      at: [told[place + 1], figure, told[place - 1]].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0]) × \(quotes[1]) 为 \(right.spoken)，所写 \(quotes[2])，请核对。",
      derivation: "\(quotes[0]) × \(quotes[1]) = \(right.digits) ≠ \(quotes[2])")
  }
}
