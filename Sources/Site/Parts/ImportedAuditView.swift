import Audit
import Evaluation
import HTML
import Operations
import Rules
import Store

/// One result of an audit that was made elsewhere, with what it was made with.
struct ImportedAuditView {
  let record: ImportedAuditRecord
  /// Who imported it.
  let by: String
  let unit: BudgetUnit
  let policies: [Policy]
  let visitor: Visitor

  var html: HTML {
    .element("section", [Attribute("class", "panel imported"), Attribute("id", "audit-\(record.id)")]) {
      if let result = AuditResult(stored: record.content) {
        shown(result)
      } else {
        HTML.element("p") { "此结果由较新或较旧的版本保存，现在不能显示。" }
      }
      HTML.element(
        "form",
        [
          Attribute("method", "post"),
          Attribute("action", Route.removeAudit(record.filing, record.id).path),
        ]
      ) {
        Fields.token(visitor)
        HTML.element("button", [Attribute("class", "quiet small")]) { "删除此结果" }
      }
    }
  }

  private func shown(_ result: AuditResult) -> HTML {
    HTML {
      HTML.element("h2") {
        result.file + " "
        HTML.element("span", [Attribute("class", "tag")]) { "在别处检查" }
      }
      HTML.element("p", [Attribute("class", "muted")]) { made(result) }
      HTML.element("ul", [Attribute("class", "policy-marks")]) {
        for mark in result.madeWith.policies { HTML.element("li") { words(mark) } }
      }
      for note in notes(result) {
        HTML.element("div", [Attribute("class", "notice warning")]) { HTML.element("p") { note } }
      }
      HTML.element("p") {
        for severity in Severity.allCases.sorted(by: >) {
          HTML.element("span", [Attribute("class", "severity \(severity.rawValue)")]) {
            "\(severity.words) \(result.count(of: severity))"
          }
          " "
        }
      }
      if result.findings.isEmpty {
        HTML.element("p", [Attribute("class", "findings-none")]) { "没有发现问题。" }
      } else {
        HTML.element("details", [Attribute("open", when: result.findings.count <= 20)]) {
          HTML.element("summary") { "问题 \(result.findings.count) 个" }
          HTML.element("ol", [Attribute("class", "finding-list")]) { for finding in result.findings { item(finding) } }
        }
      }
      if !result.notCheckable.isEmpty {
        HTML.element("details") {
          HTML.element("summary") { "缺资料，未检查 \(result.notCheckable.count) 项" }
          HTML.element("ul") {
            for check in result.notCheckable {
              HTML.element("li") { "\(check.check)：缺\(check.missing.joined(separator: "、"))" }
            }
          }
        }
      }
    }
  }

  private func made(_ result: AuditResult) -> String {
    "\(result.madeWith.program) \(result.madeWith.version) 检查，\(by) \(Moment(record.at).full) 导入"
  }

  /// Whether the policy that it was held against is the one that is used here.
  private func words(_ mark: AuditResult.PolicyMark) -> String {
    let own = policies.first { $0.id == mark.id }
    let same =
      own.map { $0.hash == mark.hash ? "与本系统的制度一致" : "与本系统的制度（第 \($0.version) 版）内容不同" } ?? "本系统没有这份制度"
    return "制度《\(own?.title ?? mark.id)》第 \(mark.version) 版，\(same)（\(mark.hash.prefix(12))）"
  }

  /// What the report says about itself that does not fit the filing.
  private func notes(_ result: AuditResult) -> [String] {
    guard let stated = result.recognised.unit, stated != unit.name else { return [] }
    return ["报告自称的单位是“\(stated)”，请确认是本单位的报告。"]
  }

  private func item(_ finding: AuditResult.Found) -> HTML {
    .element("li", [Attribute("class", "finding \(finding.severity.rawValue)")]) {
      HTML.element("p", [Attribute("class", "finding-title")]) {
        HTML.element("span", [Attribute("class", "severity \(finding.severity.rawValue)")]) { finding.severity.words }
        " "
        rule(finding)
      }
      HTML.element("p", [Attribute("class", "finding-message")]) { finding.message }
      if let place = finding.evidence.first {
        HTML.element("p", [Attribute("class", "muted")]) {
          (place.line.map { "第 \($0) 行：" } ?? "正文以外：") + "“\(Self.short(place.quote))”"
        }
      }
      if !finding.derivation.isEmpty { HTML.element("p", [Attribute("class", "muted")]) { finding.derivation } }
    }
  }

  /// A link only where the rule is known here: the code came from outside.
  private func rule(_ finding: AuditResult.Found) -> HTML {
    let words = "\(finding.check) \(finding.title)"
    guard AuditRule.all.contains(where: { $0.id == finding.check }) else { return .text(words) }
    return .element("a", [Attribute("href", Route.rule(finding.check).path)]) { words }
  }

  private static func short(_ quote: String) -> String {
    quote.count > 60 ? quote.prefix(60) + "…" : quote
  }
}
