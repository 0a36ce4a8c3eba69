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
      /// The names by which cells stand in a report's text, with those cells.
      let names: [String: String]?
      var known: [String: CellAddress] { (names ?? [:]).compactMapValues { CellAddress($0) } }
    }
  }

  /// By section of a report: the names by which its page knows the cells in its text.
  typealias KnownNames = [CellAddress: [String: CellAddress]]

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
    var known: KnownNames = [:]
    for item in body.changes {
      if let cell = CellAddress(item.cell) {
        known[cell] = item.known
        edits.append(.write(cell, text: NamedText(item.text, cells: item.known), was: item.was))
      } else {
        unknown.append(FieldProblem(item.cell, "没有这个单元格，请刷新页面。"))
      }
    }
    let now = site.now()
    let outcome = try await EditFiling(engine: site.engine, shelf: site.shelf)(
      edits, in: id, by: visitor.person, at: now)
    return .json(try await answer(to: outcome, unknown, known, at: now))
  }

  private func answer(
    to outcome: EditFiling.Outcome, _ unknown: [FieldProblem], _ known: KnownNames, at now: Int64
  ) async throws -> JSONValue {
    [
      "version": .number(outcome.after.record.version),
      "savedAt": .string(Moment(now).clock),
      "cells": .object(Self.shown(outcome, known).map { .init($0.description, $1.json) }),
      "problems": .array(
        (unknown + outcome.problems).map { ["cell": .string($0.field), "message": .string($0.message)] }),
      "conflicts": .array(try await conflicts(outcome, known)),
      "findings": .array(Self.findings(of: outcome.after)),
      "counts": .object(
        FindingsView.counts(of: outcome.after).map {
          .init($0, ["error": .number(Int64($1.errors)), "warning": .number(Int64($1.warnings))])
        }),
    ]
  }
}
