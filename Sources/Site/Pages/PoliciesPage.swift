import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 制度: all policies, with where they come from and which tasks are held under them.
struct PoliciesPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/policies") { _, context in try await page(context).response() }
  }

  /// The newest text of a policy.
  struct Entry: Sendable {
    let version: PolicyVersion
    /// How many texts there are.
    let count: Int
    /// nil where this program cannot read it.
    let policy: Policy?
    let uses: [PolicyUse]
  }

  private func page(_ context: SiteContext) async throws -> HTML {
    let visitor = try context.requirePolicyReader()
    let entries = try await site.engine.read { [site] database in
      let tasks = try database.ask(Query<EvaluationTask>.tasks)
      let versions = Dictionary(grouping: try database.ask(Query<PolicyVersion>.policyVersions), by: \.policy)
      return try versions.values.compactMap { versions -> Entry? in
        guard let newest = versions.last else { return nil }
        return Entry(
          version: newest, count: versions.count, policy: try site.policies.policy(newest.hash, in: database),
          uses: PolicyUse.all(of: newest.policy, by: tasks, among: versions))
      }.sorted { ($1.policy?.year ?? 0, $0.version.policy) < ($0.policy?.year ?? 0, $1.version.policy) }
    }
    return Shell(site: site, title: "制度", visitor: visitor, current: .policies).page {
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "制度" }
          HTML.element("p", [Attribute("class", "sub")]) {
            "各地各年度的表格、指标、评分、等级和流程。发布后的文本不再改动；要改就发布新的版本，已下达的任务仍用原来的版本。"
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.policyComparison.path)]) { "对照两份制度" }
        }
      }
      if visitor.person.administers(.system) {
        HTML.element("p", [Attribute("class", "muted")]) {
          "新的制度从一份相近的制度改起：打开它，点“修改（发布新版本）”或“以此另立新制度”。"
        }
      }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) { "共 \(entries.count) 份" }
      table(entries)
    }
  }

  private func table(_ entries: [Entry]) -> HTML {
    let columns: [ListTable.Column] = [
      .init(words: "制度"), .init(words: "地区"), .init(words: "年度", isNumber: true), .init(words: "对象"),
      .init(words: "版本"), .init(words: "来自"), .init(words: "校验值"), .init(words: "所用的任务"),
    ]
    return ListTable(caption: "制度", columns: columns).html {
      for entry in entries {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.policy(entry.version.hash).path)]) { entry.version.title }
            HTML.element("span", [Attribute("class", "muted policy-id")]) { entry.version.policy }
          }
          ListTable.cell("地区") { entry.policy?.region ?? "—" }
          ListTable.cell("年度", isNumber: true) { entry.policy.map { "\($0.year)" } ?? "—" }
          ListTable.cell("对象") { entry.policy.map { PolicyWords.words($0.object) } ?? "不能读取" }
          ListTable.cell("版本") {
            HTML.element("span", [Attribute("class", "whole")]) {
              "第 \(entry.version.version) 版" + (entry.count > 1 ? "（共 \(entry.count) 个）" : "")
            }
          }
          ListTable.cell("来自") {
            HTML.element("span", [Attribute("class", "whole")]) { PolicyWords.words(entry.version.origin) }
          }
          ListTable.cell("校验值") { HTML.element("code") { String(entry.version.hash.prefix(12)) } }
          ListTable.cell("所用的任务") { PolicyUse.list(entry.uses) }
        }
      }
    }
  }
}
