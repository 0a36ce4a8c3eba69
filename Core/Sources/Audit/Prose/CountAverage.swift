import Figures
import Reading
import Rules
import Text

/// How many of something there were on average, beside how often and how many in all: 展览5期，观众2.64万人次，平均每期5280人次.
struct CountAverage {
  static let finder = PassageFinder(in: .threeFigures, holding: ["平均每"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  /// nil where two quantities told before it in its sentence give it.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let average = ProseQuantity(figure), !["", "元", "㎡"].contains(average.unit), average.value.exact > .zero
    else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let sentence = passage.semicolonPart(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap(ProseQuantity.init)
    let counts = before.filter { words.ends(with: "平均每" + $0.unit) && !$0.unit.isEmpty }
    let totals = before.filter { $0.unit == average.unit }
    guard counts.count == 1, totals.count == 1, let count = counts.first, let total = totals.first,
      let quotient = total.value.exact.divided(by: count.value.exact),
      let ratio = average.value.exact.divided(by: quotient), let gap = ratio.subtracting(.one)?.magnitude,
      // What is rounded to whole ones or to 万 lies near.
      let far = Rational(1, over: 20), gap > far, gap < .one, quotient > Rational(10),
      // 比上年 and 目标 are of something else.
      !passage.marks(in: sentence.lowerBound..<figure.range.lowerBound).contains(where: {
        [.comparison, .target].contains($0.cue)
      })
    else { return nil }
    let quotes = [total, count, average].map { passage.quote($0.figure) }
    return Finding(
      at: [average, count, total].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) ÷ \(quotes[1]) 为 \(quotient.spoken(2))，所写平均 \(quotes[2])。",
      derivation: "\(quotes[0]) ÷ \(quotes[1]) = \(quotient.spoken(2)) ≠ \(quotes[2])")
  }
}
