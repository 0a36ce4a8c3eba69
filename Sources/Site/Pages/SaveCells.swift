import Audit
import Database
import Evaluation
import Foundation
import HTTPTypes
import Hummingbird
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

  struct Answer: Encodable {
    let version: Int64
    let savedAt: String
    let cells: [String: Cell]
    let problems: [Problem]
    let conflicts: [ConflictAnswer]
    let findings: [FindingAnswer]
    let counts: [String: Count]

    struct Cell: Encodable {
      var text: String?
      var proposal: String?
      /// Only for a cell that lines can take over.
      var computed: Bool?
    }
    struct Problem: Encodable {
      let cell: String
      let message: String
    }
    struct ConflictAnswer: Encodable {
      let cell: String
      let theirs: String
      let by: String
      let at: String
    }
    struct Count: Encodable {
      let error: Int
      let warning: Int
    }
  }

  struct FindingAnswer: Encodable {
    let key: String
    let check: String
    let severity: String
    let title: String
    let message: String
    let cells: [String]
    let sheet: String
    let explained: Bool
    let explanation: String?
    let suggestion: String
    let why: String
    let rule: String
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
    var unknown: [Answer.Problem] = []
    for item in body.changes {
      if let cell = CellAddress(item.cell) {
        edits.append(.set(cell, text: item.text, was: item.was))
      } else {
        unknown.append(Answer.Problem(cell: item.cell, message: "没有这个单元格，请刷新页面。"))
      }
    }
    let now = site.now()
    let outcome = try await EditFiling(engine: site.engine, shelf: site.shelf)(
      edits, in: id, by: visitor.person, at: now)
    return .json(try await answer(to: outcome, unknown, at: now))
  }

  private func answer(
    to outcome: EditFiling.Outcome, _ unknown: [Answer.Problem], at now: Int64
  ) async throws -> Answer {
    Answer(
      version: outcome.after.record.version, savedAt: Moment(now).clock, cells: Self.shown(outcome),
      problems: unknown + outcome.problems.map { Answer.Problem(cell: $0.field, message: $0.message) },
      conflicts: try await conflicts(outcome), findings: Self.findings(of: outcome.after),
      counts: FindingsView.counts(of: outcome.after).mapValues { Answer.Count(error: $0.errors, warning: $0.warnings) })
  }

  /// Every cell that shows something else than before.
  private static func shown(_ outcome: EditFiling.Outcome) -> [String: Answer.Cell] {
    let (before, after) = (outcome.before.calculation, outcome.after.calculation)
    var cells: [String: Answer.Cell] = [:]
    for layout in after.layouts {
      for definition in layout.grid.definitions {
        let address = definition.address
        let text = after.text(at: address)
        if text != before.text(at: address) { cells[address.description, default: .init()].text = text }
        if definition.source.dependsOnLines, after.isComputed(at: address) != before.isComputed(at: address) {
          cells[address.description, default: .init()].computed = after.isComputed(at: address)
        }
        switch definition.source {
        case .scored, .proposed:
          let words = ProposalWords.words(for: address, in: after)
          if words != ProposalWords.words(for: address, in: before) {
            cells[address.description, default: .init()].proposal = words
          }
        default: break
        }
      }
    }
    for change in outcome.changes where change.kind == .text && cells[change.place] == nil {
      cells[change.place] = .init(text: change.after)
    }
    return cells
  }

  private func conflicts(_ outcome: EditFiling.Outcome) async throws -> [Answer.ConflictAnswer] {
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
      return Answer.ConflictAnswer(
        cell: conflict.cell.description, theirs: conflict.theirs, by: entry.flatMap { names[$0.person] } ?? "",
        at: entry.map { Moment($0.at).clock } ?? "")
    }
  }

  static func findings(of loaded: LoadedFiling) -> [FindingAnswer] {
    FindingsView.findings(of: loaded, on: "").map { reported in
      let explanation = loaded.explanations[reported.id]?.text
      return FindingAnswer(
        key: reported.id, check: reported.card.id, severity: reported.severity.rawValue, title: reported.card.title,
        message: reported.finding.message, cells: FindingsView.cells(of: reported.finding).map(\.description),
        sheet: FindingsView.sheet(of: reported.finding), explained: explanation != nil, explanation: explanation,
        suggestion: reported.card.remedy, why: reported.card.why, rule: Route.rule(reported.card.id).path)
    }
  }
}
