import Figures
import Reading
import Rules
import Text

/// Points between two rates with the word for the other direction: 94.2%，较上年的92.7%下降1.5个百分点.
struct PointTurn {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["百分点"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = PointChange(figure, in: passage), change.isRight, let now = ProseQuantity.orShare(change.now),
      let base = ProseQuantity.orShare(change.base), let turn = passage.turn(before: figure),
      now.value.relation(to: base.value) == (turn.cue == .rise ? .below : .above)
    else { return nil }
    let quotes = [now, base].map { passage.quote($0.figure) }
    return Finding(
      at: [turn.range, now.figure.range, base.figure.range].map { .text(passage.passage.place($0)) },
      "写\(passage.text(turn.range))，\(quotes[0]) 比 \(quotes[1]) \(turn.cue == .rise ? "低" : "高")，方向相反。",
      derivation: "\(quotes[0]) \(turn.cue == .rise ? "<" : ">") \(quotes[1])")
  }
}
