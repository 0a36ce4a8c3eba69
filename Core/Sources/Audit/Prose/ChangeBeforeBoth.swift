import Figures
import Reading
import Rules
import Text

/// A change told before the two numbers that it lies between: 较上年减少126件，上年为384件，2024年为268件.
struct ChangeBeforeBoth {
  static let finder = PassageFinder(in: .threeFigures, holding: ["上年", "去年"]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return zip(zip(figures, figures.dropFirst()), figures.dropFirst(2)).compactMap { pair, third in
      finding(pair.0, pair.1, third, in: passage)
    }
  }

  private static func finding(
    _ first: WrittenFigure, _ second: WrittenFigure, _ third: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    guard let change = ProseQuantity.orPoints(first), let base = ProseQuantity(second), let now = ProseQuantity(third),
      base.unit == now.unit, change.unit == base.unit, !base.unit.isEmpty,
      passage.sentence(at: first.range.lowerBound).contains(third.range.lowerBound)
    else { return nil }
    let lead = passage.text(passage.words(before: first)).withoutBlanks
    guard ["增加", "增长", "减少", "下降", "增加了", "减少了", "多", "少"].contains(where: lead.ends),
      lead.holds(anyOf: ["比上年", "较上年", "比去年", "较去年"]),
      ["上年", "上年为", "去年", "去年为", "上年是", "去年是"].contains(passage.text(passage.words(before: second)).withoutBlanks),
      isOfThisYear(third, in: passage)
    else { return nil }
    let gap = now.value.gap(to: base.value).with(now.value.slack, base.value.slack)
    guard gap.relation(to: change.value) != .agree else { return nil }
    let quotes = [first, third, second].map { passage.quote($0) }
    let right = gap.exact.spoken(2)
    return Finding(
      at: [first, second, third].map { .text(passage.passage.place($0.range)) },
      "所写增减 \(quotes[0])，\(quotes[1]) 与 \(quotes[2]) 相差 \(base.unit == "元" ? gap.spoken : right + base.unit)。",
      derivation: "\(quotes[1]) − \(quotes[2]) ≠ \(quotes[0])")
  }

  private static func isOfThisYear(_ figure: WrittenFigure, in passage: PassageReading) -> Bool {
    let words = passage.words(before: figure)
    let text = passage.text(words).withoutBlanks
    if ["今年", "今年为", "本年", "本年为", "当年", "当年为"].contains(text) { return true }
    guard let year = passage.figures(in: words).first(where: { $0.year != nil }) else { return false }
    let rest = passage.text(year.range.upperBound..<words.upperBound).withoutBlanks
    return ["", "为", "是", "达"].contains(rest)
  }
}
