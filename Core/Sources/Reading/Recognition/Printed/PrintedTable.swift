import Evaluation
import Figures
import Text

/// A scored table as it is printed, before its form is made of it: enough to tell whether a known form holds all of it.
struct PrintedTable {
  let indicators: PrintedIndicators
  let funds: PrintedFunds?
  let head: PrintedHead
  /// The blocks of its form, and what stands in their cells.
  let blocks: PrintedBlocks

  /// nil where the table is no scored one. `above` is the line above it.
  init?(_ table: [[TextPart]], keys: TableKeys, above: String) {
    let indicators = PrintedIndicators(table, keys: keys)
    let funds = PrintedFunds(table, keys: keys)
    let isScored = !indicators.captions.isDisjoint(with: [.score, .points]) || indicators.captions.contains(.actual)
    guard indicators.lines.count >= 2 && isScored || funds?.total.cells[.score].map({ !$0.isEmpty }) == true else {
      return nil
    }
    let head = PrintedHead(table, keys: keys, above: above)
    var blocks = PrintedBlocks(head, funds, isDepartment: head.isDepartment)
    blocks.add(indicators)
    (self.indicators, self.funds, self.head, self.blocks) = (indicators, funds, head, blocks)
  }

  /// More cells say what was budgeted, spent, done and scored than a known form could take.
  func saysMore(than other: Sheet) -> Bool { count > Self.count(other) }

  /// So many cells more that the known form is not what it is, even where somebody chose it.
  func saysMuchMore(than other: Sheet) -> Bool { 2 * count > 3 * Self.count(other) + 10 }

  /// Its first levels print other points than the tree has, and the indicators below keep to them: another year's or
  /// region's shares. Or its 成本指标 stands under another first level, and the tree has it as one of its own.
  func isDivided(otherwiseThan tree: IndicatorTree?) -> Bool {
    guard let tree else { return false }
    let printed = PrintedTree(indicators)
    return sharesOtherwise(than: tree, printed) || placesCostOtherwise(than: tree, printed.tree)
  }

  private func sharesOtherwise(than tree: IndicatorTree, _ printed: PrintedTree) -> Bool {
    tree.groups.contains { group in
      guard let points = group.points,
        let mine = printed.tree.groups.first(where: { LabelKey.of($0.label).matches(.of(group.label)) }),
        let own = mine.points
      else { return false }
      return own != points && total(under: mine, printed) == Rational(Int64(own))
    }
  }

  private func placesCostOtherwise(than tree: IndicatorTree, _ printed: IndicatorTree) -> Bool {
    tree.groups.contains { $0.nodes.allSatisfy { $0.subject == .cost } }
      && printed.groups.contains { group in
        !group.label.holds("成本") && group.nodes.contains { $0.label.holds("成本") }
      }
  }

  private func total(under group: IndicatorTree.Group, _ printed: PrintedTree) -> Rational? {
    let nodes = Set(group.nodes.map(\.id))
    let points = indicators.lines.filter { nodes.contains(printed.node(of: $0)) }.map { line in
      line.cells[.points].flatMap { try? Figure(reading: $0.text.withoutLineBreaks) }
    }
    return points.reduce(Rational.zero) { sum, figure in figure.flatMap { sum?.adding($0.rational) } ?? sum }
  }

  /// How many cells of its form say something, as `count(_:)` has it of a known one.
  private var count: Int {
    let cells = blocks.cells.filter { Self.isCounted($0.key) && !$0.text.withoutLineBreaks.isEmpty }
    let ofLines = indicators.lines.map { line in
      [PrintedCaption.actual, .points, .score].count { caption in
        line.cells[caption].map { !$0.text.withoutLineBreaks.isEmpty } ?? false
      }
    }
    return Set(cells.map(\.key)).count + ofLines.reduce(0, +)
  }

  private static func count(_ sheet: Sheet) -> Int { sheet.entries.keys.count(where: isCounted) }

  private static func isCounted(_ key: CellKey) -> Bool {
    key.column.isExactly(anyOf: counted) && !key.row.isExactly("goal")
  }
  private static let counted = ["initial", "budget", "executed", "rate", "score", "points", "actual"]
}
