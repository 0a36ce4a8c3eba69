import Evaluation
import Figures
import Reading
import Rules

/// A row with points and a score: budget execution or an indicator.
struct ScoredRow {
  let name: String
  let points: Figure?
  /// nil where none is filled in.
  let score: Figure?
  let cells: (score: CellAddress, points: CellAddress)

  static func all(of sheet: SheetReading) -> [ScoredRow] {
    let execution = BudgetExecution(of: sheet)
    let first = ScoredRow(
      name: "预算执行", points: sheet.figure("total", "points"), score: sheet.figure("total", "score"),
      cells: (execution.score, execution.points))
    return [first]
      + sheet.indicators.map { line in
        ScoredRow(
          name: line.title, points: line.points, score: line.score, cells: (line.address(.score), line.address(.points))
        )
      }
  }

  var look: Look? {
    guard let score else { return nil }
    if score.isNegative {
      return .breaks(Finding(at: cells.score, message: "\(name)得 \(score) 分，得分不能为负。", derivation: "\(score) < 0"))
    }
    guard let points, let surplus = WrittenSum(exactly: [score])?.gap(to: points), surplus.isExcess else {
      return .agrees
    }
    return .breaks(
      Finding(
        at: cells.score, cells.points, message: "\(name)得 \(score) 分，超过分值 \(points)，多 \(surplus.figure) 分。",
        derivation: "\(score) > \(points)"))
  }
}
