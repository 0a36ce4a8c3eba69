import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 日志: sign-ins, changes of accounts and units, and exports, for the 审计管理员.
struct LogPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/log") { request, context in try await page(request, context) }
    router.get("/admin/log.csv") { request, context in try await file(request, context) }
    router.get("/admin/log/check") { _, context in try await check(context) }
  }

  private static func query(_ request: Request) -> LogQuery {
    let parameters = request.uri.queryParameters
    return LogQuery { name in parameters[Substring(name)].map(String.init) }
  }

  private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.audit)
    let query = Self.query(request)
    let (entries, total) = try await site.engine.read { database in
      (
        try database.ask(
          .adminEntries(query.filter, limit: Paging.size, offset: (query.page - 1) * Paging.size)),
        Int(try database.first(.adminEntryCount(query.filter)) ?? 0)
      )
    }
    return shell("日志", visitor) {
      HTML.element("h1") { "日志" }
      HTML.element("p") {
        "登录、账号和岗位、单位的变更和批量导出逐条记录，前后相连，事后改动可以查出。自评的修改和流转在各份自评的“历史”中。"
      }
      filters(query)
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(query.page, entries.count, of: total, measure: "条")
      }
      if entries.isEmpty {
        FilingTable.empty("没有符合条件的记录。", "请放宽条件。")
      } else {
        table(entries)
        Paging(page: query.page, total: total) { query.address(page: $0) }.html
        HTML.element("p", [Attribute("class", "ledger-links")]) {
          HTML.element(
            "a", [Attribute("class", "button quiet"), Attribute("href", Route.logFile.path + query.address())]
          ) { "导出以上条件的全部记录（CSV）" }
          HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.logCheck.path)]) { "校验日志" }
        }
      }
    }.response()
  }

  private func shell(_ title: String, _ visitor: Visitor, @HTMLBuilder _ content: () -> HTML) -> HTML {
    Shell(site: site, title: title, visitor: visitor, current: .log).page(content)
  }

  private func filters(_ query: LogQuery) -> HTML {
    let fields = Fields(
      values: Dictionary(query.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.choice(
        "group", "类别", options: [("", "全部")] + AdminEvent.Group.allCases.map { ($0.rawValue, $0.title) })
      fields.text("q", "人员或对象", hint: "姓名、账号、单位编码等")
      fields.text("from", "自", type: "date")
      fields.text("until", "至", type: "date")
      HTML.element("button") { "筛选" }
    }
  }

  private func table(_ entries: [AdminEntry]) -> HTML {
    let captions = ["序号", "时间", "事项", "对象", "内容", "经办人", "来源"]
    return ListTable(caption: "日志", columns: captions.map { .init(words: $0, isNumber: $0 == "序号") }).html {
      for entry in entries {
        HTML.element("tr") {
          ListTable.cell("序号", isNumber: true) { "\(entry.number)" }
          ListTable.cell("时间") { HTML.element("span", [Attribute("class", "whole")]) { Moment(entry.at).full } }
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("span", [Attribute("class", "whole")]) { entry.event.kind.title }
          }
          ListTable.cell("对象") { entry.event.subject }
          ListTable.cell("内容") { entry.event.detail }
          ListTable.cell("经办人") { entry.name ?? "" }
          ListTable.cell("来源") { entry.address }
        }
      }
    }
  }

  // MARK: The file and the check

  private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.audit)
    let query = Self.query(request)
    var text = CSVText.mark + CSVText.line(["序号", "时间", "事项", "对象", "内容", "经办人", "来源", "校验值"])
    var last = Int64.max
    while true {
      let before = last
      let entries = try await site.engine.read {
        try $0.ask(Query<AdminEntry>.adminEntries(query.filter, before: before, limit: 1_000))
      }
      for entry in entries {
        text += CSVText.line([
          "\(entry.number)", "\(Moment(entry.at).isoDay) \(Moment(entry.at).clock)", entry.event.kind.title,
          entry.event.subject, entry.event.detail, entry.name ?? "", entry.address, entry.chain,
        ])
      }
      guard let first = entries.last else { break }
      last = first.number
    }
    let name = "管理日志 \(Moment(site.now()).isoDay).csv"
    try await site.noteExport(name, by: visitor, request, context)
    return .download(Array(text.utf8), name: name, type: "text/csv; charset=utf-8")
  }

  private func check(_ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.audit)
    let outcome = try await VerifyLog(reader: site.engine)()
    return shell("校验日志", visitor) {
      HTML.element("h1") { "校验日志" }
      if outcome.findings.isEmpty {
        HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
          "核对 \(outcome.entries) 条记录，没有发现改动。"
          if outcome.deleted > 0 { "第 \(outcome.deleted) 条和以前的已按保存期限删除。" }
        }
      } else {
        HTML.element("div", [Attribute("class", "notice error"), Attribute("role", "alert")]) {
          "核对 \(outcome.entries) 条记录，发现 \(outcome.findings.count) 处问题："
          HTML.element("ul") { for finding in outcome.findings.prefix(200) { HTML.element("li") { finding } } }
        }
      }
      HTML.element("p") { "自评的历史和内容请在服务器上用 jiheng verify 核对。" }
      HTML.element("p") { HTML.element("a", [Attribute("href", Route.log.path)]) { "返回日志" } }
    }.response()
  }
}
