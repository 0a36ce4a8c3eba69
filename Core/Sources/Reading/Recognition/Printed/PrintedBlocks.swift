import Evaluation
import Figures
import Text

/// The blocks of a printed form, and what stands in their cells.
struct PrintedBlocks {
  private(set) var blocks: [Block] = []
  private(set) var cells: [Cell] = []

  struct Cell {
    let key: CellKey
    let text: String
    let part: TextPart
    let label: TextPart?
  }

  /// Of which there are few.
  private static let formulas = Memo<ExactText, Formula?> { try? Formula($0.text) }

  init(_ head: PrintedHead, _ funds: PrintedFunds?, isDepartment: Bool) {
    if !isDepartment {
      add(
        head.cells.map { cell in
          (CellKey("project", cell.column), cell.caption, CellKind.text, cell.part, cell.label, nil)
        })
    }
    guard let funds else { return }
    for row in [funds.total] + funds.parts {
      let number = funds.parts.firstIndex { $0.label == row.label }.map { $0 + 1 } ?? 0
      add(
        [PrintedCaption.initial, .budget, .executed, .points, .rate, .score].compactMap { caption in
          guard let part = row.cells[caption] else { return nil }
          // A part may have a rate of its own, and need not.
          let isRateOfPart = caption == .rate && !isDepartment && !part.isEmpty && !part.text.saysNothing
          guard number == 0 || caption.isAmount || isRateOfPart else { return nil }
          let key = caption.key(ofPart: number, labelled: row.label.text, isDepartment: isDepartment)
          let kind = caption == .rate && funds.isRateInPercent ? CellKind.percentNumber : caption.kind
          return (key, row.caption(caption), kind, part, row.label, number == 0 ? caption.formula : nil)
        })
    }
    if let points = funds.points, funds.total.cells[.points] == nil {
      add([(CellKey("total", "points"), "预算执行分值", .points, points, funds.total.label, nil)])
    }
  }

  mutating func add(_ indicators: PrintedIndicators) {
    if !indicators.lines.isEmpty {
      let held = Set(indicators.lines.flatMap { $0.cells.keys })
      let columns: [(PrintedCaption, IndicatorColumn, String)] = [
        (.name, .name, "三级指标"), (.target, .target, "指标值"), (.actual, .actual, "完成值"), (.points, .points, "分值"),
        (.score, .score, "得分"), (.reason, .reason, "偏差原因"),
      ]
      blocks.append(
        .indicators(
          IndicatorBlock(
            side: .init(label: "绩效指标", width: 2), groupCaption: "一级指标", groupWidth: 2, nodeCaption: "二级指标",
            nodeWidth: 2,
            columns: columns.filter { held.contains($0.0) }.map { .init(role: $0.1, caption: $0.2, width: 3) })))
    }
    let sums = [("points", "总分值", indicators.sum?.points), ("score", "总得分", indicators.sum?.score)]
    add(
      sums.compactMap { column, caption, part in
        part.map { (CellKey("sum", column), caption, CellKind.points, $0, nil, nil) }
      })
  }

  /// What is printed; otherwise what the indicators leave of 100, where they are all there.
  static func executionPoints(_ funds: PrintedFunds?, _ indicators: PrintedIndicators) -> Int {
    let printed = [funds?.total.cells[.points], funds?.points].compactMap { $0?.number?.rational }.first
    if let printed, printed.denominator == 1, (0...100).contains(printed.numerator) { return Int(printed.numerator) }
    let points = indicators.lines.compactMap { $0.cells[.points]?.part.number?.rational }
    let sum = points.reduce(Rational.zero) { $0.adding($1) ?? $0 }
    if sum == Rational(80) { return 20 }
    return sum == Rational(90) || funds != nil && sum != Rational(100) ? 10 : 0
  }

  private mutating func add(
    _ row: [(key: CellKey, caption: String, kind: CellKind, part: TextPart, label: TextPart?, formula: String?)]
  ) {
    guard !row.isEmpty else { return }
    blocks.append(
      .grid(
        GridBlock(rows: [
          row.map { cell in
            let source = cell.formula.flatMap { Self.formulas(ExactText($0)) }.map { CellSource.proposed($0) } ?? .typed
            return GridBlock.Item(
              width: 3,
              content: .cell(
                GridBlock.GridCell(key: cell.key, caption: cell.caption, kind: cell.kind, source: source)))
          }
        ])))
    for cell in row {
      // A dash in a column of figures says that there is nothing.
      let isVoid = cell.kind != .text && cell.part.text.saysNothing
      cells.append(Cell(key: cell.key, text: isVoid ? "" : cell.part.text, part: cell.part, label: cell.label))
    }
  }
}

extension PrintedFunds.Row {
  fileprivate func caption(_ caption: PrintedCaption) -> String {
    let column: String? =
      switch caption {
      case .initial: "年初预算数"
      case .budget: "全年预算数"
      case .executed: "全年执行数"
      case .points: "预算执行分值"
      case .rate: "执行率"
      case .score: "预算执行得分"
      default: nil
      }
    return caption.isAmount ? "\(label.text.bare)，\(column ?? "")" : column ?? ""
  }
}

extension PrintedCaption {
  fileprivate var isAmount: Bool { self == .initial || self == .budget || self == .executed }

  fileprivate var kind: CellKind {
    switch self {
    case .rate: .percent
    case .points, .score: .points
    default: .amount
    }
  }

  fileprivate var formula: String? {
    switch self {
    case .rate: "100 * total.executed / first(total.budget, total.initial)"
    case .score: "min(total.points, total.points * total.executed / first(total.budget, total.initial))"
    default: nil
    }
  }

  /// 基本支出 and 项目支出 of a department stand where other forms have them.
  fileprivate func key(ofPart number: Int, labelled label: String, isDepartment: Bool) -> CellKey {
    if isDepartment, number > 0, self == .executed {
      if label.bare.holds("基本支出") { return CellKey("spending", "basic") }
      if label.bare.holds("项目支出") { return CellKey("spending", "project") }
    }
    let column =
      switch self {
      case .initial: "initial"
      case .budget: "budget"
      case .executed: "executed"
      case .rate: "rate"
      case .points: "points"
      default: "score"
      }
    return CellKey(number == 0 ? "total" : "part\(number)", column)
  }
}
