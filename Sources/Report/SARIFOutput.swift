import Audit
public import JSON
import Reading
import Rules

/// What was found in reports as a SARIF 2.1.0 log, for programs that show findings of any checker.
public enum SARIFOutput {
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  /// One log with one run over all files.
  public static func log(of reports: [AuditedReport], unread: [UnreadFile] = [], version: String) -> JSONValue {
    var cards: [RuleCard] = []
    var positions: [String: Int] = [:]
    for card in reports.flatMap(\.findings).map(\.reported.card).sorted(by: { $0.id < $1.id })
    where positions[card.id] == nil {
      positions[card.id] = cards.count
      cards.append(card)
    }
    let results = reports.flatMap { report in
      report.findings.map { result(of: $0, in: report, rule: positions[$0.check] ?? 0) }
    }
    return [
      "$schema": .string(schema), "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "jiheng", "fullName": "绩衡", "version": .string(version), "language": "zh-CN",
              "rules": .array(cards.map(descriptor(of:))),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [invocation(unread)],
          "artifacts": .array(
            reports.map { ["location": location($0.file), "roles": ["analysisTarget"]] }),
          "results": .array(results),
        ]
      ],
    ]
  }

  private static func invocation(_ unread: [UnreadFile]) -> JSONValue {
    [
      "executionSuccessful": .bool(unread.isEmpty),
      "toolExecutionNotifications": .array(
        unread.map { file in
          [
            "level": "error", "message": ["text": .string(file.reason)],
            "locations": [["physicalLocation": ["artifactLocation": location(file.file)]]],
          ]
        }),
    ]
  }

  private static func descriptor(of card: RuleCard) -> JSONValue {
    [
      "id": .string(card.id), "name": .string(card.title), "shortDescription": ["text": .string(card.title)],
      "fullDescription": ["text": .string(card.why)], "help": ["text": .string(card.remedy)],
      "defaultConfiguration": ["level": .string(card.severity.level)],
      "properties": ["sources": .array(card.sources.map { .string("\($0.title)，\($0.clause)") })],
    ]
  }

  private static func result(of finding: PlacedFinding, in report: AuditedReport, rule: Int) -> JSONValue {
    let message = [finding.message, finding.derivation].filter { !$0.isEmpty }.joined(separator: "\n")
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(finding.check)), .init("ruleIndex", .number(Int64(rule))),
      .init("level", .string(finding.severity.level)), .init("message", ["text": .string(message)]),
      .init("partialFingerprints", ["finding/v1": .string(finding.reported.id)]),
    ]
    let locations = finding.evidence.enumerated().map { number, evidence in
      place(evidence, in: report, number: number)
    }
    members.append(.init("locations", [locations.first ?? place(finding.traces.first, in: report)]))
    let related =
      locations.dropFirst()
      + finding.companions.enumerated().map { number, place in
        self.place(place, number: locations.count + number)
      }
    if !related.isEmpty { members.append(.init("relatedLocations", .array(Array(related)))) }
    return .object(members)
  }

  /// The file, and where in it what no page shows is found.
  private static func place(_ trace: TracePlace?, in report: AuditedReport) -> JSONValue {
    var members: [JSONValue.Member] = [.init("physicalLocation", ["artifactLocation": location(report.file)])]
    if let trace {
      let name = JSONValue.Member("fullyQualifiedName", .string(trace.trace.placeInWords))
      members.append(.init("logicalLocations", [.object([name, .init("kind", "element")])]))
    }
    return .object(members)
  }

  /// A place in another report, by the line of its running text.
  private static func place(_ companion: CompanionPlace, number: Int) -> JSONValue {
    [
      "id": .number(Int64(number)),
      "message": ["text": .string("\(companion.file) 第 \(companion.line) 行：\(companion.quote)")],
      "physicalLocation": ["artifactLocation": location(companion.file)],
    ]
  }

  /// A region where lines and columns are those of the file; else words that say where in the document it is.
  private static func place(_ evidence: Evidence, in report: AuditedReport, number: Int) -> JSONValue {
    var physical: [JSONValue.Member] = [.init("artifactLocation", location(report.file))]
    var members: [JSONValue.Member] = [.init("id", .number(Int64(number)))]
    let snippet: JSONValue = ["text": .string(evidence.quote)]
    if let origin = evidence.origin {
      if let words = origin.words {
        let name = JSONValue.Member("fullyQualifiedName", .string(words))
        members.append(.init("logicalLocations", [.object([name, .init("kind", "element")])]))
      }
      members.append(.init("message", ["text": .string(evidence.quote)]))
    } else {
      let end = report.text.position(of: evidence.range.upperBound)
      physical.append(
        .init(
          "region",
          [
            "startLine": .number(Int64(evidence.line)), "startColumn": .number(Int64(evidence.column)),
            "endLine": .number(Int64(end.line)), "endColumn": .number(Int64(end.column)),
            "charOffset": .number(Int64(evidence.range.lowerBound)),
            "charLength": .number(Int64(evidence.range.count)), "snippet": snippet,
          ]))
    }
    members.append(.init("physicalLocation", .object(physical)))
    return .object(members)
  }

  private static func location(_ file: String) -> JSONValue { ["uri": .string(uri(of: file))] }

  /// A path as a URI: relative paths stay relative.
  private static func uri(of file: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes = Array(file.hasPrefix("/") ? "file://".utf8 : "".utf8)
    for byte in file.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Severity {
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
