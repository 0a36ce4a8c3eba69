import Figures
import Reading
import Rules
import Text

/// Scores told one after the other for parts that were named before: 三部分分别得9.5分、56.3分和27分.
struct ScoresInTurn {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["得", "评", "分"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.sentences.compactMap { finding(in: $0, of: passage) ?? finding(summedIn: $0, of: passage) }
  }

  /// 投入18.5分、产出47分、效益28分，合计93.5分.
  private static func finding(summedIn sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard let end = figures.lastIndex(where: { ["合计", "共计", "总计", "合计得分", "总分"].contains(passage.label(of: $0)) }),
      let told = figures[end].points
    else { return nil }
    var scores: [WrittenFigure] = []
    for figure in figures[..<end].reversed() {
      let label = passage.label(of: figure)
      let next = scores.first ?? figures[end]
      let between = passage.text(figure.range.upperBound..<next.range.lowerBound).withoutBlanks
      guard figure.points != nil, (2...8).contains(label.unicodeScalars.count),
        ["、", ",", "和"].contains(where: between.begins),
        between.count(where: { ["、", ",", ";", "("].contains($0) }) <= 1,
        !label.holds(anyOf: ["满分", "分值", "权重", "扣", "加", "上年", "平均"])
      else { break }
      scores.insert(figure, at: 0)
    }
    let sum = scores.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    guard scores.count >= 3, sum != told, let gap = told.subtracting(sum)?.magnitude, gap < Rational(3) else {
      return nil
    }
    return finding(figures[end], scores, sum, in: passage)
  }

  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard
      let start = figures.firstIndex(where: { figure in
        let label = passage.label(of: figure)
        return figure.points != nil && label.holds(anyOf: ["分别", "依次"]) && label.holds("得")
      })
    else { return nil }
    var scores = [figures[start]]
    for figure in figures[(start + 1)...] {
      let between = passage.text(scores[scores.count - 1].range.upperBound..<figure.range.lowerBound).withoutBlanks
      guard figure.points != nil, ["、", "和", ",", "及", "与"].contains(between) else { break }
      scores.append(figure)
    }
    guard scores.count >= 3 else { return nil }
    let end = start + scores.count
    let behind =
      end < figures.count && ["合计", "共计", "共", "总分", "合计得分", "总计"].contains(passage.label(of: figures[end]))
      ? figures[end] : nil
    let before = passage.totalScores.first {
      $0.figure.range.upperBound <= sentence.lowerBound || $0.figure.range.upperBound <= scores[0].range.lowerBound
    }
    guard let total = behind ?? before?.figure, let told = total.points else { return nil }
    let sum = scores.compactMap(\.points).reduce(Rational.zero) { $0.adding($1) ?? $0 }
    // Far off, some of the parts are not told.
    guard sum != told, let gap = told.subtracting(sum)?.magnitude, gap < Rational(6) else { return nil }
    return finding(total, scores, sum, in: passage)
  }

  private static func finding(
    _ total: WrittenFigure, _ scores: [WrittenFigure], _ sum: Rational, in passage: PassageReading
  )
    -> Finding
  {
    Finding(
      at: ([total] + scores).map { .text(passage.passage.place($0.range)) },
      "所列各项得分之和 \(sum.spoken(2)) 分，与 \(passage.quote(total)) 不等。",
      derivation: "\(scores.map { passage.quote($0) }.joined(separator: " + ")) = \(sum.spoken(2))")
  }
}
