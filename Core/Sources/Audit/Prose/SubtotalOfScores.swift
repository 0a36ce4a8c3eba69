import Figures
import Reading
import Rules
import Text

/// A subtotal behind the scores of one part of an evaluation: 立项充分，得5分；目标合理，得4分；分配合理，得5分。小计14分.
struct SubtotalOfScores {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["小计"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let total = figure.points, words(before: figure, in: passage).isExactly(anyOf: ["小计", "小计得", "小计得分", "小计为"])
    else {
      return nil
    }
    let before = passage.figures(in: 0..<figure.range.lowerBound)
    let last = before.last { words(before: $0, in: passage).begins(with: "小计") }
    let scores = before.filter { $0.points != nil && $0.range.lowerBound >= last?.range.upperBound ?? 0 }
    let earned = scores.filter { one in
      ["得", "得分", "自评得", "实得"].contains { words(before: one, in: passage).ends(with: $0) }
    }
    // What is not said to be got is told of what could be.
    guard earned.count >= 2, !scores.contains(where: { words(before: $0, in: passage).holds("扣") }) else { return nil }
    let sum = earned.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    guard sum != total, let gap = sum.subtracting(total)?.magnitude, gap <= Rational(3) else { return nil }
    let terms = earned.map { passage.quote($0) }.joined(separator: " + ")
    return Finding(
      at: ([figure] + earned).map { .text(passage.passage.place($0.range)) },
      "所列各项得分之和 \(sum.spoken(2)) 分，小计写为 \(passage.quote(figure))。", derivation: "\(terms) = \(sum.spoken(2))")
  }

  private static func words(before figure: WrittenFigure, in passage: PassageReading) -> String {
    passage.text(passage.words(before: figure)).withoutBlanks
  }
}
