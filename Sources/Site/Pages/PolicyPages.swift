import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// One text of a policy as people read it, its file, and what differs between two texts.
struct PolicyPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/policies/:policy") { _, context in try await page(context).response() }
    router.get("/admin/policies/:policy/text") { _, context in try await file(context) }
    router.get("/admin/policy-comparison") { request, context in try await comparison(request, context).response() }
  }

  /// One text with all that its page tells.
  struct Content: Sendable {
    let version: PolicyVersion
    let text: String
    /// nil where this program cannot read it.
    let policy: Policy?
    /// All texts of the policy, the newest last.
    let versions: [PolicyVersion]
    let tasks: [EvaluationTask]
  }

  /// Throws `NotFound` or `DatabaseFault`.
  static func content(_ hash: String, of site: Site) async throws -> Content {
    try await site.engine.read { database in
      guard let version = try database.first(.policyVersion(hash)),
        let bytes = try database.first(Query<[UInt8]>.policyContent(hash))
      else { throw NotFound() }
      return Content(
        version: version, text: String(decoding: bytes, as: UTF8.self),
        policy: try site.policies.policy(hash, in: database),
        versions: try database.ask(.policyVersions(of: version.policy)),
        tasks: try database.ask(Query<EvaluationTask>.tasks))
    }
  }

  private func page(_ context: SiteContext) async throws -> HTML {
    let visitor = try context.requirePolicyReader()
    let content = try await Self.content(try context.parameters.require("policy"), of: site)
    return Shell(site: site, title: content.version.title, visitor: visitor, current: .policies, isWide: true).page {
      PolicyPageView(content: content, visitor: visitor).html
    }
  }

  private func file(_ context: SiteContext) async throws -> Response {
    _ = try context.requirePolicyReader()
    let content = try await Self.content(try context.parameters.require("policy"), of: site)
    return .download(
      Array(content.text.utf8), name: "\(content.version.policy).yaml", type: "application/yaml; charset=utf-8")
  }

  // MARK: Two texts

  private func comparison(_ request: Request, _ context: SiteContext) async throws -> HTML {
    let visitor = try context.requirePolicyReader()
    let parameters = request.uri.queryParameters
    let (from, to) = (parameters["from"].map(String.init) ?? "", parameters["to"].map(String.init) ?? "")
    let versions = try await site.engine.read { try $0.ask(Query<PolicyVersion>.policyVersions) }
    var found: HTML?
    if !from.isEmpty, !to.isEmpty {
      found = try await difference(from, to)
    }
    let options = versions.map { (value: $0.hash, words: "\($0.title) 第 \($0.version) 版（\($0.policy)）") }
    let fields = Fields(values: ["from": from, "to": to])
    return Shell(site: site, title: "对照制度", visitor: visitor, current: .policies).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.policies.path)]) { "制度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { "对照" }
      }
      HTML.element("h1") { "对照两份制度" }
      HTML.element(
        "form",
        [
          Attribute("class", "filters"), Attribute("method", "get"),
          Attribute("action", Route.policyComparison.path),
        ]
      ) {
        fields.choice("from", "原来", options: options)
        fields.choice("to", "现在", options: options)
        HTML.element("button") { "对照" }
      }
      if let found { found } else { HTML.element("p", [Attribute("class", "muted")]) { "请选择两份制度或两个版本。" } }
    }
  }

  private func difference(_ from: String, _ to: String) async throws -> HTML {
    let (earlier, later) = (try await Self.content(from, of: site), try await Self.content(to, of: site))
    let lines = LineDifference(from: earlier.text, to: later.text)
    guard let old = earlier.policy, let new = later.policy else {
      return PolicyDifferenceView(difference: PolicyDifference(from: [], to: []), lines: lines).html
    }
    return PolicyDifferenceView(difference: PolicyDifference(from: old, to: new), lines: lines).html
  }
}
