import HTML
import HTTPTypes
import Hummingbird
import JSON
import Logging
import Store

/// Turns what went wrong into a page or an answer that says what happened and what to do.
struct FaultMiddleware: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      // No database takes U+0000, whatever is looked for with it.
      if request.uri.string.contains("%00") { throw Malformed() }
      return try await next(request, context)
    } catch {
      return answer(to: error, request, context)
    }
  }

  /// Who was refused what; for whoever looks after the machine. Whoever asks on and on does not fill the log.
  private func note(_ problem: Problem, _ request: Request, _ context: SiteContext) {
    let isKnown = context.visitor != nil
    guard [.forbidden, .tooManyRequests].contains(problem.status) || isKnown && problem.status == .notFound else {
      return
    }
    let address = context.network(of: request)
    do { try site.refusals.admit(address, at: site.now()) } catch { return }
    context.logger.notice(
      "refused",
      metadata: [
        "kind": "\(problem.kind)", "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
        "person": "\(context.visitor.map { "\($0.person.id)" } ?? "")", "address": "\(address)",
      ])
  }

  private func answer(to error: any Error, _ request: Request, _ context: SiteContext) -> Response {
    if request.uri.path.hasPrefix(Interface.root + "/") {
      let problem = Problem(Interface.specific(error, request), context: context, incident: Problem.newIncident)
      note(problem, request, context)
      return problem.response
    }
    let wantsJSON = (request.headers[.contentType] ?? "").hasPrefix("application/json")
    if error is FactorNeeded, !wantsJSON { return .see("\(Route.account.path)#second-factor") }
    if error is SecretNeeded, !wantsJSON { return .redirect(to: Route.account.path, type: .normal) }
    if error is SignInNeeded, !wantsJSON, request.method == .get {
      return .redirect(to: "\(Route.signIn.path)?next=\(request.uri.string.asQueryValue)", type: .normal)
    }
    let problem = Problem(error, context: context, incident: Problem.newIncident)
    note(problem, request, context)
    if wantsJSON { return .json(["message": .string(problem.message)], status: problem.status) }
    let page = Shell(
      site: site, title: problem.title, visitor: context.visitor?.mustSetSecret == true ? nil : context.visitor,
      isNarrow: true
    ).page {
      HTML.element("h1") { problem.title }
      HTML.element("p") { problem.message }
      if !problem.reasons.isEmpty {
        HTML.element("ul", [Attribute("class", "refusals")]) {
          for reason in problem.reasons { HTML.element("li") { reason } }
        }
      }
      if let incident = problem.incident {
        HTML.element("p", [Attribute("class", "incident")]) {
          "编号 "
          HTML.element("code") { incident }
        }
      }
      HTML.element("p") { HTML.element("a", [Attribute("href", Route.home.path)]) { "返回首页" } }
    }
    var response = page.response(status: problem.status)
    for field in problem.headers { response.headers[field.name] = field.value }
    return response
  }
}
