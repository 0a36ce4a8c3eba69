public import Evaluation
public import Figures

/// One form sheet with its figures, asked by row and column.
public final class SheetReading: Sendable {
  public let id: String
  /// Its place among the filing's form sheets.
  public let index: Int
  public let form: Form
  public let policy: Policy
  public let tree: IndicatorTree?
  /// The third-level indicators in their order.
  public let indicators: [IndicatorLine]
  /// Those of them that are filled in and worth something.
  public let countedLines: [IndicatorLine]
  /// Every number cell that is filled in and not worked out, in reading order.
  public let numberCells: [NumberCell]
  /// Every cell of the sheet in reading order.
  public let definitions: [CellDefinition]
  /// The cells that hold words somebody typed, in reading order.
  let writings: [Writing]
  let calculated: CalculatedSheet
  private var sheet: Sheet { calculated.layout.sheet }

  /// `prose` is what a file says beside its forms.
  init(_ calculated: CalculatedSheet, at index: Int, besides prose: Narrative?) {
    let layout = calculated.layout
    id = layout.sheet.id
    self.index = index
    form = layout.form
    policy = layout.policy
    let tree = layout.policy.tree(layout.sheet.tree)
    self.tree = tree
    self.calculated = calculated
    indicators = (tree?.groups ?? []).flatMap { group in
      group.nodes.flatMap { node in
        layout.sheet.lines(under: node.id).map { IndicatorLine($0.id, node, group, on: calculated) }
      }
    }
    countedLines = indicators.filter(\.counts)
    numberCells = NumberCell.filled(on: calculated)
    writings = Writing.cells(of: calculated, besides: prose)
    definitions = layout.definitions
  }

  public func address(_ row: String, _ column: String) -> CellAddress { CellAddress(id, row, column) }
  /// As shown, without blanks at the ends.
  public func text(_ row: String, _ column: String) -> String { calculated.text(row, column) }
  /// nil when the cell is blank, no number, or not on this form.
  public func figure(_ row: String, _ column: String) -> Figure? { calculated.figure(row, column) }
  public func value(_ row: String, _ column: String) -> Rational? { calculated.value(row, column) }
  /// What the policy's formula gives where the cell is typed.
  public func proposal(_ row: String, _ column: String) -> Figure? {
    calculated.proposal(row, column)
  }
  /// True where the form has such a cell.
  public func has(_ row: String, _ column: String) -> Bool {
    calculated.layout.definition(of: row, column) != nil
  }
  public func caption(_ row: String, _ column: String) -> String {
    calculated.layout.definition(of: row, column)?.caption ?? "\(row)/\(column)"
  }
  /// The ids of the lines added under a row, block or second-level indicator.
  public func lines(under row: String) -> [String] { sheet.lines(under: row).map(\.id) }
  /// What stands in a cell, with the budget system's value beside it.
  public func entry(_ row: String, _ column: String) -> Entry? { sheet.entries[CellKey(row, column)] }
  public func isComputed(_ row: String, _ column: String) -> Bool {
    calculated.isComputed(row, column)
  }
  /// Second-level indicators that stand on the sheet, in order.
  public var nodes: [IndicatorTree.Node] { (tree?.nodes ?? []).filter { !sheet.removedNodes.contains($0.id) } }

  /// Half of the last place that amounts of this form are written with: the furthest a written amount may be off.
  ///
  /// Closing zeros are left out on forms ("74" is 74.00), so the form's own precision counts, not the digits shown.
  public var amountHalfStep: Rational {
    Figure(unscaled: 1, decimals: policy.amounts.decimals)?.halfStep ?? .zero
  }
}
