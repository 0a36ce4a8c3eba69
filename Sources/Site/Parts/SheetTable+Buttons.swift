import Evaluation
import HTML
import Operations

/// The buttons that add and remove lines and second-level indicators.
extension SheetTable {
  /// On a header the first heading carries the button, elsewhere the last: the second-level indicator's.
  func carriesAdds(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> Bool {
    let headings = row.cells.filter { if case .heading = $0.content { true } else { false } }
    return (row.isHeader ? headings.first : headings.last)?.column == cell.column
  }

  func adds(_ row: FormGrid.Row) -> HTML {
    guard isEditable, let adds = row.adds else { return HTML() }
    return button("add:\(adds.under)", adds.caption, "quiet small add")
  }

  /// The one row of a second-level indicator that has no lines yet.
  func isEmptyNode(_ row: FormGrid.Row) -> Bool {
    !row.isHeader && row.line == nil && row.adds != nil && !hasLabel(row)
  }

  func hasLabel(_ row: FormGrid.Row) -> Bool {
    row.cells.contains { if case .label = $0.content { true } else { false } }
  }

  func isFirstEmpty(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> Bool {
    row.cells.first { if case .empty = $0.content { true } else { false } }?.column == cell.column
  }

  func emptyNodeButtons(_ row: FormGrid.Row) -> HTML {
    HTML {
      adds(row)
      if isEditable, let node = row.removableNode {
        button("removeNode:\(node)", "不涉及", "quiet small remove", label: "不涉及，删除该二级指标")
      }
    }
  }

  /// What belongs into the row, behind a small question mark; a popover, so it works by keyboard and without scripts.
  func help(_ row: FormGrid.Row, _ label: String) -> HTML {
    guard isEditable, !row.help.isEmpty, case .value(let definition, _, _)? = row.cells.last?.content else {
      return HTML()
    }
    let id = "\(layout.sheet.id)_\(definition.address.row)_help"
    return HTML {
      HTML.element(
        "button",
        [
          Attribute("type", "button"), Attribute("class", "help"), Attribute("popovertarget", id),
          Attribute("title", row.help), Attribute("aria-label", "\(label.filter { !$0.isWhitespace })怎么填"),
        ]
      ) { "?" }
      HTML.element("span", [Attribute("class", "help-text"), Attribute("id", id), Attribute("popover", "")]) {
        row.help
      }
    }
  }

  /// - Parameter under: what a line that the button removes stands under, so that it can be put back.
  func button(
    _ value: String, _ words: String, _ style: String, label: String? = nil, under: String? = nil
  ) -> HTML {
    .element(
      "button",
      [
        Attribute("name", "action"), Attribute("value", value), Attribute("class", style),
        Attribute("aria-label", label), Attribute("data-under", under),
      ]
    ) { words }
  }

  func lineName(_ line: String) -> String {
    let name = loaded.calculation.text(at: CellAddress(layout.sheet.id, line, "name"))
    return name.isEmpty ? "未命名的行" : name
  }
}
