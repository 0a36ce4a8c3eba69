import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 双重验证的要求: of whom a second factor is demanded.
struct FactorDemandPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/second-factor") { _, context in
      let demand = try await site.engine.read { try $0.first(.factorDemand) } ?? .nobody
      return try page(context, Fields(values: ["demand": demand.rawValue])).response()
    }
    router.post("/admin/second-factor") { request, context in try await set(request, context) }
  }

  private func set(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    do {
      guard let demand = FactorDemand(rawValue: form["demand"]) else {
        throw Invalid([FieldProblem("demand", "请从列表中选择。")])
      }
      try await DemandSecondFactor(engine: site.engine)(demand, by: visitor.person, at: site.now())
      return .see(Route.people.path)
    } catch let invalid as Invalid {
      return try page(context, Fields(values: ["demand": form["demand"]], problems: invalid.problems))
        .response(status: .unprocessableContent)
    }
  }

  private func page(_ context: SiteContext, _ fields: Fields) throws -> HTML {
    let visitor = try context.requireDuty(.security)
    return Shell(site: site, title: "双重验证的要求", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "双重验证的要求" }
      fields.summary
      HTML.element("p") {
        "要求以后，有关人员登录时除密码外还须填写手机验证器上的动态验证码。还没有启用的，登录后先到“账户”页启用，才能使用其他页面；已经登录的也是这样。经统一身份认证登录的由对方核验，不在此列。"
      }
      HTML.element(
        "form",
        [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.factorDemand.path)]
      ) {
        Fields.token(visitor)
        fields.choice("demand", "要求谁启用", options: FactorDemand.allCases.map { ($0.rawValue, $0.title) })
        HTML.element("p", [Attribute("class", "form-actions")]) {
          HTML.element("button", [Attribute("class", "primary")]) { "保存要求" }
          HTML.element("a", [Attribute("href", Route.people.path)]) { "取消" }
        }
      }
    }
  }
}
