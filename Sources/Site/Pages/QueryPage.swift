import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 查询: every filing that the reader may look at, page by page.
struct QueryPage {
  let site: Site
  static let pageSize = 50

  func add(to router: Router<SiteContext>) {
    router.get("/query") { request, context in try await query(request, context) }
    router.get("/query/ledger/:format") { request, context in try await ledger(request, context) }
  }

  private func query(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let query = Self.asked(request)
    let filter = query.filter(reach: visitor.person.posts.reach, phases: Self.shown)
    let (records, total) = try await site.engine.read { database -> ([FilingRecord], Int) in
      let total = try database.first(.filingCount(anyOf: [filter])) ?? 0
      let offset = (query.page - 1) * Self.pageSize
      let records = try database.ask(
        Query<FilingRecord>.filings(anyOf: [filter], by: query.order, limit: Self.pageSize, offset: offset))
      return (records, Int(total))
    }
    let tasks = try await site.tasks()
    let deadlines = try await site.deadlines()
    return Shell(site: site, title: "查询", visitor: visitor, current: .query).page {
      HTML.element("h1") { "绩效评价查询" }
      filterForm(query, years: Array(Set(tasks.values.map(\.year))).sorted(by: >))
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Self.range(query.page, records.count, of: total)
      }
      if records.isEmpty {
        FilingTable.empty("没有符合条件的自评。", "请调整筛选条件。")
      } else {
        FilingTable(records: records, tasks: tasks, deadlines: deadlines, query: query).html { record in
          HTML.element(
            "a", [Attribute("href", Route.filing(record.id).path), Attribute("aria-label", "查看 \(record.unit.name)")]
          ) {
            HTML.void(
              "img",
              [
                Attribute("src", site.assets.path("eye.svg")), Attribute("alt", ""), Attribute("width", "16"),
                Attribute("height", "16"),
              ])
            " 查看"
          }
          " "
          HTML.element(
            "a",
            [
              Attribute("href", Route.export(record.id, "docx").path),
              Attribute("aria-label", "导出自评报告 \(record.unit.name)"),
            ]
          ) {
            "导出自评报告"
          }
        }
      }
      Paging(page: query.page, total: total, size: Self.pageSize) { query.address(page: $0) }.html
      if visitor.person.holds(.finance), total > 0 { ledgerLinks(query.address()) }
    }.response()
  }

  /// All filings of the query in one table, for the bureau.
  private func ledger(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    guard let format = context.parameters.get("format").flatMap(SpreadsheetFile.Format.init(rawValue:)) else {
      throw NotFound()
    }
    guard visitor.person.holds(.finance) else { throw Forbidden("只有财政局绩效经办可以导出台账。") }
    let query = Self.asked(request)
    let file = try await CountyLedger(reader: site.engine, policies: site.policies).file(
      query.filter(phases: Self.shown), as: format, today: CivilDay(inChinaAt: site.now()))
    let type = format == .xlsx ? FileKind.xlsx.mediaType : "text/csv; charset=utf-8"
    let name = "绩效自评台账.\(format.rawValue)"
    try await site.noteExport(name, by: visitor, request, context)
    return .download(file, name: name, type: type)
  }

  /// What was called off, the bureau finds at its task.
  private static let shown = TaskPhase.allCases.filter(\.isShownToUnits)

  private static func asked(_ request: Request) -> FilingQuery {
    let parameters = request.uri.queryParameters
    return FilingQuery { name in parameters[Substring(name)].map(String.init) }
  }

  private func ledgerLinks(_ conditions: String) -> HTML {
    .element("p", [Attribute("class", "ledger-links")]) {
      "以上条件的全部自评："
      for (format, words) in [("xlsx", "导出台账（Excel）"), ("csv", "导出台账（CSV）")] {
        HTML.element(
          "a",
          [
            Attribute("class", "button quiet"),
            Attribute("href", Route.ledger(format).path + conditions),
          ]
        ) { words }
        " "
      }
    }
  }

  static func range(_ page: Int, _ count: Int, of total: Int) -> String {
    count == 0 ? "共 \(total) 份" : "共 \(total) 份，第 \((page - 1) * pageSize + 1)–\((page - 1) * pageSize + count) 份"
  }

  private func filterForm(_ query: FilingQuery, years: [Int]) -> HTML {
    let fields = Fields(
      values: Dictionary(query.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { one, _ in one }))
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice("year", "年度", options: [("", "全部")] + years.map { ("\($0)", "\($0)年") })
      fields.choice("stage", "状态", options: FilingQuery.states)
      for (name, value) in query.fields where name == "sort" { Fields.hidden(name, value) }
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.query.path)]) { "清除" }
    }
  }
}
