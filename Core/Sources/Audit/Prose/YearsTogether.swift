import Figures
import Reading
import Rules
import Text

/// What two years come to: 2023年完成投资3120.4万元，2024年完成3208.5万元，累计完成6328.9万元.
struct YearsTogether {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["累计"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 4 else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage, of: read.year) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading, of year: Int) -> Finding? {
    guard let total = ProseQuantity(figure), !total.unit.isEmpty,
      ["累计", "累计完成", "累计投入", "累计支出", "累计到位", "累计完成投资", "累计支付"].contains(
        passage.text(passage.words(before: figure)).withoutBlanks)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    let parts = before.suffix(4)
    guard parts.count == 4, let first = ProseQuantity(parts[parts.startIndex + 1]),
      let second = ProseQuantity(parts[parts.startIndex + 3]), first.unit == total.unit, second.unit == total.unit,
      let one = parts[parts.startIndex].year?.number(in: year),
      let other = parts[parts.startIndex + 2].year?.number(in: year),
      one + 1 == other,
      !before.dropLast(4).contains(where: {
        ProseQuantity($0)?.unit == total.unit && passage.text(passage.words(before: $0)).holds(anyOf: ["年", "累计", "已"])
      }),
      let sum = StatedAmount(sumOf: [first.value, second.value]), sum.relation(to: total.value) != .agree,
      let ratio = sum.exact.divided(by: total.value.exact), ratio > Rational(4, over: 5) ?? .zero,
      ratio < Rational(6, over: 5) ?? .one
    else { return nil }
    return Finding("两年", [first, second], comingTo: sum, of: total, in: passage)
  }
}
