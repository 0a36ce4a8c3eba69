import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 人员: who has which posts; new people and new one-time secrets.
struct PeoplePages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/people") { request, context in
      try await list(request, context, Fields(), issued: nil).response()
    }
    router.post("/admin/people") { request, context in try await create(request, context) }
    router.get("/admin/people/:person") { _, context in try await edit(context, Fields()).response() }
    router.post("/admin/people/:person") { request, context in try await update(request, context) }
    router.get("/admin/people/:person/handover") { _, context in try await handover(context, Fields()).response() }
    router.post("/admin/people/:person/handover") { request, context in try await handOver(request, context) }
    router.post("/admin/people/:person/deputies") { request, context in try await appoint(request, context) }
    router.post("/admin/people/:person/deputies/:deputyship/end") { request, context in
      try await endDeputyship(request, context)
    }
    router.post("/admin/people/:person/identity/release") { request, context in
      try await releaseIdentity(request, context)
    }
    router.post("/admin/people/:person/reset") { request, context in try await reset(request, context) }
  }

  /// Posts with their terms: those of before that stay ticked, and those that are added.
  static func held(_ form: FormFields) -> [HeldPost] {
    func term(_ suffix: String) -> PostTerm {
      PostTerm(from: CivilDay(form["from" + suffix]), until: CivilDay(form["until" + suffix]))
    }
    let unit = form["unit"].filter { !$0.isWhitespace }
    let added = form.all("post").compactMap { Post.Kind(rawValue: $0) }.map { kind in
      HeldPost(Post(kind, at: kind.isAtUnit ? unit : nil), term(""))
    }
    let kept = form.all("kept").compactMap { text in Self.post(text).map { HeldPost($0, term("-\(text)")) } }
    return kept + added.filter { new in !kept.contains { $0.post == new.post } }
  }

  /// "handler@201001" or "finance".
  static func post(_ text: String) -> Post? {
    let parts = text.split(separator: "@").map(String.init)
    return parts.first.flatMap { Post.Kind(rawValue: $0) }.map { Post($0, at: parts.count > 1 ? parts[1] : nil) }
  }
  static func text(_ post: Post) -> String {
    post.unit.map { "\(post.kind.rawValue)@\($0)" } ?? post.kind.rawValue
  }

  private func entry(_ form: FormFields) throws -> Accounts.Entry {
    let held = Self.held(form)
    if held.contains(where: { $0.post.kind.isAtUnit && ($0.post.unit ?? "").isEmpty }) {
      throw Invalid([FieldProblem("unit", "经办岗和审核岗须填单位编码。")])
    }
    var entry = Accounts.Entry(
      account: form["account"], name: form["name"], mobile: form["mobile"], posts: held.map(\.post))
    entry.terms = Dictionary(held.map { ($0.post, $0.term) }, uniquingKeysWith: { first, _ in first })
    return entry
  }

  private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    do {
      let entry = try entry(form)
      guard !entry.posts.isEmpty else { throw Invalid([FieldProblem("post", "请至少选择一个岗位。")]) }
      let created = try await Accounts(engine: site.engine).create(
        entry, by: visitor.person.id, at: site.now())
      return try await list(request, context, Fields(), issued: (form["account"], created.secret)).response()
    } catch let invalid as Invalid {
      return try await list(request, context, Self.fields(form, invalid), issued: nil).response(
        status: .unprocessableContent)
    }
  }

  private static func fields(_ form: FormFields, _ invalid: Invalid) -> Fields {
    var values: [String: String] = [:]
    for field in form.fields where field.name != "csrf" { values[field.name] = field.value }
    return Fields(values: values, problems: invalid.problems)
  }

  private func update(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    do {
      let isClosed = form["closed"] == "1"
      if isClosed, id == visitor.person.id { throw Invalid([FieldProblem("closed", "不能停用自己的账号。")]) }
      try await Accounts(engine: site.engine).update(
        id, try entry(form), isClosed: isClosed, by: visitor.person.id,
        at: site.now())
      return .see(Route.people.path)
    } catch let invalid as Invalid {
      return try await edit(context, Self.fields(form, invalid)).response(status: .unprocessableContent)
    }
  }

  private func reset(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    _ = try await request.form(for: visitor)
    guard let id = context.parameters.get("person", as: Int64.self) else { throw NotFound() }
    let person = try await site.engine.read { try $0.person(id) }
    guard let person else { throw NotFound() }
    let secret = try await Accounts(engine: site.engine).reset(id, by: visitor.person.id, at: site.now())
    return try await list(request, context, Fields(), issued: (person.account, secret)).response()
  }
}
