import Figures
import Reading
import Rules
import Text

/// What every part of an evaluation was worth and got, told in turn in one sentence, against the score told elsewhere:
/// 投入10分得10分，过程20分得18.6分，产出40分得36分，效益30分得24分 and 自评得分89.6分.
struct ScorePairs {
  let passage: PassageReading
  let figures: [WrittenFigure]
  let total: Rational

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["得"]) { read -> [ScorePairs] in
    let passage = read.passage
    guard passage.figures.count >= 6 else { return [] }
    return passage.sentences.compactMap { ScorePairs(in: $0, of: passage) }
  }

  /// nil unless the parts are worth 100 together.
  private init?(in sentence: Range<Int>, of passage: PassageReading) {
    let told = passage.figures(in: sentence).filter { $0.score != nil && $0.isUnbounded && !$0.isApproximate }
    guard told.count >= 6 else { return nil }
    var (worth, got) = (Rational.zero, Rational.zero)
    var earned: [WrittenFigure] = []
    for (first, second) in zip(told, told.dropFirst()) {
      let between = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
      guard ["得", ",得", ",得分", ",实得", ",自评得", ",自评得分", "得分"].contains(between), let x = first.score,
        let y = second.score,
        let more = worth.adding(x), let all = got.adding(y)
      else { continue }
      (worth, got) = (more, all)
      earned.append(second)
    }
    guard earned.count >= 3, worth == Rational(100),
      earned.count * 2 == told.count || earned.count * 2 + 1 == told.count
    else {
      return nil
    }
    (self.passage, figures, total) = (passage, earned, got)
  }

  /// The score of the whole that the same or a neighbouring paragraph tells is another.
  func finding(in dossier: Dossier) -> Finding? {
    let own = dossier.statements.passages.filter {
      $0.passage.annex == passage.passage.annex && $0.passage.role != .cell
    }
    let told = own.flatMap { other in
      other.passage.figures.filter { figure in
        guard figure.score != nil, figure.isUnbounded, !figures.contains(figure) || other !== passage else {
          return false
        }
        let words = other.text(other.words(before: figure)).withoutBlanks
        return ["自评得分", "自评得分为", "自评总分", "自评总分为", "综合得分", "综合得分为", "总得分", "总得分为", "自评分为", "总分为"].contains(
          where: words.ends)
          && !words.holds(anyOf: ["项目", "指标", "上年", "去年"])
      }.map { (other, $0) }
    }
    guard told.count == 1, let (other, figure) = told.first, let score = figure.score, score != total else {
      return nil
    }
    let spoken = total.spoken(2)
    return Finding(
      at: [.text(other.passage.place(figure.range))] + figures.map { .text(passage.passage.place($0.range)) },
      "各部分得分之和 \(spoken) 分，自评得分写为 \(other.quote(figure))。", derivation: "\(spoken) ≠ \(other.quote(figure))")
  }
}

extension WrittenFigure {
  /// 18.6 of 18.6分; no count of 分, as pairs are read off their kind alone.
  fileprivate var score: Rational? {
    if case .score(.number(let number)) = kind { number.value } else { nil }
  }
}
