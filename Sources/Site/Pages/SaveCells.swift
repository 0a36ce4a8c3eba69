import Audit
import Database
import Evaluation
import Foundation
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Rules
import Store

/// Takes changed cells from the table editor and answers with all that follows from them.
struct SaveCells {
  let site: Site

  private struct Body: Decodable {
    let changes: [Item]
    struct Item: Decodable {
      let cell: String
      let text: String
      let was: String?
    }
  }

  /// What a cell shows since the save.
  private struct Shown {
    var text: String?
    var proposal: String?
    /// Only for a cell that lines can take over.
    var isComputed: Bool?

    var json: JSONValue {
      var members: [JSONValue.Member] = []
      if let text { members.append(.init("text", .string(text))) }
      if let proposal { members.append(.init("proposal", .string(proposal))) }
      if let isComputed { members.append(.init("computed", .bool(isComputed))) }
      return .object(members)
    }
  }

  func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    try request.checkOrigin()
    try request.checkToken(of: visitor)
    guard let id = context.parameters.get("filing", as: Int64.self) else { throw NotFound() }
    let bytes = try await request.bytes(upTo: Request.largestForm)
    guard let body = try? JSONDecoder().decode(Body.self, from: Data(bytes)), body.changes.count <= 5_000 else {
      throw Malformed()
    }
    var edits: [Edit] = []
    var unknown: [FieldProblem] = []
    for item in body.changes {
      if let cell = CellAddress(item.cell) {
        edits.append(.set(cell, text: item.text, was: item.was))
      } else {
        unknown.append(FieldProblem(item.cell, "没有这个单元格，请刷新页面。"))
      }
    }
    let now = site.now()
    let outcome = try await EditFiling(engine: site.engine, shelf: site.shelf)(
      edits, in: id, by: visitor.person, at: now)
    return .json(try await answer(to: outcome, unknown, at: now))
  }

  private func answer(
    to outcome: EditFiling.Outcome, _ unknown: [FieldProblem], at now: Int64
  ) async throws -> JSONValue {
    [
      "version": .number(outcome.after.record.version),
      "savedAt": .string(Moment(now).clock),
      "cells": .object(Self.shown(outcome).map { .init($0.description, $1.json) }),
      "problems": .array(
        (unknown + outcome.problems).map { ["cell": .string($0.field), "message": .string($0.message)] }),
      "conflicts": .array(try await conflicts(outcome)),
      "findings": .array(Self.findings(of: outcome.after)),
      "counts": .object(
        FindingsView.counts(of: outcome.after).map {
          .init($0, ["error": .number(Int64($1.errors)), "warning": .number(Int64($1.warnings))])
        }),
    ]
  }

  /// Every cell that shows something else than before.
  private static func shown(_ outcome: EditFiling.Outcome) -> [CellAddress: Shown] {
    let (before, after) = (outcome.before.calculation, outcome.after.calculation)
    var cells: [CellAddress: Shown] = [:]
    for layout in after.layouts {
      for definition in layout.definitions {
        let address = definition.address
        let text = after.text(at: address)
        if text != before.text(at: address) { cells[address, default: .init()].text = text }
        if definition.source.dependsOnLines, after.isComputed(at: address) != before.isComputed(at: address) {
          cells[address, default: .init()].isComputed = after.isComputed(at: address)
        }
        switch definition.source {
        case .scored, .proposed:
          let words = ProposalWords.words(for: address, in: after)
          if words != ProposalWords.words(for: address, in: before) {
            cells[address, default: .init()].proposal = words
          }
        default: break
        }
      }
    }
    // What was typed into a report stands on no form.
    for change in outcome.changes where change.kind == .text {
      guard let address = CellAddress(change.place), cells[address] == nil else { continue }
      cells[address] = Shown(text: change.after)
    }
    return cells
  }

  private func conflicts(_ outcome: EditFiling.Outcome) async throws -> [JSONValue] {
    guard !outcome.conflicts.isEmpty else { return [] }
    let id = outcome.after.record.id
    let (history, names) = try await site.engine.read { database in
      let history = try database.ask(.history(of: id))
      let people = try database.ask(Query<(Int64, String)>.names(of: Array(Set(history.map(\.person)))))
      return (history, Dictionary(people.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first }))
    }
    return outcome.conflicts.map { conflict in
      let entry = history.last { entry in
        guard case .edit(let changes) = entry.detail else { return false }
        return changes.contains { $0.place == conflict.cell.description }
      }
      return [
        "cell": .string(conflict.cell.description), "theirs": .string(conflict.theirs),
        "by": .string(entry.flatMap { names[$0.person] } ?? ""),
        "at": .string(entry.map { Moment($0.at).clock } ?? ""),
      ]
    }
  }

  private static func findings(of loaded: LoadedFiling) -> [JSONValue] {
    FindingsView.findings(of: loaded, on: "").map { reported in
      let explanation = loaded.explanations[reported.id]?.text
      var members: [JSONValue.Member] = [
        .init("key", .string(reported.id)),
        .init("check", .string(reported.card.id)),
        .init("severity", .string(reported.severity.rawValue)),
        .init("title", .string(reported.card.title)),
        .init("message", .string(reported.finding.message)),
        .init("cells", .array(FindingsView.cells(of: reported.finding).map { .string($0.description) })),
        .init("sheet", .string(FindingsView.sheet(of: reported.finding))),
        .init("explained", .bool(explanation != nil)),
        .init("suggestion", .string(reported.card.remedy)),
        .init("why", .string(reported.card.why)),
        .init("rule", .string(Route.rule(reported.card.id).path)),
      ]
      if let explanation { members.append(.init("explanation", .string(explanation))) }
      return .object(members)
    }
  }
}
