import Figures
import Reading
import Text

/// A score and the scores that make it up: 得分95分，其中预算执行9分、产出48分、效益28分、满意度10分.
struct ScoreParts {
  let parts: [WrittenFigure]
  let sum: Rational

  /// nil where fewer than three are told, or they add up.
  init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let total = figure.score, passage.text(passage.words(before: figure)).holds("得分") || passage.isScore(figure)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let rest = figure.range.upperBound..<sentence.upperBound
    guard let lead = passage.marks(in: rest).first(where: { $0.cue == .parts || $0.cue == .allParts }),
      passage.figures(in: rest.lowerBound..<lead.range.lowerBound).isEmpty
    else { return nil }
    let behind = passage.figures(in: lead.range.upperBound..<sentence.upperBound)
    parts = Array(behind.prefix { $0.score != nil })
    let words = parts.map { passage.text(passage.words(before: $0)) }
    guard parts.count >= 3, parts.count == behind.count, words.allSatisfy({ !$0.holds(anyOf: Self.others) }) else {
      return nil
    }
    let sum = parts.compactMap(\.score).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    guard sum != total else { return nil }
    self.sum = sum
  }

  /// Words before what is no score of a part.
  private static let others = ["满分", "分值", "权重", "扣", "加分", "平均", "上年", "去年"]
}

extension WrittenFigure {
  fileprivate var score: Rational? { if case .score(.number(let number)) = kind { number.value } else { nil } }
}

extension PassageReading {
  fileprivate func isScore(_ figure: WrittenFigure) -> Bool {
    text(words(before: figure)).withoutBlanks.holds(anyOf: ["自评分", "总分", "自评"])
  }
}
