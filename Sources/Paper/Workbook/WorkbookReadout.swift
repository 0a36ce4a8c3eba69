import Evaluation
import Figures
import OOXML
import Text

/// Finds the cells of a map again in the worksheets that came back.
struct WorkbookReadout {
  private(set) var cells: [FilledWorkbook.Cell] = []
  private(set) var remarks: [FilledWorkbook.Remark] = []

  /// The mapped cells by worksheet and the number of their row's mark.
  private let rows: [String: [Int: [WorkbookMap.Cell]]]
  private let markColumns: [String: Int]
  private var seenSheets: Set<String> = []
  private var seenRows: [String: Set<Int>] = [:]
  /// How many new lines were found under each place, by sheet.
  private var newLines: [String: Int] = [:]

  init(_ map: WorkbookMap) {
    rows = Dictionary(grouping: map.cells, by: \.sheet).mapValues { Dictionary(grouping: $0, by: \.row) }
    markColumns = map.markColumns
  }

  /// A row of a worksheet with its mark.
  private struct Row {
    let number: Int
    var mark: (sheet: String, row: Int)?
    var cells: [SheetCell] = []
  }

  mutating func read(_ sheet: SourceSheet) {
    guard let name = name(of: sheet), let mapped = rows[name] else { return }
    guard seenSheets.insert(name).inserted else {
      return remark(sheet.name, "与前面的工作表是同一张表的副本，没有读入。")
    }
    let found = rows(of: sheet, marks: markColumns[name] ?? 0)
    guard found.contains(where: { $0.mark?.sheet == name }) else {
      return remark(sheet.name, "工作表中插入或删除过列，无法辨认，没有读入。请只插入行，不要改动列。")
    }
    // What stands under each place, to tell where an inserted row belongs.
    var last: [WorkbookMap.Cell] = []
    for row in found {
      if let mark = row.mark, mark.sheet == name, seenRows[name, default: []].insert(mark.row).inserted {
        last = mapped[mark.row] ?? []
        take(last, from: row, of: sheet)
      } else {
        insert(row, behind: last, of: sheet)
      }
    }
  }

  /// Tells of rows that are gone.
  mutating func finish() {
    for (name, mapped) in rows.sorted(by: { $0.key < $1.key }) {
      guard seenSheets.contains(name) else {
        remark("工作簿", "缺少一张工作表（\(name)），其中的内容保持不变。")
        continue
      }
      let seen = seenRows[name] ?? []
      for (row, cells) in mapped.sorted(by: { $0.key < $1.key }) where !seen.contains(row) {
        guard cells.contains(where: { if case .cell = $0.target { true } else { false } }) else { continue }
        let texts = cells.map(\.text).filter { !$0.isEmpty }
        remark(
          "\(name) 第 \(row + 1) 行（导出时）",
          "这一行在工作簿中已被删除，系统中的内容保持不变"
            + (texts.isEmpty ? "。" : "：\(texts.prefix(3).joined(separator: "、"))。"))
      }
    }
  }

  // MARK: Rows

  /// Which sheet of the filing a worksheet shows; nil for one that somebody added.
  private func name(of sheet: SourceSheet) -> String? {
    for cell in sheet.cells {
      if let mark = WorkbookMap.mark(cell.text), rows[mark.sheet] != nil { return mark.sheet }
    }
    return nil
  }

  private func rows(of sheet: SourceSheet, marks: Int) -> [Row] {
    var rows: [Row] = []
    for cell in sheet.cells {
      if rows.last?.number != cell.place.row { rows.append(Row(number: cell.place.row)) }
      if cell.place.column == marks {
        rows[rows.count - 1].mark = WorkbookMap.mark(cell.text)
      } else {
        rows[rows.count - 1].cells.append(cell)
      }
    }
    return rows
  }

  private mutating func take(_ mapped: [WorkbookMap.Cell], from row: Row, of sheet: SourceSheet) {
    let found = Dictionary(row.cells.map { ($0.place.column, $0) }, uniquingKeysWith: { first, _ in first })
    let isNew = mapped.contains { if case .newLine = $0.target { true } else { false } }
    guard !isNew else { return takeNewLine(mapped, found, row: row.number, of: sheet) }
    for cell in mapped {
      let text = Self.text(found[cell.column], of: cell)
      guard !Self.isSame(text, cell) else { continue }
      add(cell.target, text, cell, row: row.number, of: sheet)
    }
  }

  /// A spare line, or one that somebody inserted: it counts once something is typed into it.
  private mutating func takeNewLine(
    _ mapped: [WorkbookMap.Cell], _ found: [Int: SheetCell], row: Int, of sheet: SourceSheet
  ) {
    let typed = mapped.map { ($0, Self.text(found[$0.column], of: $0)) }.filter { !$0.1.isEmpty }
    guard let first = mapped.first, !first.parent.isEmpty, !typed.isEmpty else { return }
    let (name, parent) = (first.sheet, first.parent)
    let key = "\(name)/\(parent)"
    newLines[key, default: 0] += 1
    for (cell, text) in typed {
      let target = WorkbookTarget.newLine(
        sheet: name, under: parent, number: newLines[key] ?? 1, column: cell.columnName)
      add(target, text, cell, row: row, of: sheet)
    }
  }

  private mutating func insert(_ row: Row, behind last: [WorkbookMap.Cell], of sheet: SourceSheet) {
    let found = Dictionary(row.cells.map { ($0.place.column, $0) }, uniquingKeysWith: { first, _ in first })
    let typed = row.cells.filter { !$0.text.isEmpty }
    guard !typed.isEmpty else { return }
    // A line above, real or spare, tells the place and the columns.
    guard let first = last.first, !first.parent.isEmpty else {
      return remark(
        "\(sheet.name) 第 \(row.number + 1) 行", "这一行是插入的，但不在可以新增的行之间，没有读入。请填在预留的空行中，或在预留的空行下面插入。")
    }
    takeNewLine(last.map(\.asNewLine), found, row: row.number, of: sheet)
  }

  private mutating func add(
    _ target: WorkbookTarget, _ text: String, _ cell: WorkbookMap.Cell, row: Int, of sheet: SourceSheet
  ) {
    let place = SheetPlace(row: row, column: cell.column).reference
    let isNew = if case .newLine = target { true } else { false }
    cells.append(
      FilledWorkbook.Cell(
        place: "\(sheet.name)!\(place)", target: target, exported: isNew ? "" : cell.text, text: text,
        names: cell.names))
  }

  private mutating func remark(_ place: String, _ message: String) {
    guard remarks.count < 200 else { return }
    remarks.append(FilledWorkbook.Remark(place: place, message: message))
  }

  // MARK: Texts

  private static func text(_ found: SheetCell?, of cell: WorkbookMap.Cell) -> String {
    guard let found else { return "" }
    var text = found.text
    // The number itself counts, but shown digits of the same worth keep their closing zeros.
    if cell.isNumber, let number = found.number, !isWorth(number, as: text) { text = number }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").droppingBlankEnds
  }

  /// Numbers are the same when they are worth the same: 12.30 comes back as 12.3, 85.5 of a share as 85.5%.
  private static func isSame(_ text: String, _ cell: WorkbookMap.Cell) -> Bool {
    if text == cell.text { return true }
    return cell.isNumber && isWorth(text, as: cell.text)
  }

  private static func isWorth(_ text: String, as other: String) -> Bool {
    guard let a = CellKind.percent.figure(reading: text), let b = CellKind.percent.figure(reading: other) else {
      return false
    }
    return a.trimmed == b.trimmed
  }
}

extension WorkbookMap.Cell {
  fileprivate var columnName: String {
    switch target {
    case .newLine(_, _, _, let column): column
    case .cell(let address): address.column
    }
  }

  /// The same column of a line that is not in the filing yet.
  fileprivate var asNewLine: WorkbookMap.Cell {
    WorkbookMap.Cell(
      sheet: sheet, row: row, column: column,
      target: .newLine(sheet: sheet, under: parent, number: 1, column: columnName), parent: parent,
      isNumber: isNumber, text: "")
  }
}
