import Audit
import Evaluation
import HTML
import Report
import Rules

extension RulePages {
  /// All rules by their groups, or those that hold every word of a search.
  func list(_ visitor: Visitor?, matching search: String, checksOf policies: [Policy] = []) -> HTML {
    let words = search.split { $0.isWhitespace }.map { $0.lowercased() }
    let entries = (AuditRule.all.map(Entry.init) + Self.localEntries(of: policies)).filter { $0.holds(words) }
    let groups = CheckGroup.allCases.map { group in (group, entries.filter { CheckGroup(of: $0.card.id) == group }) }
      .filter { !$0.1.isEmpty }
    return Shell(site: site, title: "检查规则", visitor: visitor, current: .rules).page {
      HTML.element("h1") { "检查规则" }
      searchForm(search)
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        words.isEmpty ? "共 \(entries.count) 条" : "有 \(entries.count) 条符合“\(search)”"
      }
      if groups.count > 1 {
        HTML.element("nav", [Attribute("class", "subtabs"), Attribute("aria-label", "组")]) {
          for (group, entries) in groups {
            HTML.element("a", [Attribute("href", "#group-\(group.rawValue)")]) {
              "\(group.title) "
              HTML.element("span", [Attribute("class", "count")]) { "\(entries.count)" }
            }
          }
        }
      }
      for (group, entries) in groups {
        HTML.element("h2", [Attribute("id", "group-\(group.rawValue)")]) { "\(group.rawValue) \(group.title)" }
        table(entries, called: group.title)
      }
      if groups.isEmpty {
        HTML.element("div", [Attribute("class", "empty")]) {
          HTML.element("p") { "没有符合的规则。请换一个词，或" }
          HTML.element("a", [Attribute("href", Route.rules.path)]) { "看全部规则" }
        }
      }
    }
  }

  /// A rule or a check of a policy, with all of its words.
  private struct Entry {
    let card: RuleCard
    let method: String

    init(_ rule: AuditRule) {
      card = rule.card
      method = rule.method
    }

    init(_ check: LocalCheck, of policy: Policy) {
      card = RuleCard(
        check.id, check.title, severity: check.severity, why: check.message, remedy: "", sources: [])
      method = policy.title
    }

    func holds(_ words: [String]) -> Bool {
      let own = [card.id, card.title, card.severity.words, card.why, card.remedy, method]
      let text = (own + card.sources.map(\.citation)).joined(separator: "\n").lowercased()
      return words.allSatisfy(text.contains)
    }
  }

  /// The checks of the policies, each code once.
  private static func localEntries(of policies: [Policy]) -> [Entry] {
    var seen: Set<String> = []
    return policies.flatMap { policy in
      policy.localChecks.filter { seen.insert($0.id).inserted }.map { Entry($0, of: policy) }
    }
  }

  private func searchForm(_ search: String) -> HTML {
    .element(
      "form", [Attribute("class", "filters"), Attribute("action", Route.rules.path), Attribute("role", "search")]
    ) {
      Fields(values: ["q": search]).text("q", "找规则", hint: "", type: "search")
      HTML.element("button") { "查找" }
      if !search.isEmpty {
        HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.rules.path)]) { "全部规则" }
      }
    }
  }

  private func table(_ entries: [Entry], called title: String) -> HTML {
    ListTable(caption: title, columns: ["编号", "名称", "要求", "为什么"], style: "rules", isTall: false).html {
      for entry in entries { row(entry.card) }
    }
  }

  private func row(_ card: RuleCard) -> HTML {
    .element("tr") {
      HTML.element("td", [Attribute("data-label", "编号")]) { card.id }
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element("a", [Attribute("href", Route.rule(card.id).path)]) { card.title }
      }
      HTML.element("td", [Attribute("data-label", "要求")]) {
        HTML.element("span", [Attribute("class", "severity \(card.severity.rawValue)")]) { card.severity.words }
      }
      HTML.element("td", [Attribute("data-label", "为什么")]) { card.why }
    }
  }
}
