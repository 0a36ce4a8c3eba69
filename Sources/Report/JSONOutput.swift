import Audit
import Evaluation
public import JSON
import OOXML
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
      .init("year", recognised.year.map { .number(Int64($0)) } ?? .null),
      .init("findings", .array(report.findings.map(value(of:)))),
      .init(
        "notCheckable",
        .array(
          report.notCheckable.map { check, missing in
            ["check": .string(check), "missing": .array(missing.map { .string($0) })]
          })
      ),
      .init("recognised", value(of: recognised)),
    ]
    if let traces = report.traces { members.append(.init("traces", value(of: traces))) }
    return .object(members)
  }

  private static func value(of finding: PlacedFinding) -> JSONValue {
    [
      "check": .string(finding.check), "title": .string(finding.reported.card.title),
      "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
      "evidence": .array(finding.evidence.map(value(of:))),
      "values": .array(
        finding.values.map {
          ["label": .string($0.label), "amount": .string($0.amount), "unit": .string($0.unit)]
        }),
      "derivation": .string(finding.derivation), "suggestion": .string(finding.reported.card.remedy),
      "key": .string(finding.reported.id),
    ]
  }

  /// Places in a file count from 1, as lines and columns do.
  private static func value(of evidence: Evidence) -> JSONValue {
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

  private static func value(of report: RecognisedReport) -> JSONValue {
    let passages = report.dossier.narrative.passages
    let sections = passages.filter { $0.role == .heading || $0.role == .headed }.compactMap(\.headings.last)
    let figures = passages.reduce(0) { $0 + $1.figures.count } + report.dossier.numberCells.count
    return [
      "title": .string(report.title), "unit": .string(report.unit),
      "sections": .array(sections.map { .string($0.title) }),
      "forms": .array(
        report.dossier.sheets.map { ["sheet": .string($0.id), "form": .string($0.form.shortTitle)] }),
      "figures": .number(Int64(figures)),
    ]
  }

  private static func value(of traces: DocumentTraces) -> JSONValue {
    [
      "comments": .number(Int64(traces.comments.count)), "changes": .number(Int64(traces.changes.count)),
      "hiddenTexts": .number(Int64(traces.hiddenTexts.count)), "bookmarks": .number(Int64(traces.bookmarks.count)),
      "embeddedFiles": .number(Int64(traces.embeddedFiles.count)), "hasMacros": .bool(traces.hasMacros),
    ]
  }
}
