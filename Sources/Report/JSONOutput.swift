import Audit
import Evaluation
public import JSON
import Reading
import Rules

/// What was found in a report as JSON.
public enum JSONOutput {
  /// One object.
  public static func value(of report: AuditedReport) -> JSONValue {
    let recognised = report.recognised
    var members: [JSONValue.Member] = [
      .init("file", .string(report.file)),
      .init("policy", .string(recognised.policies.policies.first?.id)),
      .init("policies", .array(recognised.policies.policies.map { .string($0.id) })),
      .init("madeWith", value(of: recognised.policies)),
      .init("year", recognised.year.map { .number(Int64($0)) } ?? .null),
      .init("findings", .array(report.findings.map(value(of:)))),
      .init(
        "notCheckable",
        .array(
          report.notCheckable.map { check, missing in
            ["check": .string(check), "missing": .array(missing.map { .string($0) })]
          })
      ),
      .init("recognised", value(of: recognised, report.unreadForms)),
    ]
    let companions = recognised.dossier.companions
    if !companions.earlier.isEmpty || companions.peers != nil {
      members.append(
        .init(
          "comparedWith",
          [
            "earlier": .array(companions.earlier.map { .string($0.file) }),
            "others": .number(Int64(recognised.countOfPeers)),
          ]))
    }
    if let traces = recognised.report.traces { members.append(.init("traces", value(of: traces))) }
    return .object(members)
  }

  /// What decides about the result beside the file: the program and the content of each policy.
  static func value(of policies: PolicySet) -> JSONValue {
    [
      "program": "jiheng", "version": .string(Release.version),
      "policies": .array(
        policies.policies.map {
          ["id": .string($0.id), "version": .number(Int64($0.version)), "hash": .string($0.hash)]
        }),
    ]
  }

  private static func value(of finding: PlacedFinding) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("check", .string(finding.check)), .init("title", .string(finding.reported.card.title)),
      .init("severity", .string(finding.severity.rawValue)), .init("message", .string(finding.message)),
      .init("evidence", .array(finding.evidence.map(value(of:)) + finding.traces.map(value(of:)))),
    ]
    if !finding.companions.isEmpty {
      members.append(.init("companions", .array(finding.companions.map(value(of:)))))
    }
    members += [
      .init(
        "values",
        .array(
          finding.values.map {
            ["label": .string($0.label), "amount": .string($0.amount), "unit": .string($0.unit)]
          })),
      .init("derivation", .string(finding.derivation)), .init("suggestion", .string(finding.reported.card.remedy)),
      .init("key", .string(finding.reported.id)),
    ]
    return .object(members)
  }

  /// A place in another report.
  private static func value(of place: CompanionPlace) -> JSONValue {
    [
      "file": .string(place.file), "start": .number(Int64(place.range.lowerBound)),
      "end": .number(Int64(place.range.upperBound)), "line": .number(Int64(place.line)),
      "column": .number(Int64(place.column)), "quote": .string(place.quote),
    ]
  }

  /// Places in a file count from 1, as lines and columns do.
  static func value(of evidence: Evidence) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("start", .number(Int64(evidence.range.lowerBound))),
      .init("end", .number(Int64(evidence.range.upperBound))),
      .init("line", .number(Int64(evidence.line))), .init("column", .number(Int64(evidence.column))),
      .init("quote", .string(evidence.quote)),
    ]
    func add(_ name: String, _ number: Int?) {
      if let number { members.append(.init(name, .number(Int64(number) + 1))) }
    }
    guard let origin = evidence.origin else { return .object(members) }
    if let part = origin.part { members.append(.init("part", .string(part))) }
    add("paragraph", origin.paragraph)
    if let cell = origin.cell {
      members.append(
        .init(
          "cell",
          [
            "table": .number(Int64(cell.table) + 1), "row": .number(Int64(cell.row) + 1),
            "column": .number(Int64(cell.column) + 1),
          ]))
    }
    if let cell = origin.sheetCell {
      members += [.init("sheet", .string(cell.sheet)), .init("reference", .string(cell.reference))]
    }
    add("page", origin.page)
    return .object(members)
  }

  private static func value(of report: RecognisedReport, _ unread: [Evidence]) -> JSONValue {
    let passages = report.dossier.narrative.passages
    let sections = passages.filter { $0.role == .heading || $0.role == .headed }.compactMap(\.headings.last)
    let figures = passages.reduce(0) { $0 + $1.figures.count } + report.dossier.numberCells.count
    return [
      "title": .string(report.title), "unit": .string(report.unit),
      "sections": .array(sections.map { .string($0.title) }),
      "forms": .array(
        report.dossier.sheets.map { ["sheet": .string($0.id), "form": .string($0.form.shortTitle)] }),
      "unreadForms": .array(unread.map(value(of:))), "figures": .number(Int64(figures)),
    ]
  }

  /// What stands in the file besides the running text has no place there.
  private static func value(of place: TracePlace) -> JSONValue {
    .object(members(of: place.trace) + [.init("quote", .string(place.quote))])
  }

  private static func value(of traces: FileTraces) -> JSONValue {
    .array(traces.list.map { .object(members(of: $0) + [.init("text", .string($0.text))]) })
  }

  private static func members(of trace: FileTrace) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("kind", .string(trace.kind.rawValue)), .init("part", .string(trace.part)),
    ]
    if let paragraph = trace.paragraph { members.append(.init("paragraph", .number(Int64(paragraph) + 1))) }
    if !trace.name.isEmpty { members.append(.init("name", .string(trace.name))) }
    return members
  }
}
