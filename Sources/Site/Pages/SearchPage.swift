import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store
import Text

/// 检索: words in the reports, indicators and project names of all filings that the reader may look at.
struct SearchPage {
  let site: Site
  /// How many places are told at most.
  static let most = 200
  static let pageSize = 20

  func add(to router: Router<SiteContext>) {
    router.get("/search") { request, context in try await search(request, context) }
  }

  private func search(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let parameters = request.uri.queryParameters
    let query = SearchQuery { name in parameters[Substring(name)].map(String.init) }
    let search = query.search(for: visitor.person)
    let isBureau = visitor.person.holds(.finance)
    let view = try await site.engine.read { database -> SearchView in
      let own = visitor.person.posts.reach.departments
      let start = (query.page - 1) * Self.pageSize
      return SearchView(
        query: query, words: search.words,
        found: try database.find(
          search, shown: start..<min(start + Self.pageSize, max(start, Self.most)), limit: Self.most + 1),
        tasks: try database.ask(Query<EvaluationTask>.tasks).filter { $0.phase.isShownToUnits || isBureau },
        departments: try database.ask(Query<Department>.allDepartments).filter { own?.contains($0.code) ?? true },
        due: Int(try database.first(.dueExtractCount) ?? 0))
    }
    let title = query.text.isEmpty ? "检索" : "检索“\(query.text)”"
    return Shell(site: site, title: title, visitor: visitor, current: .search).page { view.html }.response()
  }
}

/// The form, and what was found.
struct SearchView {
  let query: SearchQuery
  let words: SearchWords
  /// One more is counted than are told, where there are more.
  let found: FoundTexts
  let tasks: [EvaluationTask]
  let departments: [Department]
  /// How many filings changed since they were taken into the index.
  let due: Int

  var html: HTML {
    HTML {
      HTML.element("h1") { "检索" }
      form
      if words.isEmpty { explanation } else { results }
    }
  }

  private var form: HTML {
    let fields = Fields(values: Dictionary(query.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a }))
    let years = Array(Set(tasks.map(\.year))).sorted(by: >)
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "词语", type: "search")
      fields.choice("year", "年度", options: [("", "全部")] + years.map { ("\($0)", "\($0)年") })
      if tasks.count > 1 {
        fields.choice("task", "任务", options: [("", "全部")] + tasks.map { ("\($0.id)", $0.title) })
      }
      fields.choice(
        "kind", "类别", options: [("", "全部")] + ExtractedText.Kind.allCases.map { ($0.rawValue, $0.title) })
      if departments.count > 1 {
        fields.choice(
          "department", "部门",
          options: [("", "全部")] + departments.map { ($0.code, $0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") })
      }
      fields.choice("stage", "状态", options: [("", "全部")] + Stage.allCases.dropFirst().map { ($0.rawValue, $0.title) })
      HTML.element("button", [Attribute("class", "primary")]) { "检索" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.search.path)]) { "清除" }
    }
  }

  private var explanation: HTML {
    .element("div", [Attribute("class", "panel")]) {
      HTML.element("h2") { "可以检索什么" }
      HTML.element("ul") {
        HTML.element("li") { "自评报告的各个部分、项目名称、绩效指标和偏差原因，以及表中其他文字。作为文件上传的报告不在其中。" }
        HTML.element("li") { "一个字、一个词或一句话都可以；几个词用空格隔开，须在同一部分或同一行中都出现。" }
        HTML.element("li") { "不分全角半角、大写小写，不计空格。" }
        HTML.element("li") { "刚保存的内容通常在一两秒内可以检索到。" }
      }
    }
  }

  private var results: HTML {
    let total = min(found.count, SearchPage.most)
    return HTML {
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        found.count > SearchPage.most
          ? "超过 \(SearchPage.most) 处，只列前 \(SearchPage.most) 处。请再加词语或条件。"
          : Paging.range(
            query.page, found.shown.count, of: total, measure: "处", size: SearchPage.pageSize)
        if found.isPartial { "可能相符的地方太多，只查了较新的一部分。请再加词语或条件。" }
        if due > 0 { "另有 \(due) 份自评刚刚修改，正在编入。" }
      }
      if found.count == 0 {
        FilingTable.empty("没有找到“\(query.text)”。", "请换一个词语，或放宽条件。")
      } else {
        HTML.element("ol", [Attribute("class", "found")]) {
          for text in found.shown { item(text) }
        }
      }
      Paging(page: query.page, total: total, size: SearchPage.pageSize) { query.address(page: $0) }.html
    }
  }

  private func item(_ found: FoundText) -> HTML {
    .element("li", [Attribute("class", "panel")]) {
      HTML.element("h2") {
        HTML.element("a", [Attribute("href", Self.address(of: found, words))]) { found.title }
      }
      HTML.element("p", [Attribute("class", "sub")]) {
        "\(found.unit.name) · \(tasks.first { $0.id == found.task }?.title ?? "") · "
        StageView.state(found.stage)
      }
      HTML.element("p") {
        for piece in found.text.excerpt(of: words) {
          if piece.isFound { HTML.element("mark") { piece.text } } else { piece.text }
        }
      }
    }
  }

  /// The section or cell in which a word stands.
  private static func address(of found: FoundText, _ words: SearchWords) -> String {
    found.cell(of: words).map { Route.cell(found.filing, $0) } ?? Route.filing(found.filing).path
  }
}

extension Route {
  /// The address of a cell or section on its sheet's page.
  static func cell(_ filing: Int64, _ cell: CellAddress) -> String {
    "\(Route.sheet(filing, cell.sheet).path)#\(cell.description.replacing("/", with: "_"))"
  }
}
