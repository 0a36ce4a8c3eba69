import Figures
import Reading
import Rules
import Text

/// What a part is worth, what it got and what was taken off, told in turn: 效益类25分，得23.5分，扣1.5分.
struct PointsOfPart {
  static let finder = PassageFinder(in: .threeFigures, holding: ["扣"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("得") else { return [] }
    let scores = passage.figures.filter { $0.kind.extent != nil }
    return scores.indices.dropFirst(2).compactMap { index in
      finding(scores[index - 2], scores[index - 1], scores[index], in: passage)
    }
  }

  private static func finding(
    _ first: WrittenFigure, _ second: WrittenFigure, _ third: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    guard let worth = first.points, let got = second.points, let off = third.points,
      [first, second, third].allSatisfy({ $0.isUnbounded && !$0.isApproximate }), worth > off, off > .zero,
      ["得", "实得", "得分", "自评得分", "自评得"].contains(passage.text(passage.words(before: second)).withoutBlanks),
      ["扣", "扣分", "扣减", "扣除", "共扣"].contains(passage.text(passage.words(before: third)).withoutBlanks),
      // Nothing but a comma parts the three.
      [first, second].map(\.range.upperBound).allSatisfy({ end in
        end < passage.scalars.count && [",", ")", "、"].contains(passage.scalars[end])
      }),
      !passage.text(passage.words(before: first)).withoutBlanks.holds(anyOf: ["得", "扣"]),
      let sum = got.adding(off), sum != worth, let right = worth.subtracting(got), right >= .zero
    else { return nil }
    let quotes = [first, second, third].map { passage.quote($0) }
    return Finding(
      at: [third, first, second].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0]) 减去 \(quotes[1]) 为 \(right.spoken(2)) 分，所写扣分 \(quotes[2])。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(right.spoken(2)) ≠ \(quotes[2])")
  }
}
