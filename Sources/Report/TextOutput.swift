import Evaluation
import Reading
import Rules

/// What was found in reports as lines for a terminal.
public enum TextOutput {
  /// One file: each finding as `file:line:column code severity message` with its place, then a summary.
  public static func text(of report: AuditedReport) -> String {
    var lines = [heading(of: report)]
    for finding in report.findings { lines += self.lines(of: finding, in: report) }
    return (lines + summary(of: report)).joined(separator: "\n") + "\n"
  }

  /// All files together.
  public static func summary(of totals: AuditTotals) -> String {
    var parts = ["共 \(totals.files) 个文件：\(counts { totals.count(of: $0) })"]
    if totals.unread > 0 { parts.append("\(totals.unread) 个文件未能读取") }
    return parts.joined(separator: "；") + "。\n"
  }

  private static func heading(of report: AuditedReport) -> String {
    let recognised = report.recognised
    let known = [
      recognised.title, recognised.unit, recognised.year.map { "\($0) 年度" } ?? "年度未识别（可用 --year 指定）",
      recognised.dossier.sheets.isEmpty
        ? "未识别出制度规定的表（可用 --policy 指定制度）" : recognised.policies.policies.first?.id,
    ]
    let compared = recognised.comparedWith.map { "\n  对照：\($0)" } ?? ""
    let cautions = [report.guessesCells ? AuditedReport.guessWords : nil, report.unreadWords].compactMap(\.self)
    return "\(report.file)：" + known.compactMap(\.self).joined(separator: "，") + compared
      + cautions.map { "\n  \($0)" }.joined()
  }

  private static func lines(of finding: PlacedFinding, in report: AuditedReport) -> [String] {
    let first = finding.evidence.first
    let place = "\(report.file):\(first?.line ?? 1):\(first?.column ?? 1)"
    var lines = ["\(place) \(finding.check) \(finding.severity.words) \(finding.message)"]
    guard let first else { return lines + self.lines(of: finding.traces) + self.lines(of: finding.companions) + [""] }
    let number = String(first.line)
    let margin = String(repeating: " ", count: number.count)
    let excerpt = Excerpt(first.range, in: report.text)
    lines += ["  \(number) | \(excerpt.line)", "  \(margin) | \(excerpt.underline)"]
    if !finding.derivation.isEmpty { lines.append("  \(margin) = \(finding.derivation)") }
    let others = finding.evidence.dropFirst().map { "\($0.line):\($0.column) “\(clipped($0.quote))”" }
    if !others.isEmpty { lines.append("  \(margin) = 另见 " + others.joined(separator: "、")) }
    if let words = first.origin?.words { lines.append("  \(margin) = 位于\(words)") }
    return lines + self.lines(of: finding.traces) + self.lines(of: finding.companions) + [""]
  }

  /// Where it stands in other reports.
  private static func lines(of companions: [CompanionPlace]) -> [String] {
    companions.map { "  = 对照 \($0.file):\($0.line):\($0.column) “\(clipped($0.quote))”" }
  }

  /// What stands in the file besides the running text.
  private static func lines(of traces: [TracePlace]) -> [String] {
    traces.prefix(5).map { "  = 位于\($0.trace.placeInWords)" + ($0.quote.isEmpty ? "" : "“\(clipped($0.quote))”") }
  }

  private static func summary(of report: AuditedReport) -> [String] {
    let found = groups(of: report.findings.map(\.check))
    var lines = [
      "\(report.file)：\(counts { report.count(of: $0) })" + (found.isEmpty ? "" : "（\(found)）")
    ]
    if !report.notCheckable.isEmpty {
      let checks = report.notCheckable.map(\.check)
      let told =
        checks.count <= mostCodes
        ? "：\(checks.joined(separator: " "))" : "（\(groups(of: checks))），各缺什么见 --format html 或 json"
      lines.append("  缺资料，未检查 \(checks.count) 项\(told)")
    }
    return lines
  }

  /// More checks than these are counted by their groups.
  private static let mostCodes = 8

  /// How many of some checks each group has.
  private static func groups(of checks: [String]) -> String {
    CheckGroup.allCases.compactMap { group in
      let count = checks.count { CheckGroup(of: $0) == group }
      return count > 0 ? "\(group.title) \(count)" : nil
    }.joined(separator: "，")
  }

  private static func counts(_ count: (Severity) -> Int) -> String {
    Severity.allCases.sorted(by: >).map { "\($0.words) \(count($0))" }.joined(separator: "，")
  }

  private static func clipped(_ quote: String) -> String {
    let scalars = quote.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    let kept = String(String.UnicodeScalarView(scalars.prefix(24)))
    return scalars.count > 24 ? kept + "…" : kept
  }
}
