import Evaluation
import Figures

extension WrittenSum {
  /// A finding where the sum cannot stand for the number it should be; `spoken` says both, without the difference.
  func mustBe(_ right: Figure, spoken: String, at cells: [CellAddress]) -> Look? {
    guard let gap = gap(to: right) else { return nil }
    guard !gap.isRounding else { return .agrees }
    return .breaks(
      Finding(
        at: cells.map { .cell($0) }, "\(spoken)，相差 \(gap.figure)。", derivation: "\(working) ≠ \(right)"))
  }
}
