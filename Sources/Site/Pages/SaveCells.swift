import Audit
import Database
import Evaluation
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Rules
import Store

/// Takes changed cells from the table editor and answers with all that follows from them: what the cells show, and what
/// the checks say, unless they are to tell later. A large block is then saved long before it is checked.
struct SaveCells {
  let site: Site

  /// By section of a report: the names by which its page knows the cells in its text.
  typealias KnownNames = [CellAddress: [String: CellAddress]]

  func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    try request.checkOrigin()
    try request.checkToken(of: visitor)
    guard let id = context.parameters.get("filing", as: Int64.self) else { throw NotFound() }
    let bytes = try await request.bytes(upTo: Request.largestForm)
    guard let body = try? JSONValue(reading: bytes), let items = body["changes"]?.elements, items.count <= 5_000 else {
      throw Malformed()
    }
    var edits: [Edit] = []
    var unknown: [FieldProblem] = []
    var known: KnownNames = [:]
    for item in items {
      guard let change = SentChange(item) else { throw Malformed() }
      if let cell = CellAddress(change.cell) {
        if !change.names.isEmpty { known[cell] = change.names }
        edits.append(.write(cell, text: NamedText(change.text, cells: change.names), was: change.was))
      } else {
        unknown.append(FieldProblem(change.cell, "没有这个单元格，请刷新页面。"))
      }
    }
    let now = site.now()
    let isTelling = body["findings"]?.text != "later"
    let outcome = try await EditFiling(engine: site.engine, shelf: site.shelf)(
      edits, in: id, found: context.filing, audited: isTelling, by: visitor.person, at: now)
    let answer = try await answer(to: outcome, of: edits, unknown, known, at: now)
    return .json(.object(answer + (isTelling ? FilingFindings(loaded: outcome.after).members : [])))
  }

  private func answer(
    to outcome: EditFiling.Outcome, of edits: [Edit], _ unknown: [FieldProblem], _ known: KnownNames, at now: Int64
  ) async throws -> [JSONValue.Member] {
    let shown = Self.shown(outcome, known) + Self.respelled(edits, outcome)
    return [
      .init("version", .number(outcome.after.record.version)),
      .init("savedAt", .string(Moment(now).clock)),
      .init("cells", .object(shown.map { .init($0.cell.description, $0.shown.json) })),
      .init(
        "problems",
        .array((unknown + outcome.problems).map { ["cell": .string($0.field), "message": .string($0.message)] })),
      .init("conflicts", .array(try await conflicts(outcome, known))),
    ]
  }
}

/// One changed cell as the editor sends it.
private struct SentChange {
  let cell: String
  let text: String
  /// What stood there when it was changed; nil where the page does not say.
  let was: String?
  /// The names by which cells stand in a report's text, with those cells.
  let names: [String: CellAddress]

  /// nil unless `cell` and `text` are texts, and `was` and `names` what they should be where they are there.
  init?(_ sent: JSONValue) {
    guard let cell = sent["cell"]?.text, let text = sent["text"]?.text else { return nil }
    self.cell = cell
    self.text = text
    switch sent["was"] {
    case nil, .null?: was = nil
    case .string(let before)?: was = before
    default: return nil
    }
    var names: [String: CellAddress] = [:]
    switch sent["names"] {
    case nil, .null?: break
    case .object(let members)?:
      for member in members {
        guard let place = member.value.text else { return nil }
        names[member.name] = CellAddress(place)
      }
    default: return nil
    }
    self.names = names
  }
}
