import Figures
import Reading
import Rules
import Text

/// A change and a rate behind it that go opposite ways: 增加0.07万人，下降4.52%.
struct OppositeTurns {
  static let finder = PassageFinder(in: .twoFigures) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard figure.isPercent, let later = passage.turn(before: figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).last { $0.kind.extent != nil }
    guard let change = before, let quantity = ProseQuantity(change), !quantity.unit.isEmpty,
      let first = passage.turn(before: change), first.cue != later.cue,
      first.range.upperBound == change.range.lowerBound,
      passage.isChangeAlone(change.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    return Finding(
      at: [later, first].map { .text(passage.passage.place($0.range)) },
      "前面说\(passage.text(first.range))，后面说\(passage.text(later.range))，请核对。",
      derivation: "\(passage.text(first.range)), \(passage.text(later.range))")
  }
}
