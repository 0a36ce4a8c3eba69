import Evaluation
import Figures
import OOXML
import Workbooks

/// A form as a worksheet: its grid with merged cells, spare lines where lines can be added, and its foot.
struct FormWorksheet {
  private(set) var worksheet: Worksheet
  private(set) var mapped: [WorkbookMap.Cell] = []

  private let sheet: CalculatedSheet
  private let layout: Calculation.SheetLayout
  private let grid: FormGrid
  /// The grid units at which a column begins; the last is the end.
  private let edges: [Int]
  private let columns: [Int: Int]
  /// Digits of the standard font that a grid unit is wide.
  private let unitWidth: Double
  private var formulas: SheetFormula

  /// Rows above the grid: title and unit.
  private static let head = 2
  /// In points.
  private static let lineHeight = 14.0

  init(_ sheet: CalculatedSheet, in calculation: Calculation) {
    self.sheet = sheet
    layout = sheet.layout
    let filing = calculation.filing
    grid = FormLayout(
      form: layout.form, policy: layout.policy, sheet: layout.sheet, year: filing.year, unitName: filing.unit.name,
      spareLines: FilingWorkbook.spareLines
    ).grid()
    edges = Self.edges(of: grid)
    columns = Dictionary(edges.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    unitWidth = (layout.form.isLandscape ? 136 : 96) / Double(max(grid.width, 1))
    formulas = SheetFormula(layout: layout, grid: grid)
    worksheet = Worksheet(name: Self.name(of: layout, in: calculation))
    addHead(unitName: filing.unit.name)
    for row in grid.rows.indices { for cell in grid.rows[row].cells { note(cell, at: row + Self.head) } }
    for (number, row) in grid.rows.enumerated() {
      for cell in row.cells { add(cell, in: row, at: number + Self.head) }
    }
    fitMergedRows()
    let last = addFoot(from: grid.rows.count + Self.head)
    finish(rows: last)
  }

  /// The hidden column that holds the marks.
  var markColumn: Int { edges.count - 1 }

  private static func name(of layout: Calculation.SheetLayout, in calculation: Calculation) -> String {
    guard layout.form.kind == .projectEvaluation else { return layout.form.shortTitle }
    let name = calculation.text(at: CellAddress(layout.sheet.id, "project", "name"))
    return name.isEmpty ? "\(layout.form.shortTitle) \(layout.sheet.id.drop { $0 != "-" }.dropFirst())" : name
  }

  /// Where some cell begins or ends, and where what is printed before a value ends.
  private static func edges(of grid: FormGrid) -> [Int] {
    var edges: Set<Int> = [0, grid.width]
    for cell in grid.rows.lazy.flatMap(\.cells) {
      edges.insert(cell.column)
      edges.insert(cell.column + cell.columnSpan)
      if let split = split(of: cell) { edges.insert(split) }
    }
    return edges.filter { $0 <= grid.width }.sorted()
  }

  /// What stands before a value in its cell: words of the form, or what a tick declares.
  private static func words(before definition: CellDefinition, _ prefix: String) -> String {
    prefix.isEmpty && definition.kind == .declaration ? "\(definition.caption)：" : prefix
  }

  /// Where a cell with words before its value is parted in two; nil for others.
  private static func split(of cell: FormGrid.Cell) -> Int? {
    guard case .value(let definition, let prefix, _) = cell.content, !words(before: definition, prefix).isEmpty,
      cell.columnSpan > 1
    else { return nil }
    return cell.column + max(1, cell.columnSpan * 3 / 5)
  }

  // MARK: Head and foot

  private mutating func addHead(unitName: String) {
    add(.text(layout.title), row: 0, 0, markColumn, .title)
    worksheet.rowHeights[0] = 32
    add(.text("填报单位：\(unitName)    单位：\(layout.policy.amounts.unit.rawValue)"), row: 1, 0, markColumn, .note)
  }

  /// The row behind the last.
  private mutating func addFoot(from start: Int) -> Int {
    var row = start
    let middle = columns[edges.first { $0 * 4 >= grid.width } ?? grid.width] ?? 1
    for definition in layout.footer {
      let split = max(1, min(middle, markColumn - 1))
      add(.text(definition.caption), row: row, 0, split, .label)
      add(definition, row: row, split, markColumn)
      row += 1
    }
    for note in layout.form.notes {
      add(.text(note), row: row, 0, markColumn, .note)
      let lines = TextWidth.lines(note, halves: Int(unitWidth * Double(grid.width)) - 4)
      worksheet.rowHeights[row] = min(400, Double(lines) * Self.lineHeight + 4)
      row += 1
    }
    return row
  }

  private mutating func finish(rows: Int) {
    for row in Self.head..<rows where worksheet.rowHeights[row] == nil { worksheet.rowHeights[row] = 22 }
    for row in 0..<rows { worksheet.cells.append(.mark(layout.sheet.id, row, column: markColumn)) }
    worksheet.columnWidths = zip(edges, edges.dropFirst()).map { max(2, Double($1 - $0) * unitWidth) } + [8]
    worksheet.hiddenColumns = [markColumn]
    let headers = Self.head + (grid.rows.first?.isHeader == true ? 1 : 0)
    worksheet.frozenRows = headers
    worksheet.isProtected = true
    worksheet.printing = PrintSetup(
      isLandscape: layout.form.isLandscape, repeatedRows: headers, rows: rows, columns: markColumn)
  }

  // MARK: The grid

  /// Tells the formulas where a cell's value stands.
  private mutating func note(_ cell: FormGrid.Cell, at row: Int) {
    guard case .value(let definition, _, _) = cell.content,
      let column = columns[Self.split(of: cell) ?? cell.column]
    else { return }
    formulas.places[definition.address] = SheetPlace(row: row, column: column)
  }

  private mutating func add(_ cell: FormGrid.Cell, in row: FormGrid.Row, at number: Int) {
    guard let start = columns[cell.column], let end = columns[cell.column + cell.columnSpan] else { return }
    switch cell.content {
    case .heading(let text): add(.text(text), row: number, start, end, .heading, rows: cell.rowSpan)
    case .label(let text, let level):
      var style = EntryStyle.label
      style.indent = min(max(level - 1, 0), 4)
      add(.text(text), row: number, start, end, style, rows: cell.rowSpan, note: row.help)
    case .fixed(let text):
      var style = EntryStyle.label
      style.alignment = .center
      add(.text(text), row: number, start, end, style, rows: cell.rowSpan)
    case .empty: add(.blank, row: number, start, end, .label, rows: cell.rowSpan)
    case .value(let definition, let prefix, let level):
      guard let split = Self.split(of: cell).flatMap({ columns[$0] }) else {
        return add(definition, row: number, start, end, in: row, level: level)
      }
      add(.text(Self.words(before: definition, prefix)), row: number, start, split, .label, note: row.help)
      add(definition, row: number, split, end, in: row)
    }
  }

  private mutating func add(
    _ content: EntryContent, row: Int, _ start: Int, _ end: Int, _ style: EntryStyle, rows: Int = 1,
    rule: EntryRule? = nil, note: String = ""
  ) {
    worksheet.cells.append(
      SheetEntry(
        row: row, column: start, rowSpan: rows, columnSpan: end - start, content, style: style, rule: rule, note: note))
    guard rows == 1, case .text(let text) = content, style.size == EntryStyle().size else { return }
    let height = min(400, Double(TextWidth.lines(text, halves: halves(start, end))) * Self.lineHeight + 8)
    worksheet.rowHeights[row] = max(worksheet.rowHeights[row] ?? 22, height)
  }

  private func halves(_ start: Int, _ end: Int) -> Int {
    max(2, Int(Double(edges[end] - edges[start]) * unitWidth) - 2)
  }

  /// What a cell of the filing holds, to be typed over unless it is worked out.
  private mutating func add(
    _ definition: CellDefinition, row: Int, _ start: Int, _ end: Int, in gridRow: FormGrid.Row? = nil, level: Int = 1
  ) {
    let address = definition.address
    let text = sheet.text(address.row, address.column)
    var cell = WorkbookCell(definition, text: text, rounding: layout.policy.rounding)
    cell.style.indent = definition.kind.isNumber ? 0 : min(max(level - 1, 0), 4)
    let isSpare = gridRow?.isSpare == true
    let isComputed = isSpare ? definition.source.isComputed : sheet.isComputed(address.row, address.column)
    guard !isComputed else {
      let formula = formulas.text(for: definition)
      return add(cell.computed(by: formula), row: row, start, end, cell.computedStyle)
    }
    add(cell.content, row: row, start, end, cell.style, rule: cell.rule, note: cell.note)
    mapped.append(
      WorkbookMap.Cell(
        sheet: layout.sheet.id, row: row, column: start, target: target(of: address, in: gridRow),
        parent: gridRow?.parent ?? "", isNumber: definition.kind.isNumber, text: text))
  }

  private func target(of address: CellAddress, in row: FormGrid.Row?) -> WorkbookTarget {
    guard let row, row.isSpare, let parent = row.parent, let line = row.line,
      let number = Int(line.split(separator: "-").last ?? "")
    else { return .cell(address) }
    return .newLine(sheet: address.sheet, under: parent, number: number, column: address.column)
  }

  /// Captions down the side need as much room as they have lines.
  private mutating func fitMergedRows() {
    for entry in worksheet.cells where entry.rowSpan > 1 {
      guard case .text(let text) = entry.content else { continue }
      let lines = TextWidth.lines(text, halves: halves(entry.column, entry.column + entry.columnSpan))
      let rows = entry.row..<entry.row + entry.rowSpan
      let present = rows.reduce(0) { $0 + (worksheet.rowHeights[$1] ?? 22) }
      let missing = Double(lines) * Self.lineHeight + 8 - present
      guard missing > 0 else { continue }
      for row in rows {
        worksheet.rowHeights[row] = min(400, (worksheet.rowHeights[row] ?? 22) + missing / Double(entry.rowSpan))
      }
    }
  }
}

extension CellSource {
  fileprivate var isComputed: Bool { if case .computed = self { true } else { false } }
}
