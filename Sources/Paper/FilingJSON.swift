public import Evaluation
import JSON
public import Reading

/// A filing for other programs, as `Documentation/Schemas/filing.schema.json` describes it.
///
/// The same filing gives the same bytes. Findings are not part of it; whoever has them adds them under "findings".
public struct FilingJSON: Sendable {
  private let value: JSONValue

  /// `version` is the number of the filing's last change. `uploads` are reports that were read from files, by their
  /// outlines.
  public init(
    _ calculation: Calculation, stage: Stage, version: Int64, personal: PersonalFields = .shown,
    uploads: [String: [ReportContent]] = [:]
  ) {
    let shown = ShownText(calculation, personal)
    let filing = calculation.filing
    value = [
      "format": "jiheng-filing",
      "formatVersion": 1,
      "unit": [
        "code": .string(filing.unit.code), "name": .string(filing.unit.name),
        "kind": .string(filing.unit.kind.rawValue),
      ],
      "year": .number(Int64(filing.year)),
      "stage": .string(stage.rawValue),
      "version": .number(version),
      "personalFields": .string(personal.rawValue),
      "policies": .array(filing.policies.policies.map(Self.policy)),
      "sheets": .array(calculation.layouts.map { SheetJSON(layout: $0, shown: shown).value }),
      "reports": .array(
        filing.sheets.compactMap { WrittenReport($0, shown) }.map { Self.report($0, uploads[$0.id] ?? []) }),
      "attachments": .array(filing.attached.sorted().map { .string($0) }),
    ]
  }

  /// UTF-8 with sorted keys.
  public func bytes() -> [UInt8] { value.sorted().indented() }

  private static func policy(_ policy: Policy) -> JSONValue {
    [
      "id": .string(policy.id), "title": .string(policy.title), "version": .number(Int64(policy.version)),
      "hash": .string(policy.hash),
    ]
  }

  private static func report(_ report: WrittenReport, _ uploads: [ReportContent]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(report.id)), .init("title", .string(report.title)),
      .init(
        "sections",
        .array(
          report.sections.map {
            [
              "id": .string($0.id), "level": .number(Int64($0.level)), "heading": .string($0.heading),
              "raw": .string($0.raw), "text": .string($0.text),
            ]
          })),
    ]
    if !uploads.isEmpty { members.append(.init("files", .array(uploads.map { ReportContentJSON($0).value }))) }
    return .object(members)
  }
}
