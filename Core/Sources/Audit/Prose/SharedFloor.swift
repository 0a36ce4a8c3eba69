import Figures
import Reading
import Rules
import Text

/// Words that all rates of a kind reach a number, behind one of them that does not: 两项满意度均达到95%以上.
struct SharedFloor {
  static let finder = PassageFinder(in: .threeFigures, holding: ["均", "都", "全部"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let floor = ProseQuantity.orGoal(figure), floor.unit == "%", figure.bound != .atMost, figure.bound != .below
    else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let words = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    let all = passage.text(clause).withoutBlanks
    guard let kind = kinds.first(where: words.holds), let first = words.firstPlace(of: kind),
      String(first).holds(anyOf: ["均", "都", "全部"]),
      String(first).holds(anyOf: ["达到", "超过", "高于", "在", "不低于", "达"]),
      !all.holds(anyOf: ["未", "不高于", "要求", "应", "目标为", "力争", "确保", "除", "下降", "降低"])
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let from = passage.sentences.last { $0.upperBound <= sentence.lowerBound }?.lowerBound ?? sentence.lowerBound
    let told = passage.figures(in: from..<clause.lowerBound)
    let named = told.filter { one in
      one.isPercent && !one.isApproximate && one.isUnbounded
        && passage.text(passage.words(before: one)).withoutBlanks.endsLike(kind)
    }
    guard named.count >= 2,
      let low = named.first(where: {
        ProseQuantity.orShare($0).map { $0.value.relation(to: floor.value) == .below } ?? false
      })
    else { return nil }
    return Finding(
      at: [clause, low.range].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(clause).droppingBlankEnds)”，而前面有 \(passage.quote(low))，没有达到。",
      derivation: "\(passage.quote(low)) < \(passage.quote(figure))")
  }

  private static let kinds = ["满意度", "满意率", "合格率", "覆盖率", "达标率", "完成率", "执行率", "及时率", "支付率", "准确率", "知晓率", "办结率"]
}

extension String {
  /// Ends in these words, but for a link to a number.
  fileprivate func endsLike(_ kind: String) -> Bool {
    ends(with: kind) || ["为", "达", "达到", "是"].contains { ends(with: kind + $0) }
  }

  /// What follows the first of some words.
  fileprivate func firstPlace(of words: String) -> Substring? {
    let parts = split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? parts[1] : nil
  }
}
