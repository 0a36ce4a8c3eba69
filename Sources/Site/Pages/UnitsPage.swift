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
    router.get("/admin/units") { request, context in try await page(request, context, Fields()).response() }
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
      return try await page(request, context, fields).response(status: .unprocessableContent)
    }
  }

  private static let pageSize = 100

  private func page(_ request: Request, _ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.system)
    let text = ListField.words(request.uri.queryParameters["q"].map(String.init))
    let page = request.pageNumber
    let all = try await site.engine.read { try $0.ask(Query<UnitRecord>.unitRecords) }
    let found = all.filter { text.isEmpty || $0.id.description.hasPrefix(text) || $0.unit.name.contains(text) }
    let shown = Array(found.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize))
    return Shell(site: site, title: "单位", visitor: visitor, current: .units).page {
      HTML.element("h1") { "单位" }
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          Self.filters(text)
          HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
            Paging.range(page, shown.count, of: found.count, measure: "个单位", size: Self.pageSize)
              + "，在用 \(found.count(where: \.isOpen)) 个"
          }
          if shown.isEmpty {
            FilingTable.empty(
              all.isEmpty ? "还没有单位。" : "没有符合条件的单位。",
              all.isEmpty ? "逐个新增，或点“批量导入单位”导入一份名单。" : "请换一个名称或编码，或点“清除”查看全部单位。")
          } else {
            table(shown)
          }
          Paging(page: page, total: found.count, size: Self.pageSize) { "?q=\(text.asQueryValue)&page=\($0)" }.html
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

  private static func filters(_ text: String) -> HTML {
    .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      Fields(values: ["q": text]).text("q", "单位名称或编码")
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.units.path)]) { "清除" }
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
