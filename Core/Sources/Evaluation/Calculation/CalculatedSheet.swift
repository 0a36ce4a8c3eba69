public import Figures

/// One form sheet with what every cell of it comes to.
///
/// A sheet whose cells show what they showed before is the very same object after the next change.
public final class CalculatedSheet: Sendable {
  public let layout: Calculation.SheetLayout
  /// As the layout's definitions.
  let results: [CellResult]
  /// The other sheets that its formulas looked at, by their places in the filing.
  let readSheets: Set<Int>

  init(_ layout: Calculation.SheetLayout, _ results: [CellResult], reading readSheets: Set<Int>) {
    self.layout = layout
    self.results = results
    self.readSheets = readSheets
  }

  func result(of row: String, _ column: String) -> CellResult? {
    layout.position(of: row, column).map { results[$0] }
  }

  /// The text that a cell shows: computed where it is computed, otherwise as typed.
  public func text(_ row: String, _ column: String) -> String {
    result(of: row, column)?.text ?? layout.sheet.entries[CellKey(row, column)]?.text ?? ""
  }
  /// The exact value of a number cell; nil when it is blank or cannot be read.
  public func value(_ row: String, _ column: String) -> Rational? { result(of: row, column)?.value }
  /// The figure as it is written in a number cell.
  public func figure(_ row: String, _ column: String) -> Figure? { result(of: row, column)?.figure }
  /// What a rule or formula gives, where the cell itself is typed or taken as it was written.
  public func proposal(_ row: String, _ column: String) -> Figure? { result(of: row, column)?.proposal }
  /// What the scoring rule says of a score.
  public func advice(_ row: String, _ column: String) -> ScoreAdvice? { result(of: row, column)?.advice }
  /// What an indicator's target or actual value says; nothing at any other address.
  public func meaning(_ row: String, _ column: String) -> IndicatorValue { result(of: row, column)?.meaning ?? .void }
  /// True where the person cannot type: the formula decides.
  public func isComputed(_ row: String, _ column: String) -> Bool { result(of: row, column)?.isComputed ?? false }
}

/// What one cell comes to.
struct CellResult: Hashable, Sendable {
  var text: String
  var figure: Figure?
  var value: Rational?
  var proposal: Figure?
  var advice: ScoreAdvice?
  /// What a target or an actual value says.
  var meaning: IndicatorValue?
  var isComputed = false
}
