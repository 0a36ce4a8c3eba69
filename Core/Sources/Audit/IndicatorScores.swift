import Evaluation
import Figures
import Reading

/// All indicators of one sheet added up; nil where one that counts has no points or no score.
struct IndicatorScores {
  let lines: [IndicatorLine]
  let points: Rational
  let score: Rational

  init?(of sheet: SheetReading) {
    lines = sheet.countedLines
    var (points, score) = (Rational.zero, Rational.zero)
    for line in lines {
      guard let more = line.points, let earned = line.score, let nextPoints = points.adding(more.rational),
        let nextScore = score.adding(earned.rational)
      else { return nil }
      (points, score) = (nextPoints, nextScore)
    }
    guard !lines.isEmpty else { return nil }
    self.points = points
    self.score = score
  }
}

extension Rational {
  /// In digits, with at most `decimals` decimals.
  func spoken(_ decimals: Int) -> String { rounded(decimals: decimals)?.trimmed.description ?? "?" }
}
