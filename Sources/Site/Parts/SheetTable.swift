import Audit
import Evaluation
import Figures
import HTML
import Operations
import Rules

/// A form as a table on the page, to be filled in or to be read.
struct SheetTable {
  let loaded: LoadedFiling
  let layout: Calculation.SheetLayout
  let isEditable: Bool
  /// For strangers, without what the system proposes.
  var isPublic = false
  /// Typed texts that were not taken, by address.
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  /// What stood in a cell before, where it changed since the reader's last look.
  var before: [CellAddress: String] = [:]
  /// Who changed a cell last and when, by its address.
  var changed: [String: String] = [:]
  /// Whether a script tells of the cells that are read, and needs to know what they are called.
  var tellsCells = false

  private var flags: [CellAddress: Severity] { FindingsView.flags(of: loaded) }

  /// Tells the tables of several projects apart.
  private var name: String {
    layout.form.kind == .projectEvaluation
      ? "\(layout.title) \(ProjectNames.name(of: layout.sheet.id, in: loaded))" : layout.title
  }

  /// The table, and what stands below it.
  struct LaidOut: Sendable {
    let table: HTML
    let notes: HTML
  }

  var laidOut: LaidOut { LaidOut(table: table, notes: notes) }

  var table: HTML {
    let flags = flags
    return .element(
      "div",
      [
        Attribute("class", "sheet-scroll"), Attribute("tabindex", isEditable ? nil : "0"),
        Attribute("role", isEditable ? nil : "region"), Attribute("aria-label", isEditable ? nil : name),
      ]
    ) {
      HTML.element("table", [Attribute("class", layout.form.isLandscape ? "sheet landscape" : "sheet")]) {
        HTML.element("caption") {
          layout.title + " "
          HTML.element("span", [Attribute("class", "unit-note")]) { "单位：\(layout.policy.amounts.unit.rawValue)" }
        }
        HTML.element("colgroup") {
          columns
          if isEditable { HTML.void("col", [Attribute("class", "gutter")]) }
        }
        HTML.element("tbody") {
          for row in layout.grid.rows {
            HTML.element("tr", [Attribute("class", row.isHeader ? "columns" : row.line == nil ? nil : "line")]) {
              for cell in row.cells { self.cell(cell, in: row, flags) }
              if isEditable, let line = row.line {
                HTML.element("td", [Attribute("class", "row-tools")]) {
                  button(
                    "remove:\(line)", "删除", "quiet", label: "删除 \(lineName(line))",
                    under: layout.sheet.rows.first { $0.id == line }?.under)
                }
              }
            }
          }
        }
      }
    }
  }

  /// On paper all units of the grid are of one width. Sentences are typed in the column of reasons, so that it is wider
  /// on the page; what is printed has no such widths.
  private var columns: HTML {
    let width = layout.grid.width
    let reasons = layout.grid.rows.lazy.flatMap(\.cells).first { cell in
      if case .value(let definition, _, _) = cell.content { definition.address.column == reasonColumn } else { false }
    }
    guard let reasons, Double(reasons.columnSpan) / Double(width) < reasonShare else { return col(width) }
    return HTML {
      col(reasons.column)
      col(reasons.columnSpan, share: reasonShare / Double(reasons.columnSpan))
      col(width - reasons.column - reasons.columnSpan)
    }
  }

  private func col(_ span: Int, share: Double? = nil) -> HTML {
    guard span > 0 else { return HTML() }
    let percent = share.map { "\(Double(Int($0 * 1_000)) / 10)%" }
    return .void("col", [Attribute("span", "\(span)"), Attribute("width", percent)])
  }

  private var notes: HTML {
    HTML {
      for note in layout.form.notes { HTML.element("p", [Attribute("class", "sheet-notes")]) { note } }
      if !layout.footer.isEmpty {
        HTML.element("div", [Attribute("class", "sheet-footer")]) {
          for definition in layout.footer {
            HTML.element("label") {
              definition.caption + " "
              control(definition)
            }
          }
        }
      }
    }
  }

  private func cell(_ cell: FormGrid.Cell, in row: FormGrid.Row, _ flags: [CellAddress: Severity]) -> HTML {
    let spans = [
      Attribute("colspan", cell.columnSpan == 1 ? nil : "\(cell.columnSpan)"),
      Attribute("rowspan", cell.rowSpan == 1 ? nil : "\(cell.rowSpan)"),
    ]
    switch cell.content {
    case .heading(let text):
      return .element(
        "th",
        [Attribute("scope", row.isHeader ? "col" : "rowgroup"), Attribute("class", style(of: cell, in: row))] + spans
      ) {
        text
        if carriesAdds(cell, in: row), !isEmptyNode(row) { adds(row) }
      }
    case .label(let text, let level):
      let name = level > 1 ? "label level\(level) stick" : "label stick"
      return .element("th", [Attribute("scope", "row"), Attribute("class", name)] + spans) {
        text
        help(row, text)
        adds(row)
      }
    case .fixed(let text): return .element("td", [Attribute("class", "cell fixed")] + spans) { text }
    case .empty:
      return .element("td", [Attribute("class", "empty-cell")] + spans) {
        if isEmptyNode(row), isFirstEmpty(cell, in: row) { emptyNodeButtons(row) }
      }
    case .value(let definition, let prefix, let level):
      return value(definition, prefix: prefix, level: level, row, spans, flags[definition.address])
    }
  }

  private func style(of cell: FormGrid.Cell, in row: FormGrid.Row) -> String? {
    if cell.column == 0, cell.rowSpan > 1 { return "side" }
    return cell.rowSpan > 1 || row.line != nil || isEmptyNode(row) ? "group" : nil
  }

  private func value(
    _ definition: CellDefinition, prefix: String, level: Int, _ row: FormGrid.Row, _ spans: [Attribute],
    _ flag: Severity?
  ) -> HTML {
    let address = definition.address
    let entry = loaded.filing.entry(at: address)
    let isComputed = loaded.calculation.isComputed(at: address)
    // Pages call lists of radio buttons "choice".
    var classes = ["cell", definition.kind == .choice ? "listed" : definition.kind.rawValue]
    if isComputed { classes.append("computed") }
    if case .scored = definition.source { classes.append("score proposed") }
    if case .proposed = definition.source { classes.append("proposed") }
    if let entry, entry.origin != .typed { classes.append(entry.origin == .synced ? "synced" : "synced edited") }
    if definition.isRequired, !isComputed, loaded.calculation.text(at: address).isEmpty { classes.append("required") }
    if problems[address.description] != nil { classes.append("invalid") }
    if let flag, flag > .info { classes.append("flagged \(flag.rawValue)") }
    if before[address] != nil { classes.append("changed") }
    if address.column == "name", row.line != nil { classes.append("stick") }
    if level > 1 { classes.append("level\(level)") }
    let attributes = [
      Attribute("class", classes.joined(separator: " ")), Attribute("data-cell", address.description),
      Attribute("data-formula", definition.source.formula.map { "＝ \(FormulaWords.words($0, in: layout))" }),
      Attribute("data-synced", entry?.synced), Attribute("data-synced-from", entry?.synced == nil ? nil : "预算系统"),
      Attribute("data-changed", changed[address.description]),
      Attribute("data-caption", tellsCells ? definition.caption : nil),
      Attribute("title", isEditable ? nil : changed[address.description].map { "最后修改：\($0)" }),
    ]
    return .element("td", attributes + spans) {
      if !prefix.isEmpty {
        HTML.element("label", [Attribute("class", "prefix"), Attribute("for", identifier(address))]) { prefix }
      }
      if let before = before[address] {
        HTML.element("del", [Attribute("class", "before")]) { before.isEmpty ? "（空）" : before }
      }
      control(definition)
      if !isPublic { proposal(definition) }
    }
  }

  func identifier(_ address: CellAddress) -> String { "\(address.sheet)_\(address.row)_\(address.column)" }
}

private let reasonColumn = IndicatorColumn.reason.rawValue
/// Of the table's width: about fourteen characters in a line on an office screen.
private let reasonShare = 0.23
