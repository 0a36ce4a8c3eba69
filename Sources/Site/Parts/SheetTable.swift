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
    return .element(
      "div",
      [
        Attribute("class", "sheet-scroll"), Attribute("tabindex", isEditable ? nil : "0"),
        Attribute("role", isEditable ? nil : "region"), Attribute("aria-label", isEditable ? nil : layout.title),
      ]
    ) {
      HTML.element("table", [Attribute("class", layout.form.isLandscape ? "sheet landscape" : "sheet")]) {
        HTML.element("caption") {
          layout.title + " "
          HTML.element("span", [Attribute("class", "unit-note")]) { "单位：\(layout.policy.amounts.unit.rawValue)" }
        }
        HTML.element("colgroup") {
          HTML.void("col", [Attribute("span", "\(layout.grid.width)")])
          if isEditable { HTML.void("col", [Attribute("class", "gutter")]) }
        }
        HTML.element("tbody") {
          for row in layout.grid.rows {
            HTML.element("tr", [Attribute("class", row.isHeader ? "columns" : row.line == nil ? nil : "line")]) {
              for cell in row.cells { self.cell(cell, in: row, flags) }
              if isEditable, let line = row.line {
                HTML.element("td", [Attribute("class", "row-tools")]) {
                  button("remove:\(line)", "删除", "quiet", label: "删除 \(lineName(line))")
                }
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

  // MARK: Adding and removing

  /// On a header the first heading carries the button, elsewhere the last: the second-level indicator's.
  private func carriesAdds(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> Bool {
    let headings = row.cells.filter { if case .heading = $0.content { true } else { false } }
    return (row.isHeader ? headings.first : headings.last)?.column == cell.column
  }

  private func adds(_ row: FormGrid.Row) -> HTML {
    guard isEditable, let adds = row.adds else { return HTML() }
    return button("add:\(adds.under)", adds.caption, "quiet small add")
  }

  /// The one row of a second-level indicator that has no lines yet.
  private func isEmptyNode(_ row: FormGrid.Row) -> Bool {
    !row.isHeader && row.line == nil && row.adds != nil && !hasLabel(row)
  }

  private func hasLabel(_ row: FormGrid.Row) -> Bool {
    row.cells.contains { if case .label = $0.content { true } else { false } }
  }

  private func isFirstEmpty(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> Bool {
    row.cells.first { if case .empty = $0.content { true } else { false } }?.column == cell.column
  }

  private func emptyNodeButtons(_ row: FormGrid.Row) -> HTML {
    HTML {
      adds(row)
      if isEditable, let node = row.removableNode {
        button("removeNode:\(node)", "不涉及", "quiet small remove", label: "不涉及，删除该二级指标")
      }
    }
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
    _ definition: CellDefinition, prefix: String, level: Int, _ row: FormGrid.Row, _ spans: [Attribute],
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
    }
  }

  private func lineName(_ line: String) -> String {
    let name = loaded.calculation.text(at: CellAddress(layout.sheet.id, line, "name"))
    return name.isEmpty ? "未命名的行" : name
  }

  func identifier(_ address: CellAddress) -> String { address.description.replacing("/", with: "_") }

  private func control(_ definition: CellDefinition) -> HTML {
    let address = definition.address
    let shown = loaded.calculation.text(at: address)
    let id = Attribute("id", identifier(address))
    let isComputed = loaded.calculation.isComputed(at: address)
    if isComputed, !isEditable || !definition.source.dependsOnLines {
      return .element("output", [id, Attribute("tabindex", "-1")]) { shown }
    }
    guard isEditable else {
      return .element(
        definition.kind == .paragraph ? "div" : "span", [id, Attribute("class", "value"), Attribute("tabindex", "-1")]
      ) { definition.kind == .declaration ? (shown.isEmpty ? "" : definition.caption) : shown }
    }
    return editable(definition, typed[address.description] ?? shown, id)
  }

  /// Names and values of indicators run over several lines.
  private func isIndicator(_ definition: CellDefinition) -> Bool {
    IndicatorColumn(rawValue: definition.address.column) != nil && layout.form.kind != .baseData
      && definition.address.row != "project"
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
      case .paragraph,
        .text where isIndicator(definition):
        HTML.element(
          "textarea",
          shared + [
            Attribute("rows", definition.kind == .paragraph ? "2" : "1"),
            Attribute("data-limit", "\(definition.characterLimit)"),
            Attribute("placeholder", definition.isRequired ? "必填" : nil),
          ]
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
            Attribute("placeholder", definition.isRequired ? "必填" : nil),
            Attribute("readonly", when: loaded.calculation.isComputed(at: definition.address)),
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
