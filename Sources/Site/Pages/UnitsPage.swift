import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 单位: a plain list with a form to add one; each leads to its own page.
struct UnitsPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/units") { _, context in try await page(context, Fields()).response() }
    router.post("/admin/units") { request, context in try await act(request, context) }
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    let form = try await request.form(for: visitor)
    do {
      try await OpenUnit(engine: site.engine)(
        code: form["code"], name: form["name"], on: form["opened"], by: visitor.person.id, at: site.now())
      return .see(Route.units.path)
    } catch let invalid as Invalid {
      let fields = Fields(
        values: ["code": form["code"], "name": form["name"], "opened": form["opened"]], problems: invalid.problems)
      return try await page(context, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.system)
    let units = try await site.engine.read { try $0.ask(Query<UnitRecord>.unitRecords) }
    return Shell(site: site, title: "单位", visitor: visitor, current: .units).page {
      HTML.element("h1") { "单位" }
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
            "共 \(units.count) 个单位，在用 \(units.count(where: \.isOpen)) 个"
          }
          table(units)
        }
        HTML.element("aside") {
          ImportedList.units.link
          HTML.element(
            "form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.units.path)]
          ) {
            Fields.token(visitor)
            HTML.element("h2") { "新增单位" }
            fields.text("code", "编码", hint: "六位：前三位部门，后三位单位；001 为主管部门", width: "w8")
            fields.text("name", "名称")
            fields.text("opened", "成立日期（可不填）", hint: "成立之前年度的任务不下达给该单位", type: "date", width: "w8")
            HTML.element("p", [Attribute("class", "form-actions")]) {
              HTML.element("button", [Attribute("class", "primary")]) { "新增" }
            }
          }
        }
      }
    }
  }

  private func table(_ units: [UnitRecord]) -> HTML {
    ListTable(caption: "单位", columns: ["编码", "名称", "类别", "状态"], isTall: false).html {
      for unit in units {
        HTML.element("tr") {
          ListTable.cell("编码") { unit.id.description }
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.unit(unit.id.description).path)]) { unit.unit.name }
          }
          ListTable.cell("类别") { unit.id.kind.title }
          ListTable.cell("状态") { unit.closedOn.map { "已撤销（\(Moment.day($0.description))）" } ?? "在用" }
        }
      }
    }
  }
}
