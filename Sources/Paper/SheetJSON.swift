import Evaluation
import Figures

/// One form sheet for other programs: its cells in reading order, and its indicators as a tree.
struct SheetJSON {
  let layout: Calculation.SheetLayout
  let shown: ShownText
  private var calculation: Calculation { shown.calculation }

  var value: JSONValue {
    let tree = layout.policy.tree(layout.sheet.tree)
    let hasIndicators = layout.form.blocks.contains { if case .indicators = $0 { true } else { false } }
    var members: [String: JSONValue] = [
      "id": .string(layout.sheet.id),
      "form": .string(layout.form.id),
      "kind": .string(layout.form.kind.rawValue),
      "title": .string(layout.title),
      "policy": .string(layout.policy.id),
      "amountUnit": .string(layout.policy.amounts.unit.rawValue),
      "lines": .array(
        layout.sheet.rows.map { .object(["row": .string($0.id), "under": .string($0.under)]) }),
      "cells": .array(definitions.map(cell)),
    ]
    if hasIndicators, let tree {
      members["indicators"] = .object([
        "tree": .string(tree.id), "groups": .array(tree.groups.map(group)),
        "removed": .array(layout.sheet.removedNodes.sorted().map { .string($0) }),
      ])
    }
    return .object(members)
  }

  private var definitions: [CellDefinition] {
    (layout.grid.definitions + layout.footer).filter { !shown.isLeftOut($0.address) }
  }

  private func cell(_ definition: CellDefinition) -> JSONValue {
    let address = definition.address
    let entry = layout.sheet.entries[address.key]
    let isComputed = calculation.isComputed(at: address)
    var members: [String: JSONValue] = [
      "address": .string(address.description),
      "caption": .string(definition.caption),
      "kind": .string(definition.kind.rawValue),
      "text": .string(shown.text(at: address)),
      "value": calculation.figure(at: address).map { .string($0.trimmed.description) } ?? .null,
      "origin": .string(isComputed ? "computed" : (entry?.origin ?? .typed).rawValue),
    ]
    if let formula = definition.source.formula { members["formula"] = .string(formula.text) }
    if let proposal = calculation.proposal(at: address) { members["proposal"] = .string(proposal.description) }
    if let synced = entry?.synced { members["synced"] = .string(shown.shown(synced, at: address)) }
    return .object(members)
  }

  private func group(_ group: IndicatorTree.Group) -> JSONValue {
    .object([
      "id": .string(group.id),
      "label": .string(group.label),
      "points": group.points.map { .number(Int64($0)) } ?? .null,
      "nodes": .array(group.nodes.filter { !layout.sheet.removedNodes.contains($0.id) }.map(node)),
    ])
  }

  private func node(_ node: IndicatorTree.Node) -> JSONValue {
    .object([
      "id": .string(node.id),
      "label": .string(node.label),
      "subject": .string(node.subject.rawValue),
      "lines": .array(layout.sheet.lines(under: node.id).map { line($0.id) }),
    ])
  }

  private func line(_ row: String) -> JSONValue {
    var members: [String: JSONValue] = ["row": .string(row)]
    for column in IndicatorColumn.allCases {
      members[column.rawValue] = .string(shown.text(at: CellAddress(layout.sheet.id, row, column.rawValue)))
    }
    return .object(members)
  }
}
