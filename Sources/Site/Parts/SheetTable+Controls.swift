import Evaluation
import HTML
import Operations

/// What stands in a cell: a field to fill in, or the value to read, with the rule's proposal beside it.
extension SheetTable {
  func control(_ definition: CellDefinition) -> HTML {
    let address = definition.address
    let shown = loaded.calculation.text(at: address)
    let id = Attribute("id", identifier(address))
    let isComputed = loaded.calculation.isComputed(at: address)
    if isComputed, !isEditable || !definition.source.dependsOnLines {
      return .element("output", [id, Attribute("tabindex", "-1")]) { shown }
    }
    guard isEditable else {
      return .element(
        definition.kind == .paragraph ? "div" : "span",
        [id, Attribute("class", "value"), Attribute("tabindex", "-1")]
      ) { definition.kind == .declaration ? (shown.isEmpty ? "" : definition.caption) : shown }
    }
    return editable(definition, typed[address.description] ?? shown, id)
  }

  /// Names and values of indicators run over several lines.
  private func isIndicator(_ definition: CellDefinition) -> Bool {
    IndicatorColumn(rawValue: definition.address.column) != nil && layout.form.kind != .baseData
      && definition.address.row != "project"
  }

  /// The second-level indicator under which this cell names a third; nil for other cells.
  private func indicatorNode(_ definition: CellDefinition) -> String? {
    guard isIndicator(definition), definition.address.column == IndicatorColumn.name.rawValue else { return nil }
    return layout.sheet.rows.first { $0.id == definition.address.row }?.under
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
    let choices = loaded.calculation.choices(at: definition.address)
    return HTML {
      switch definition.kind {
      case _ where choices != nil:
        HTML.element("select", shared) { options(choices?.options ?? [], text) }
      case .paragraph,
        .text where isIndicator(definition):
        HTML.element(
          "textarea",
          shared + [
            Attribute("rows", definition.kind == .paragraph ? "2" : "1"),
            Attribute("data-limit", "\(definition.characterLimit)"),
            Attribute("placeholder", definition.isRequired ? "必填" : nil),
            Attribute("data-suggest", indicatorNode(definition)),
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

  /// A text that is not in the list, as an imported report may have it, stays until somebody chooses.
  private func options(_ options: [String], _ text: String) -> HTML {
    let isOdd = !text.isEmpty && !options.contains(text)
    return HTML {
      HTML.element("option", [Attribute("value", "")]) { "请选择" }
      if isOdd {
        HTML.element("option", [Attribute("value", text), Attribute("selected", when: true)]) { "\(text)（不在列表中）" }
      }
      for option in options {
        HTML.element("option", [Attribute("value", option), Attribute("selected", when: option == text)]) { option }
      }
    }
  }

  func proposal(_ definition: CellDefinition) -> HTML {
    switch definition.source {
    case .scored, .proposed:
      let words = ProposalWords.words(for: definition.address, in: loaded.calculation)
      return .element(
        "span",
        [
          Attribute("class", "proposal"), Attribute("data-proposal", definition.address.description),
          Attribute("hidden", when: words.isEmpty),
        ]
      ) {
        "按规则 "
        HTML.element("b") { words }
      }
    default: return HTML()
    }
  }
}
