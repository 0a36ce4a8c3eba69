import Figures
import Reading
import Rules
import Text

/// The average that prose tells of the scores of so many projects, each told with its own score before:
/// 项目自评得97.8分。… 4个项目平均得分97.63分.
struct AverageOfProjects {
  private let average: WrittenFigure
  private let number: WrittenNumber
  private let count: Int
  private let passage: PassageReading

  private static let finder = PassageFinder(in: [.prose, .twoFigures]) { read -> [AverageOfProjects] in
    let passage = read.passage
    guard passage.passage.text.holds("平均") else { return [] }
    return passage.figures.compactMap { AverageOfProjects($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .score(.number(let number)) = figure.kind, figure.isUnbounded, !figure.isApproximate else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard ["平均得分", "平均自评得分", "平均分", "平均得分为", "平均分为", "自评平均得分", "自评平均分"].contains(where: words.ends),
      let all = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).last,
      case .count(.number(let counted), let unit) = all.kind, unit == "个", let count = counted.whole, count >= 2,
      passage.text(all.range.upperBound..<figure.range.lowerBound).withoutBlanks.begins(with: "项目")
    else { return nil }
    (average, self.number, self.count, self.passage) = (figure, number, count, passage)
  }

  /// nil where not just as many scores are told, or they give the average.
  private func finding(among scores: [StatedScore]) -> Finding? {
    let own = scores.filter { $0.passage.passage.annex == passage.passage.annex && $0.figure != average }
    guard own.count == count, let sum = StatedAmount(sumOf: own.map { StatedAmount($0.number) }),
      let right = sum.exact.divided(by: Rational(Int64(count))),
      let gap = right.subtracting(number.value)?.magnitude, let step = number.halfStep.adding(number.halfStep),
      gap > step
    else { return nil }
    let quoted = passage.quote(average)
    return Finding(
      at: [.text(passage.passage.place(average.range))] + own.map { .text($0.place) },
      "前面 \(count) 个项目的平均得分为 \(right.spoken(2)) 分，所写 \(quoted)。",
      derivation: "\(own.map { $0.number.value.spoken(2) }.joined(separator: " + ")) ÷ \(count) = \(right.spoken(2))")
  }

  /// Averages of the report that its projects' scores do not give.
  static func findings(in dossier: Dossier) -> [Finding] {
    let told = dossier.found(in: finder)
    guard !told.isEmpty else { return [] }
    let scores = dossier.statements.passages.flatMap(\.totalScores).filter { $0.isOfProject }
    return told.compactMap { $0.finding(among: scores) }
  }
}
