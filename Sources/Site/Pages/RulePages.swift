import Audit
import Evaluation
import HTML
import Hummingbird
import Operations
import Rules

/// 规则: every check explained, with its source.
struct RulePages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/rules") { _, context in list(context.visitor).response() }
    router.get("/rules/:code") { _, context in
      let code = try context.parameters.require("code")
      guard let rule = AuditRule.all.first(where: { $0.id == code }) else {
        guard let local = local(code, context.visitor) else { throw NotFound() }
        return local.response()
      }
      return page(rule, context.visitor).response()
    }
  }

  private func list(_ visitor: Visitor?) -> HTML {
    Shell(site: site, title: "检查规则", visitor: visitor, current: .rules).page {
      HTML.element("h1") { "检查规则" }
      HTML.element("p", [Attribute("class", "list-count")]) { "共 \(AuditRule.all.count) 条" }
      HTML.element(
        "div",
        [
          Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
          Attribute("aria-label", "检查规则"),
        ]
      ) {
        HTML.element("table", [Attribute("class", "list")]) {
          HTML.element("thead") {
            HTML.element("tr") {
              for caption in ["编号", "名称", "要求", "为什么"] { HTML.element("th", [Attribute("scope", "col")]) { caption } }
            }
          }
          HTML.element("tbody") {
            for rule in AuditRule.all {
              HTML.element("tr") {
                HTML.element("td", [Attribute("data-label", "编号")]) { rule.id }
                HTML.element("th", [Attribute("scope", "row")]) {
                  HTML.element("a", [Attribute("href", Route.rule(rule.id).path)]) { rule.card.title }
                }
                HTML.element("td", [Attribute("data-label", "要求")]) {
                  HTML.element("span", [Attribute("class", "severity \(rule.card.severity.rawValue)")]) {
                    rule.card.severity.words
                  }
                }
                HTML.element("td", [Attribute("data-label", "为什么")]) { rule.card.why }
              }
            }
          }
        }
      }
    }
  }

  private func page(_ rule: AuditRule, _ visitor: Visitor?) -> HTML {
    Shell(site: site, title: rule.card.title, visitor: visitor, current: .rules, isNarrow: true).page {
      card(rule.card)
      HTML.element("h2") { "怎么检查" }
      HTML.element("p") { rule.method }
    }
  }

  private func card(_ card: RuleCard) -> HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.rules.path)]) { "检查规则" }
      }
      HTML.element("h1") { "\(card.id) \(card.title)" }
      HTML.element("p") {
        HTML.element("span", [Attribute("class", "severity \(card.severity.rawValue)")]) { card.severity.words }
      }
      HTML.element("h2") { "为什么" }
      HTML.element("p") { card.why }
      HTML.element("h2") { "怎么改" }
      HTML.element("p") { card.remedy }
      HTML.element("h2") { "依据" }
      HTML.element("ul") {
        for source in card.sources {
          HTML.element("li") {
            "《\(source.title)》\(source.number.map { "（\($0)）" } ?? "")\(source.clause)\(source.isVerified ? "" : "（未核对原文）")"
          }
        }
      }
    }
  }

  /// A check that a policy brings along.
  private func local(_ code: String, _ visitor: Visitor?) -> HTML? {
    for policy in site.policies {
      guard let check = policy.localChecks.first(where: { $0.id == code }) else { continue }
      let source = policy.sources[check.source]
      let rule = RuleCard(
        check.id, check.title, severity: check.severity, why: check.message, remedy: "请核对有关单元格。",
        sources: source.map { [$0] } ?? [])
      return Shell(site: site, title: check.title, visitor: visitor, current: .rules, isNarrow: true).page {
        card(rule)
        HTML.element("h2") { "公式" }
        HTML.element("p") { Self.words(check.condition, on: check.form, of: policy) }
      }
    }
    return nil
  }

  /// A condition in the words of the form that it looks at.
  private static func words(_ condition: Formula, on form: String, of policy: Policy) -> String {
    let unit = FilingUnit(code: "", name: "本单位", kind: .lead)
    let blank = Calculation(Filing(blank: unit, year: policy.year, policies: PolicySet([policy])))
    return blank.layout(of: form).map { FormulaWords.words(condition, in: $0) } ?? condition.text
  }
}
