import Evaluation
import Figures
import Reading

/// A total score that was worked out from fewer points than all: 80 of 90 points as 88.89 of 100.
struct Rescaling {
  /// The points that count.
  let points: Rational
  /// What was earned of them.
  let earned: Rational
  /// The total score as written.
  let total: Figure

  /// nil unless some points are missing, some of the rest were lost, and the total is the share that was earned.
  init?(of sheet: SheetReading) {
    let all = Rational(Int64(sheet.policy.scoring.executionPoints + sheet.policy.scoring.indicatorPoints))
    guard let scores = IndicatorScores(of: sheet), let total = sheet.figure("sum", "score"),
      let points = scores.points.adding(sheet.value("total", "points") ?? .zero),
      let earned = scores.score.adding(sheet.value("total", "score") ?? .zero),
      points < all, earned < points, earned != total.rational,
      let exact = earned.multiplied(by: all)?.divided(by: points),
      let gap = exact.subtracting(total.rational)?.magnitude, gap <= total.halfStep
    else { return nil }
    (self.points, self.earned, self.total) = (points, earned, total)
  }
}
