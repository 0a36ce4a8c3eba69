import Evaluation
import Figures
import Reading

/// Points of indicators that must come to what the policy sets.
struct PointTotal {
  /// How messages call their sum.
  let name: String
  let lines: [IndicatorLine]
  let required: Figure
  /// Budget execution, whose points count with them: its cell, and what the policy sets where that is blank.
  var execution: (cell: CellAddress, points: Figure)?
  /// Where the form says their sum, and how messages call that.
  var stated: (name: String, cell: CellAddress)?
  /// The stated sum may be that of the indicators alone.
  var mayLeaveOutExecution = false
}

extension Dossier {
  /// nil where no points are filled in, or too few to tell.
  func look(at total: PointTotal) -> Look? {
    let points = LinePoints(of: total.lines, in: .points)
    let execution = total.execution.map { calculation.figure(at: $0.cell) ?? $0.points }
    guard !points.figures.isEmpty,
      let sum = WrittenSum(exactly: points.figures + [execution].compactMap { $0 })
    else { return nil }
    if sum.figure < total.required, !points.blank.isEmpty { return nil }
    let cells = [total.stated?.cell].compactMap { $0 } + points.filled
    let look = sum.mustBe(
      total.required, spoken: "\(total.name) \(sum.figure)，制度规定 \(total.required)", at: cells)
    guard case .agrees? = look, let place = total.stated, let stated = calculation.figure(at: place.cell) else {
      return look
    }
    if total.mayLeaveOutExecution, WrittenSum(exactly: points.figures)?.figure == stated { return .agrees }
    return sum.mustBe(stated, spoken: "\(place.name) \(stated)，各项分值合计 \(sum.figure)", at: cells)
  }
}
