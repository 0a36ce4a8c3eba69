import Evaluation

/// One form sheet with all that is read from it as a whole, made once.
final class SheetContents: Sendable {
  let id: String
  /// Its place among the filing's form sheets.
  let index: Int
  let calculated: CalculatedSheet
  let tree: IndicatorTree?
  let indicators: [IndicatorLine]
  let countedLines: [IndicatorLine]
  let numberCells: [NumberCell]
  /// The cells that hold words somebody typed, in reading order.
  let writings: TextGroup<Writing>

  /// `prose` is what a file says beside its forms. The words of `earlier` are kept where the sheet has the same lines
  /// and none of the `changed` cells takes words.
  init(
    _ calculated: CalculatedSheet, at index: Int, besides prose: Narrative?, after earlier: SheetContents? = nil,
    _ changed: CellSet? = nil
  ) {
    let layout = calculated.layout
    let tree = layout.policy.tree(layout.sheet.tree)
    id = layout.sheet.id
    self.index = index
    self.calculated = calculated
    self.tree = tree
    indicators = (tree?.groups ?? []).flatMap { group in
      group.nodes.flatMap { node in
        layout.sheet.lines(under: node.id).map { IndicatorLine($0.id, node, group, on: calculated) }
      }
    }
    countedLines = indicators.filter(\.counts)
    numberCells = NumberCell.filled(on: calculated)
    if let earlier, let changed,
      !layout.definitions.indices.contains(where: {
        changed.contains($0) && layout.definitions[$0].kind.takesWords
      })
    {
      writings = earlier.writings
    } else {
      writings = TextGroup(Writing.cells(of: calculated, besides: prose))
    }
  }
}
