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
  /// Typed texts that were not taken, by address.
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  /// What stood in a cell before, where it changed since the reader's last look.
  var before: [CellAddress: String] = [:]

  private var flags: [CellAddress: Severity] { FindingsView.flags(of: loaded) }

  var table: HTML {
    let flags = flags
    return .element("div", [Attribute("class", "sheet-scroll")]) {
      HTML.element("table", [Attribute("class", layout.form.isLandscape ? "sheet landscape" : "sheet")]) {
        HTML.element("caption") { layout.title }
        HTML.element("colgroup") { HTML.void("col", [Attribute("span", "\(layout.grid.width)")]) }
        HTML.element("tbody") {
          for row in layout.grid.rows {
            HTML.element("tr", [Attribute("class", row.isHeader ? "columns" : row.line == nil ? nil : "line")]) {
              for (index, cell) in row.cells.enumerated() {
                self.cell(cell, in: row, isLast: index == row.cells.count - 1, flags)
              }
            }
          }
        }
      }
    }
  }

  var notes: HTML {
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

  private func cell(
    _ cell: FormGrid.Cell, in row: FormGrid.Row, isLast: Bool, _ flags: [CellAddress: Severity]
  ) -> HTML {
    let spans = [
      Attribute("colspan", cell.columnSpan == 1 ? nil : "\(cell.columnSpan)"),
      Attribute("rowspan", cell.rowSpan == 1 ? nil : "\(cell.rowSpan)"),
    ]
    switch cell.content {
    case .heading(let text):
      return .element(
        "th", [Attribute("scope", row.isHeader ? "col" : "rowgroup"), Attribute("class", side(cell))] + spans
      ) {
        text
        if isEditable, cell.column > 0, let node = row.removableNode, isNode(cell, in: row) { nodeButtons(row, node) }
        if isEditable, let adds = indicatorAdds(cell, in: row) {
          button("add:\(adds.under)", adds.caption, "quiet small add")
        }
      }
    case .label(let text, let level):
      let name = level > 1 ? "label level\(level) stick" : "label stick"
      return .element("th", [Attribute("scope", "row"), Attribute("class", name)] + spans) {
        text
        if isEditable, let adds = row.adds { button("add:\(adds.under)", adds.caption, "quiet small add") }
      }
    case .fixed(let text): return .element("td", [Attribute("class", "cell fixed")] + spans) { text }
    case .empty: return .element("td", [Attribute("class", "empty-cell")] + spans) { HTML() }
    case .value(let definition, let prefix, let level):
      return value(definition, prefix: prefix, level: level, row, isLast: isLast, spans, flags[definition.address])
    }
  }

  private func side(_ cell: FormGrid.Cell) -> String? {
    guard cell.rowSpan > 1 else { return nil }
    return cell.column == 0 ? "side" : "group"
  }

  private func isNode(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> Bool {
    // The second-level heading is the last heading of its row.
    row.cells.last { if case .heading = $0.content { true } else { false } }?.column == cell.column
  }

  /// A second-level indicator's button stands in its own heading, whichever of its rows carries the permission.
  private func indicatorAdds(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> FormGrid.Adds? {
    guard !row.isHeader, isNode(cell, in: row), cell.column > 0,
      let start = layout.grid.rows.firstIndex(where: {
        $0.cells.first?.column == row.cells.first?.column && sameCells($0, row)
      })
    else { return nil }
    let end = min(start + cell.rowSpan, layout.grid.rows.count)
    return layout.grid.rows[start..<end].last?.adds
  }

  private func sameCells(_ a: FormGrid.Row, _ b: FormGrid.Row) -> Bool {
    guard case .value(let first, _, _)? = a.cells.last?.content, case .value(let second, _, _)? = b.cells.last?.content
    else { return false }
    return first.address == second.address
  }

  private func nodeButtons(_ row: FormGrid.Row, _ node: String) -> HTML {
    row.line == nil ? button("removeNode:\(node)", "不涉及，删除", "quiet small remove") : HTML()
  }

  private func button(_ value: String, _ words: String, _ style: String, label: String? = nil) -> HTML {
    .element(
      "button",
      [
        Attribute("name", "action"), Attribute("value", value), Attribute("class", style),
        Attribute("aria-label", label),
      ]
    ) { words }
  }

  private func value(
    _ definition: CellDefinition, prefix: String, level: Int, _ row: FormGrid.Row, isLast: Bool, _ spans: [Attribute],
    _ flag: Severity?
  ) -> HTML {
    let address = definition.address
    let entry = loaded.filing.entry(at: address)
    let isComputed = loaded.calculation.isComputed(at: address)
    var classes = ["cell", definition.kind.rawValue]
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
    ]
    return .element("td", attributes + spans) {
      if !prefix.isEmpty {
        HTML.element("label", [Attribute("class", "prefix"), Attribute("for", identifier(address))]) { prefix }
      }
      if let before = before[address] {
        HTML.element("del", [Attribute("class", "before")]) { before.isEmpty ? "（空）" : before }
      }
      control(definition)
      proposal(definition)
      if isEditable, let line = row.line, isLast || address.column == "name" && !isIndicator(row) {
        if isLast != (address.column == "name") {
          button("remove:\(line)", "删除", "quiet small remove", label: "删除 \(lineName(line))")
        }
      }
    }
  }

  private func isIndicator(_ row: FormGrid.Row) -> Bool {
    row.cells.contains {
      if case .value(let definition, _, _) = $0.content, case .scored = definition.source { true } else { false }
    }
  }

  private func lineName(_ line: String) -> String {
    loaded.calculation.text(at: CellAddress(layout.sheet.id, line, "name"))
  }

  func identifier(_ address: CellAddress) -> String { address.description.replacing("/", with: "_") }

  private func control(_ definition: CellDefinition) -> HTML {
    let address = definition.address
    let shown = loaded.calculation.text(at: address)
    let id = Attribute("id", identifier(address))
    if loaded.calculation.isComputed(at: address) {
      return .element("output", [id, Attribute("tabindex", "-1")]) { shown }
    }
    guard isEditable else {
      return .element(
        definition.kind == .paragraph ? "div" : "span", [id, Attribute("class", "value"), Attribute("tabindex", "-1")]
      ) { definition.kind == .declaration ? (shown.isEmpty ? "" : definition.caption) : shown }
    }
    return editable(definition, typed[address.description] ?? shown, id)
  }

  private func editable(_ definition: CellDefinition, _ text: String, _ id: Attribute) -> HTML {
    let address = definition.address.description
    let message = problems[address]
    let problemID = "\(identifier(definition.address))_problem"
    let shared = [
      id, Attribute("name", address), Attribute("aria-label", definition.caption),
      Attribute("aria-invalid", message == nil ? nil : "true"),
      Attribute("aria-describedby", message == nil ? nil : problemID),
    ]
    return HTML {
      switch definition.kind {
      case .paragraph:
        HTML.element(
          "textarea", shared + [Attribute("rows", "2"), Attribute("data-limit", "\(definition.characterLimit)")]
        ) { text }
      case .declaration:
        Fields.hidden(address, "")
        HTML.void(
          "input",
          [
            id, Attribute("type", "checkbox"), Attribute("name", address), Attribute("value", "是"),
            Attribute("checked", when: text == "是"),
          ])
        HTML.element("label", [Attribute("for", identifier(definition.address))]) { definition.caption }
      default:
        HTML.void(
          "input",
          shared + [
            Attribute("value", text), Attribute("inputmode", definition.kind.isNumber ? "decimal" : nil),
          ])
      }
      if let message { HTML.element("p", [Attribute("class", "problem"), Attribute("id", problemID)]) { message } }
    }
  }

  private func proposal(_ definition: CellDefinition) -> HTML {
    switch definition.source {
    case .scored, .proposed:
      let words = ProposalWords.words(for: definition.address, in: loaded.calculation)
      return .element(
        "span", [Attribute("class", "proposal"), Attribute("data-proposal", definition.address.description)]
      ) { words }
    default: return HTML()
    }
  }
}
