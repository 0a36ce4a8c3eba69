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
        || isOfSameChange(figure, quantity, in: passage)
    else { return nil }
    return Finding(
      at: [later, first].map { .text(passage.passage.place($0.range)) },
      "前面说\(passage.text(first.range))，后面说\(passage.text(later.range))，请核对。",
      derivation: "\(passage.text(first.range)), \(passage.text(later.range))")
  }

  /// 较上年的y减少d，同比增长p%: p is d of y, so both are told of one change.
  private static func isOfSameChange(_ figure: WrittenFigure, _ change: ProseQuantity, in passage: PassageReading)
    -> Bool
  {
    guard case .percent(.number(let percent)) = figure.kind,
      ["同比", "较上年", "比上年"].contains(where: passage.text(passage.words(before: figure)).withoutBlanks.begins),
      let told = StatedChange(change.figure, in: passage), told.isRight
    else { return false }
    return told.ratio(percent).isRight
  }
}
