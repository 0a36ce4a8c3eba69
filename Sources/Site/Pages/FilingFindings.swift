import Audit
import Evaluation
import HTTPTypes
import Hummingbird
import JSON
import Operations
import Rules
import Store

/// What the checks say of a filing, as the table editor takes it.
struct FilingFindings {
  let loaded: LoadedFiling

  /// For one that was not told with a save.
  static func answer(_ site: Site, _ context: SiteContext) async throws -> Response {
    let (loaded, _) = try await site.filing(context)
    let version = JSONValue.Member("version", .number(loaded.record.version))
    return .json(.object([version] + FilingFindings(loaded: loaded).members))
  }

  /// All findings, and by sheet how many are open.
  var members: [JSONValue.Member] {
    [
      .init("findings", .array(findings)),
      .init(
        "counts",
        .object(
          FindingsView.counts(of: loaded).map {
            .init($0, ["error": .number(Int64($1.errors)), "warning": .number(Int64($1.warnings))])
          })),
    ]
  }

  private var findings: [JSONValue] {
    FindingsView.findings(of: loaded, on: "").map { reported in
      let explanation = loaded.explanations[reported.id]?.text
      var members: [JSONValue.Member] = [
        .init("key", .string(reported.id)),
        .init("check", .string(reported.card.id)),
        .init("severity", .string(reported.severity.rawValue)),
        .init("words", .string(explanation == nil ? reported.severity.words : FindingsView.explained)),
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
