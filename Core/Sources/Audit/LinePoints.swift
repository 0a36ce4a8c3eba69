import Evaluation
import Figures
import Reading
import Text

/// One column of points over some indicators: what is filled in and what is not.
struct LinePoints {
  let filled: [CellAddress]
  let figures: [Figure]
  /// Indicators that are begun but have no number here.
  let blank: [CellAddress]

  init(of lines: [IndicatorLine], in column: Column) {
    let begun = lines.filter { !$0.isBlank }
    let numbered = begun.compactMap { line in line[column].map { (line.address(column.role), $0) } }
    filled = numbered.map(\.0)
    figures = numbered.map(\.1)
    // 无 in a row without points or score says that there is none.
    blank = begun.filter { $0[column] == nil && !($0.name.saysNothing && $0.points == nil && $0.score == nil) }
      .map { $0.address(column.role) }
  }

  enum Column {
    case points, score
    var role: IndicatorColumn { self == .points ? .points : .score }
  }
}

extension IndicatorLine {
  fileprivate subscript(column: LinePoints.Column) -> Figure? {
    switch column {
    case .points: points
    case .score: score
    }
  }
}
