import Evaluation
import Figures
import Reading
import Text

/// A level of the indicators with the third-level lines under it and the sums that a document shows of them.
struct IndicatorLevel {
  let id: String
  /// Without the points printed behind it.
  let name: String
  let lines: [IndicatorLine]
  /// The level above, for a sum whose row does not say of which one it is.
  let outer: [IndicatorLine]

  /// First and second levels of a sheet, in order.
  static func all(of sheet: SheetReading) -> [IndicatorLevel] {
    (sheet.tree?.groups ?? []).flatMap { group -> [IndicatorLevel] in
      let lines = sheet.indicators.filter { $0.group.id == group.id }
      return [IndicatorLevel(id: group.id, name: group.label.plainLabel, lines: lines, outer: [])]
        + group.nodes.map { node in
          IndicatorLevel(
            id: node.id, name: node.label.plainLabel, lines: lines.filter { $0.node.id == node.id }, outer: lines)
        }
    }
  }
}

extension String {
  /// 产出指标 of 产出指标（50分）.
  var plainLabel: String {
    String(scalars: unicodeScalars.prefix { $0 != "（" && $0 != "(" }.lazy.filter { !$0.properties.isWhitespace })
  }
}

extension SheetReading {
  /// A sum of indicators that the document shows; nil where it shows none.
  func shownSum(_ row: String, _ column: String) -> Figure? {
    entry(row, column).flatMap { CellKind.points.figure(reading: $0.text) }
  }
}
