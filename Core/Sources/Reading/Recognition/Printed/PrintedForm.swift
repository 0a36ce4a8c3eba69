public import Evaluation
import Figures
import Rules
import Text

/// A scored table of a region that no policy describes, taken as it is printed: its own captions, labels and points
/// make its form, so that all that follows from the table alone can be checked.
struct PrintedForm {
  let policy: Policy
  let form: Form
  private(set) var sheet: Sheet
  /// What each cell was read from.
  private(set) var fields: [CellKey: ReadField] = [:]
  private(set) var marks = ReadMarks()
  /// The numbers of the table's rows that were taken; the others are prose.
  let rows: Set<Int>

  /// `number` tells its form from those of the report's other tables; `unit` is what a note above them says.
  init(_ table: PrintedTable, number: Int, year: Int?, unit: AmountUnit?) {
    let (indicators, funds, head, blocks) = (table.indicators, table.funds, table.head, table.blocks)
    let tree = PrintedTree(indicators)
    let id = "printed-\(number)"
    form = Form(
      id: id, kind: head.isDepartment ? .selfEvaluation : .projectEvaluation,
      title: head.isDepartment ? "部门整体支出绩效自评表" : "项目支出绩效自评表",
      shortTitle: head.isDepartment ? "自评表" : "项目支出", width: 24, blocks: blocks.blocks, source: Policy.printedSource)
    policy = Policy(
      asPrinted: id, year: year ?? 0, isDepartment: head.isDepartment, unit: funds?.unit ?? unit ?? .tenThousandYuan,
      executionPoints: PrintedBlocks.executionPoints(funds, indicators), tree: tree.tree, form: form)
    sheet = Sheet(id: id, form: id, tree: tree.tree.id)
    rows = indicators.rows.union(funds?.rows ?? []).union(head.rows)
    for cell in blocks.cells { put(cell.text, cell.part, cell.key, labelled: cell.label) }
    for line in indicators.lines { put(line, under: tree.node(of: line)) }
    let labels =
      indicators.captionCells + (funds?.captionCells ?? [])
      + indicators.lines.flatMap { line in
        [line.group, line.node].compactMap { $0 } + line.others
      }
    marks.known += labels.filter { !$0.isEmpty }.map(\.place)
    sheet.removedNodes = Set(tree.tree.nodes.map(\.id)).subtracting(sheet.rows.map(\.under))
  }

  /// The same, as another sheet of the filing.
  func named(_ id: String) -> PrintedForm {
    var copy = self
    copy.sheet = Sheet(
      id: id, form: sheet.form, tree: sheet.tree, rows: sheet.rows, removedNodes: sheet.removedNodes,
      entries: sheet.entries)
    return copy
  }

  private mutating func put(_ line: PrintedIndicators.Line, under node: String) {
    let row = sheet.addLine(under: node)
    for (caption, cell) in line.cells {
      guard let column = caption.indicatorColumn else { continue }
      put(cell.text, cell.part, CellKey(row.id, column.rawValue), labelled: line.label)
    }
  }

  private mutating func put(_ text: String, _ part: TextPart, _ key: CellKey, labelled label: TextPart?) {
    if let label, !label.isEmpty { marks.known.append(label.place) }
    if fields[key] != nil, !part.isEmpty { marks.second.append(part) }
    // The table's own captions are told by their meaning alone.
    fields[key] = ReadField(part: part, printed: part, label: label, confidence: .similar)
    let text = text.withoutLineBreaks
    if !text.isEmpty { sheet.entries[key] = Entry(text) }
  }
}

extension PrintedCaption {
  fileprivate var indicatorColumn: IndicatorColumn? {
    switch self {
    case .name: .name
    case .target: .target
    case .actual: .actual
    case .points: .points
    case .score: .score
    case .reason: .reason
    default: nil
    }
  }
}

extension Policy {
  static let printedSource = "printed"

  /// Made of a table that no policy describes, which may add up as it likes.
  public var isAsPrinted: Bool { scoring.source == Self.printedSource }

  /// What holds everywhere, and otherwise what the table itself prints.
  fileprivate convenience init(
    asPrinted id: String, year: Int, isDepartment: Bool, unit: AmountUnit, executionPoints: Int, tree: IndicatorTree,
    form: Form
  ) {
    let source = Self.printedSource
    self.init(
      id: id, title: "表上所印", region: "", year: year, object: isDepartment ? .department : .project, version: 1,
      effectiveFrom: "", sources: [source: LegalSource("报告所附自评表", clause: "表上所印栏目和分值")],
      amounts: AmountRule(unit: unit, decimals: 2, source: source),
      rounding: Rounding(scoreDecimals: 2, rateDecimals: 2, mode: .halfUp, source: source),
      scoring: ScoringRule(
        executionPoints: executionPoints, indicatorPoints: 100 - executionPoints, executionReasonBelow: nil,
        reverse: .byExcess, levels: [], overfulfilment: nil, source: source),
      trees: [tree], grades: [], forms: [form],
      disabledChecks: ["B22": "指标得分与预算执行的偏离预警是个别地方的做法"])
  }
}
