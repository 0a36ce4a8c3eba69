import Figures
import Reading
import Rules
import Text

/// A rate that is better high and fell, and words right behind that it became better: 水质达标率下降1.4个百分点，水质明显改善.
struct ClaimAgainstTurn {
  static let finder = PassageFinder(in: [.prose, .figure], holding: ["率"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: claims) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let claims = ["改善", "提升", "好转", "向好", "提高", "增强"]
  private static let degrees: Set<String> = [
    "", "明显", "持续", "显著", "进一步", "稳步", "不断", "逐步", "有所", "得到", "得到明显", "得到进一步", "状况明显", "状况持续", "大幅", "整体",
  ]
  private static let rates = ["达标率", "合格率", "优良率", "覆盖率", "入学率", "就业率", "办结率", "成活率", "普及率", "保证率", "完好率"]

  /// For the change of a rate in a clause right behind the rate.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percentPoints(.number) = figure.kind, figure.isUnbounded, let turn = passage.turn(before: figure),
      turn.cue == .fall
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard let rate = before.last, rate.isPercent else { return nil }
    let name = passage.name(before: rate)
    guard let kind = rates.first(where: name.ends), name.unicodeScalars.count >= kind.unicodeScalars.count + 2 else {
      return nil
    }
    let subject = String(name.dropLast(kind.count).suffix(2))
    let end = passage.clause(at: figure.range.lowerBound).upperBound
    guard end + 1 < sentence.upperBound else { return nil }
    let claim = passage.clause(at: end + 1)
    let words = passage.text(claim).withoutBlanks
    // 水质明显改善 is of the rate, 水质管理能力提升 is not.
    guard words.begins(with: subject), let verb = claims.first(where: words.ends),
      degrees.contains(String(words.dropFirst(subject.count).dropLast(verb.count))),
      passage.figures(in: claim).isEmpty
    else { return nil }
    return Finding(
      at: [claim, turn.range.lowerBound..<figure.range.upperBound].map { .text(passage.passage.place($0)) },
      "\(name)\(passage.text(turn.range))，却写“\(words)”，请核对。", derivation: "\(passage.text(turn.range)), \(words)")
  }
}
