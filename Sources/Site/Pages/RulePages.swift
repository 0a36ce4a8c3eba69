import Audit
import Evaluation
import HTML
import Hummingbird
import Operations
import Report
import Rules

/// 规则: every check explained, with its method, source and examples, for everyone to read.
struct RulePages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/rules") { request, context in
      list(
        context.visitor, matching: request.uri.queryParameters["q"].map(String.init) ?? "",
        checksOf: try await site.newestPolicies()
      ).response()
    }
    router.get("/rules/:code") { _, context in
      let code = try context.parameters.require("code")
      guard let rule = AuditRule.all.first(where: { $0.id == code }) else {
        guard let local = local(code, context.visitor, of: try await site.newestPolicies()) else { throw NotFound() }
        return local.response()
      }
      return page(rule, context.visitor).response()
    }
  }

  func page(_ rule: AuditRule, _ visitor: Visitor?) -> HTML {
    Shell(site: site, title: rule.card.title, visitor: visitor, current: .rules, isNarrow: true).page {
      head(rule.card)
      HTML.element("h2") { "为什么" }
      HTML.element("p") { rule.card.why }
      HTML.element("h2") { "怎样核对" }
      HTML.element("p") { rule.method }
      remedyAndSources(rule.card)
      HTML.element("h2") { "示例" }
      for (number, example) in rule.shownExamples.enumerated() { RuleExampleView(example, number: number + 1).html }
      neighbours(of: rule)
    }
  }

  private func head(_ card: RuleCard) -> HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.rules.path)]) { "检查规则" }
        if let group = CheckGroup(of: card.id) {
          " "
          HTML.element("a", [Attribute("href", "\(Route.rules.path)#group-\(group.rawValue)")]) { group.title }
        }
      }
      HTML.element("h1") { "\(card.id) \(card.title)" }
      HTML.element("p") {
        HTML.element("span", [Attribute("class", "severity \(card.severity.rawValue)")]) { card.severity.words }
        " \(card.severity.effect)"
      }
    }
  }

  private func remedyAndSources(_ card: RuleCard) -> HTML {
    HTML {
      HTML.element("h2") { "怎样处理" }
      HTML.element("p") { card.remedy }
      HTML.element("h2") { "依据" }
      HTML.element("ul") { for source in card.sources { HTML.element("li") { source.citation } } }
    }
  }

  /// To the rules before and behind it, in the order of the codes.
  private func neighbours(of rule: AuditRule) -> HTML {
    let all = AuditRule.all
    let index = all.firstIndex { $0.id == rule.id } ?? 0
    return .element("nav", [Attribute("class", "neighbours"), Attribute("aria-label", "前后的规则")]) {
      if index > 0 { link(to: all[index - 1], "上一条：") }
      if index + 1 < all.count { link(to: all[index + 1], "下一条：") }
    }
  }

  private func link(to rule: AuditRule, _ words: String) -> HTML {
    .element("a", [Attribute("href", Route.rule(rule.id).path)]) { "\(words)\(rule.id) \(rule.card.title)" }
  }

  // MARK: Checks of a policy

  /// A check that a policy brings along.
  private func local(_ code: String, _ visitor: Visitor?, of policies: [Policy]) -> HTML? {
    for policy in policies {
      guard let check = policy.localChecks.first(where: { $0.id == code }) else { continue }
      let card = RuleCard(
        check.id, check.title, severity: check.severity, why: check.message, remedy: "请核对有关单元格。",
        sources: policy.sources[check.source].map { [$0] } ?? [])
      return Shell(site: site, title: check.title, visitor: visitor, current: .rules, isNarrow: true).page {
        head(card)
        HTML.element("h2") { "为什么" }
        HTML.element("p") { card.why }
        HTML.element("h2") { "公式" }
        HTML.element("p") { Self.words(check.condition, on: check.form, of: policy) }
        HTML.element("p", [Attribute("class", "muted")]) { "只用于《\(policy.title)》。" }
        remedyAndSources(card)
      }
    }
    return nil
  }

  /// A condition in the words of the form that it looks at.
  static func words(_ condition: Formula, on form: String, of policy: Policy) -> String {
    let unit = FilingUnit(code: "", name: "本单位", kind: .lead)
    let blank = Calculation(Filing(blank: unit, year: policy.year, policies: PolicySet([policy])))
    return blank.layout(of: form).map { FormulaWords.words(condition, in: $0) } ?? condition.text
  }
}
