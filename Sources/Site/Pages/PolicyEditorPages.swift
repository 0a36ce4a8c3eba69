import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Policies
import Store

/// The editor of policies: a text that is checked, looked at and published as a new version or a new policy.
struct PolicyEditorPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/policies/:policy/edit") { request, context in try await begin(request, context).response() }
    router.post("/admin/policies/:policy/edit") { request, context in try await take(request, context) }
  }

  /// With the text that it starts from.
  private func begin(_ request: Request, _ context: SiteContext) async throws -> HTML {
    let visitor = try context.requireDuty(.system)
    let base = try await PolicyPages.content(try context.parameters.require("policy"), of: site)
    let isNew = request.uri.queryParameters["as"] == "new"
    let number = isNew ? 1 : (base.versions.last?.version ?? 0) + 1
    let entry = PublishPolicy.Entry(
      policy: isNew ? "" : base.version.policy, text: Self.numbered(base.text, number), note: "")
    return page(PolicyEditorView(base: base.version, isNew: isNew, entry: entry, visitor: visitor))
  }

  /// The text with another number of the version.
  static func numbered(_ text: String, _ number: Int) -> String {
    var lines = LineDifference.lines(text)
    if let line = lines.firstIndex(where: { $0.hasPrefix("version:") }) { lines[line] = "version: \(number)" }
    return lines.joined(separator: "\n")
  }

  private func page(_ view: PolicyEditorView) -> HTML {
    Shell(
      site: site, title: view.isNew ? "另立新制度" : "修改制度", visitor: view.visitor, current: .policies, isWide: true,
      hasPolicyEditor: true
    ).page { view.html }
  }

  private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    let form = try await request.fileForm(upTo: Request.largestForm, for: visitor)
    let base = try await PolicyPages.content(try context.parameters.require("policy"), of: site)
    let isNew = form["as"] == "new"
    let entry = PublishPolicy.Entry(
      policy: isNew ? form["policy"] : base.version.policy, text: form["text"].replacing("\r\n", with: "\n"),
      note: form["note"])
    var view = PolicyEditorView(base: base.version, isNew: isNew, entry: entry, visitor: visitor)
    switch form["action"] {
    case "publish":
      do {
        let hash = try await PublishPolicy(engine: site.engine)(
          entry, by: visitor.person, from: context.network(of: request), at: site.now())
        return .see(Route.policy(hash).path)
      } catch let unfit as PublishPolicy.Unfit {
        view.outcome = .refused(unfit.problems, unfit.faults)
      }
    case "preview":
      let file = entry.file
      view.outcome = file.policy.map { .previewed($0, file.faults, base: base.policy) } ?? .checked(file.faults)
    case "load":
      guard let file = form.file("file"), file.fileName?.isEmpty == false else {
        view.outcome = .refused([FieldProblem("file", "请选择文件。")], [])
        break
      }
      guard let text = String(validating: file.content, as: UTF8.self), text.utf8.count <= 1_000_000 else {
        view.outcome = .refused([FieldProblem("file", "文件应为 UTF-8 编码的 YAML 文本，不超过 1 MB。")], [])
        break
      }
      view.entry.text = text.replacing("\r\n", with: "\n")
      if isNew, view.entry.policy.isEmpty { view.entry.policy = Self.name(of: file.fileName ?? "") }
      view.outcome = .checked(view.entry.file.faults)
    default: view.outcome = .checked(entry.file.faults)
    }
    return page(view).response(status: view.isRefused ? .unprocessableContent : .ok)
  }

  /// "hunan-2025-department" of "hunan-2025-department.yaml".
  private static func name(of file: String) -> String {
    [".yaml", ".yml"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) } ?? file
  }
}
