import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 三员分立: the 管理员 becomes three people.
struct SeparationPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/separation") { _, context in try await page(context, Fields()).response() }
    router.post("/admin/separation") { request, context in try await act(request, context) }
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.security)
    let form = try await request.form(for: visitor)
    let entry = SeparateAdministrators.Entry(
      system: form["system"], security: form["security"], audit: form["audit"])
    do {
      guard form["sure"] == "1" else { throw Invalid([FieldProblem("sure", "请确认已经了解后果。")]) }
      try await SeparateAdministrators(engine: site.engine)(entry, by: visitor.person, at: site.now())
      return .see(Route.home.path)
    } catch let invalid as Invalid {
      var fields = Fields(problems: invalid.problems)
      for name in ["system", "security", "audit"] { fields.values[name] = form[name] }
      return try await page(context, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.security)
    let isSeparated = try await site.engine.read { try $0.isSeparated() }
    return Shell(site: site, title: "三员分立", visitor: visitor, current: .people, isNarrow: true).page {
      HTML.element("h1") { "三员分立" }
      fields.summary
      HTML.element("dl", [Attribute("class", "facts")]) {
        for (duty, words) in [
          (Duty.system, "单位、任务、工作日历"), (.security, "账号、岗位、密码、接口令牌"), (.audit, "查看、校验和导出日志，不作任何修改"),
        ] {
          HTML.element("div") {
            HTML.element("dt") { duty.title }
            HTML.element("dd") { words }
          }
        }
      }
      if isSeparated {
        HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
          "三员已分立：三个岗位由不同的人担任，任何人不能变更自己的岗位。需要合并时，请在服务器上使用 jiheng account unite。"
        }
      } else {
        HTML.element("div", [Attribute("class", "notice")]) {
          "现由“管理员”一人担任三项职责。人少的单位可以保持不变。"
        }
        form(visitor, fields)
      }
    }
  }

  private func form(_ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.separation.path)]
    ) {
      Fields.token(visitor)
      HTML.element("p") { "分立以后不再有“管理员”，三个岗位须由三个不同的人担任，页面上不能恢复。请先建立三个人员的账号。" }
      for duty in Duty.allCases { fields.text(duty.rawValue, "\(duty.title)的账号") }
      HTML.element("div", [Attribute("class", "choice")]) {
        HTML.void(
          "input",
          [Attribute("type", "checkbox"), Attribute("id", "sure"), Attribute("name", "sure"), Attribute("value", "1")])
        HTML.element("label", [Attribute("for", "sure")]) { "我已了解：现有管理员的岗位随即取消，页面上不能恢复" }
      }
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "danger")]) { "分立三员" }
        HTML.element("a", [Attribute("href", Route.people.path)]) { "取消" }
      }
    }
  }
}
