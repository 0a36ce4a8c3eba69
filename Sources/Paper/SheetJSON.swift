import Evaluation
import Figures
import JSON

/// One form sheet for other programs: its cells in reading order, and its indicators as a tree.
struct SheetJSON {
  let layout: Calculation.SheetLayout
  let shown: ShownText
  private var calculation: Calculation { shown.calculation }

  var value: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(layout.sheet.id)),
      .init("form", .string(layout.form.id)),
      .init("kind", .string(layout.form.kind.rawValue)),
      .init("title", .string(layout.title)),
      .init("policy", .string(layout.policy.id)),
      .init("amountUnit", .string(layout.policy.amounts.unit.rawValue)),
      .init("lines", .array(layout.sheet.rows.map { ["row": .string($0.id), "under": .string($0.under)] })),
      .init("cells", .array(definitions.map(cell))),
    ]
    if let indicators { members.append(.init("indicators", indicators)) }
    return .object(members)
  }

  private var indicators: JSONValue? {
    let hasIndicators = layout.form.blocks.contains { if case .indicators = $0 { true } else { false } }
    guard hasIndicators, let tree = layout.policy.tree(layout.sheet.tree) else { return nil }
    return [
      "tree": .string(tree.id), "groups": .array(tree.groups.map(group)),
      "removed": .array(layout.sheet.removedNodes.sorted().map { .string($0) }),
    ]
  }

  private var definitions: [CellDefinition] {
    (layout.grid.definitions + layout.footer).filter { !shown.isLeftOut($0.address) }
  }

  private func cell(_ definition: CellDefinition) -> JSONValue {
    let address = definition.address
    let entry = layout.sheet.entries[address.key]
    let isComputed = calculation.isComputed(at: address)
    var members: [JSONValue.Member] = [
      .init("address", .string(address.description)),
      .init("caption", .string(definition.caption)),
      .init("kind", .string(definition.kind.rawValue)),
      .init("text", .string(shown.text(at: address))),
      .init("value", .string(calculation.figure(at: address)?.trimmed.description)),
      .init("origin", .string(isComputed ? "computed" : (entry?.origin ?? .typed).rawValue)),
    ]
    if let choices = definition.choices {
      members.append(.init("options", .array(choices.options.map { .string($0) })))
    }
    if let formula = definition.source.formula { members.append(.init("formula", .string(formula.text))) }
    if let proposal = calculation.proposal(at: address) {
      members.append(.init("proposal", .string(proposal.description)))
    }
    if let synced = entry?.synced { members.append(.init("synced", .string(shown.shown(synced, at: address)))) }
    return .object(members)
  }

  private func group(_ group: IndicatorTree.Group) -> JSONValue {
    [
      "id": .string(group.id),
      "label": .string(group.label),
      "points": group.points.map { .number(Int64($0)) } ?? .null,
      "nodes": .array(group.nodes.filter { !layout.sheet.removedNodes.contains($0.id) }.map(node)),
    ]
  }

  private func node(_ node: IndicatorTree.Node) -> JSONValue {
    [
      "id": .string(node.id),
      "label": .string(node.label),
      "subject": .string(node.subject.rawValue),
      "lines": .array(layout.sheet.lines(under: node.id).map { line($0.id) }),
    ]
  }

  private func line(_ row: String) -> JSONValue {
    .object(
      [.init("row", .string(row))]
        + IndicatorColumn.allCases.filter { $0.isOfEveryForm || layout.definition(of: row, $0.rawValue) != nil }.map {
          .init($0.rawValue, .string(shown.text(at: CellAddress(layout.sheet.id, row, $0.rawValue))))
        })
  }
}

extension IndicatorColumn {
  /// Sign, unit and goal are told of forms that have columns for them.
  fileprivate var isOfEveryForm: Bool { isNeeded || self == .reason }
}
