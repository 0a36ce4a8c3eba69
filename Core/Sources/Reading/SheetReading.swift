public import Evaluation
public import Figures

/// One form sheet with its figures, asked by row and column; what is asked is noted.
public struct SheetReading: Sendable {
  private let contents: SheetContents
  private let record: ReadRecord?

  init(_ contents: SheetContents, under record: ReadRecord?) {
    self.contents = contents
    self.record = record
    record?.note(.lines(contents.index))
  }

  private var calculated: CalculatedSheet { contents.calculated }
  private var sheet: Sheet { calculated.layout.sheet }

  private var whole: SheetContents {
    record?.note(.sheet(contents.index))
    return contents
  }

  /// The place of a cell among the sheet's definitions, noted; nil where the sheet has no such cell.
  private func cell(_ row: String, _ column: String) -> Int? {
    let place = calculated.layout.position(of: row, column)
    if let place { record?.note(.cell(place, sheet: contents.index)) }
    return place
  }

  /// "base", "self", "project-1".
  public var id: String { sheet.id }
  /// Its place among the filing's form sheets.
  public var index: Int { contents.index }
  /// What the sheet is filled in to.
  public var form: Form { calculated.layout.form }
  /// The one that has its form.
  public var policy: Policy { calculated.layout.policy }
  /// The indicator tree chosen; nil for a form without indicators.
  public var tree: IndicatorTree? { contents.tree }
  /// The third-level indicators in their order.
  public var indicators: [IndicatorLine] { whole.indicators }
  /// Those of them that are filled in and worth something.
  public var countedLines: [IndicatorLine] { whole.countedLines }
  /// Every number cell that is filled in and not worked out, in reading order.
  public var numberCells: [NumberCell] { whole.numberCells }
  /// All of the sheet as it is laid out, with what is typed.
  public var layout: Calculation.SheetLayout { whole.calculated.layout }
  /// Every cell of the sheet in reading order.
  public var definitions: [CellDefinition] { calculated.layout.definitions }
  /// nil where the form has no such cell.
  public func definition(_ row: String, _ column: String) -> CellDefinition? {
    calculated.layout.definition(of: row, column)
  }
  /// Prescribed and added rows that make up a row or are named beneath it.
  public func children(of row: String) -> [String] { calculated.layout.children(of: row) }

  /// Whether or not the form has such a cell.
  public func address(_ row: String, _ column: String) -> CellAddress { CellAddress(id, row, column) }
  /// As shown, without blanks at the ends.
  public func text(_ row: String, _ column: String) -> String {
    cell(row, column).map { calculated.text(at: $0) } ?? sheet.entries[CellKey(row, column)]?.text ?? ""
  }
  /// nil when the cell is blank, no number, or not on this form.
  public func figure(_ row: String, _ column: String) -> Figure? {
    cell(row, column).flatMap { calculated.figure(at: $0) }
  }
  /// The exact value of a number cell; nil as for `figure`.
  public func value(_ row: String, _ column: String) -> Rational? {
    cell(row, column).flatMap { calculated.value(at: $0) }
  }
  /// What the policy's formula gives where the cell is typed.
  public func proposal(_ row: String, _ column: String) -> Figure? {
    cell(row, column).flatMap { calculated.proposal(at: $0) }
  }
  /// What the scoring rule says of a score.
  public func advice(_ row: String, _ column: String) -> ScoreAdvice? {
    cell(row, column).flatMap { calculated.advice(at: $0) }
  }
  /// True where the form has such a cell.
  public func has(_ row: String, _ column: String) -> Bool {
    definition(row, column) != nil
  }
  /// What messages call the cell; its address where the form has none.
  public func caption(_ row: String, _ column: String) -> String {
    definition(row, column)?.caption ?? "\(row)/\(column)"
  }
  /// The ids of the lines added under a row, block or second-level indicator.
  public func lines(under row: String) -> [String] { sheet.lines(under: row).map(\.id) }
  /// What stands in a cell, with the budget system's value beside it.
  public func entry(_ row: String, _ column: String) -> Entry? {
    _ = cell(row, column)
    return sheet.entries[CellKey(row, column)]
  }
  /// True where the person cannot type: the formula decides.
  public func isComputed(_ row: String, _ column: String) -> Bool {
    cell(row, column).map { calculated.isComputed(at: $0) } ?? false
  }
  /// Second-level indicators that stand on the sheet, in order.
  public var nodes: [IndicatorTree.Node] { (tree?.nodes ?? []).filter { !sheet.removedNodes.contains($0.id) } }
}
