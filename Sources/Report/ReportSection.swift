import Audit
import Evaluation
import HTML
import Reading
import Rules

/// One report of the page: what was recognised, how much was found, and the text with its marks and notes.
struct ReportSection {
  private let report: AuditedReport
  /// From 0.
  private let number: Int
  private let blocks: [MarkedBlock]
  private let ruleAddress: (String) -> String?

  init(_ report: AuditedReport, number: Int, ruleAddress: @escaping (String) -> String? = { _ in nil }) {
    self.report = report
    self.number = number
    self.ruleAddress = ruleAddress
    blocks = MarkedBlock.all(of: report, section: number)
  }

  var html: HTML {
    .element("section", [Attribute("id", "report-\(number + 1)")]) {
      HTML.element("h2") { report.file }
      HTML.element("p", [Attribute("class", "recognised")]) { recognised }
      summary
      notChecked
      let unplaced = unplacedFindings
      if !unplaced.isEmpty {
        HTML.element("div", [Attribute("class", "unplaced")]) {
          for finding in unplaced { note(finding) }
        }
      }
      HTML.element("div", [Attribute("class", "report")]) {
        for group in groups { row(group) }
      }
    }
  }

  private var recognised: String {
    let recognised = report.recognised
    let policies = recognised.policies.policies.map(\.title)
    return [
      recognised.unit.map { "单位：\($0)" }, recognised.year.map { "年度：\($0)" } ?? "年度：未识别",
      recognised.dossier.sheets.isEmpty ? "未识别出制度规定的表" : "制度：\(policies.joined(separator: "、"))",
      recognised.comparedWith.map { "对照：\($0)" }, report.guessesCells ? AuditedReport.guessWords : nil,
      report.unreadWords,
    ].compactMap(\.self).joined(separator: "；")
  }

  private var summary: HTML {
    .element("table", [Attribute("class", "summary")]) {
      HTML.element("tr") {
        HTML.element("th", [Attribute("scope", "col")]) { "检查" }
        for severity in Severity.downwards { HTML.element("th", [Attribute("scope", "col")]) { severity.words } }
      }
      for group in CheckGroup.allCases {
        let findings = NumberedFinding.all(of: report).filter { CheckGroup(of: $0.finding.check) == group }
        if let first = findings.first {
          counts(of: findings.map(\.finding)) {
            HTML.element("a", [Attribute("href", "#finding-\(number + 1)-\(first.number)")]) { group.title }
          }
        }
      }
      counts(of: report.findings) { "合计" }
    }
  }

  private func counts(of findings: [PlacedFinding], @HTMLBuilder _ title: () -> HTML) -> HTML {
    .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) { title() }
      for severity in Severity.downwards {
        HTML.element("td", [Attribute("class", "number")]) { String(findings.count { $0.severity == severity }) }
      }
    }
  }

  private var notChecked: HTML {
    guard !report.notCheckable.isEmpty else { return HTML() }
    return .element("details") {
      HTML.element("summary") { "缺资料，未检查 \(report.notCheckable.count) 项" }
      HTML.element("ul") {
        for (check, missing) in report.notCheckable {
          HTML.element("li") { "\(check)：缺\(missing.joined(separator: "、"))" }
        }
      }
    }
  }

  /// Findings that no block can show, numbered as all are.
  private var unplacedFindings: [NumberedFinding] {
    let shown = Set(blocks.flatMap(\.notes).map(\.number))
    return NumberedFinding.all(of: report).filter { !shown.contains($0.number) }
  }

  /// Blocks with the plain ones that follow them, so that notes may stand beside several.
  private var groups: [[MarkedBlock]] {
    var groups: [[MarkedBlock]] = []
    for block in blocks {
      if groups.isEmpty || !block.notes.isEmpty {
        groups.append([block])
      } else {
        groups[groups.count - 1].append(block)
      }
    }
    return groups
  }

  private func row(_ group: [MarkedBlock]) -> HTML {
    .element("div", [Attribute("class", "row")]) {
      HTML.element("div", [Attribute("class", "text")]) { for block in group { block.html } }
      HTML.element("div", [Attribute("class", "notes")]) {
        for block in group { for finding in block.notes { note(finding) } }
      }
    }
  }

  private func note(_ numbered: NumberedFinding) -> HTML {
    let finding = numbered.finding
    let card = finding.reported.card
    let name = "\(number + 1)-\(numbered.number)"
    let rule = "\(finding.check) \(card.title)"
    return .element(
      "article", [Attribute("class", "note \(finding.severity.rawValue)"), Attribute("id", "finding-\(name)")]
    ) {
      HTML.element("p", [Attribute("class", "head")]) {
        if finding.evidence.isEmpty {
          HTML.element("b") { String(numbered.number) }
        } else {
          HTML.element("a", [Attribute("href", "#place-\(name)")]) { String(numbered.number) }
        }
        " \(finding.severity.words) "
        if let address = ruleAddress(finding.check) {
          HTML.element("a", [Attribute("class", "rule"), Attribute("href", address)]) { rule }
        } else {
          rule
        }
      }
      HTML.element("p") { finding.message }
      if !finding.derivation.isEmpty {
        HTML.element("p", [Attribute("class", "derivation")]) { finding.derivation }
      }
      for place in finding.companions {
        HTML.element("p", [Attribute("class", "derivation")]) {
          "对照 \(place.file) 第 \(place.line) 行：“\(place.quote)”"
        }
      }
      for place in finding.traces.prefix(5) {
        HTML.element("p", [Attribute("class", "derivation")]) { "位于\(place.trace.placeInWords)" }
      }
      HTML.element("p", [Attribute("class", "remedy")]) { card.remedy }
    }
  }
}

/// A finding with its number on the page, from 1.
struct NumberedFinding {
  let number: Int
  let finding: PlacedFinding

  static func all(of report: AuditedReport) -> [NumberedFinding] {
    report.findings.enumerated().map { NumberedFinding(number: $0 + 1, finding: $1) }
  }
}
