import Database
import Evaluation
import Foundation
import HTML
import Hummingbird
import Operations
import Store

/// 自评填报, 自评复核 and 查询: the lists that lead to filings.
struct FilingLists {
  let site: Site
  static let pageSize = 50

  func add(to router: Router<SiteContext>) {
    router.get("/filings") { request, context in try await filings(request, context) }
    router.get("/reviews") { request, context in try await reviews(request, context) }
    router.get("/query") { request, context in try await query(request, context) }
  }

  /// The own units' filings, to be filled in.
  private func filings(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let units = visitor.person.posts.filter { $0.kind == .handler }.compactMap { $0.unit.flatMap { UnitCode($0) } }
    let records = try await site.engine.read { database in
      try units.flatMap { try database.ask(.filings(FilingFilter(unit: $0), limit: 200)) }
    }
    let refusals = try await refusals(toStart: records.filter { $0.stage == .notStarted }, visitor.person)
    let tasks = try await site.tasks()
    return Shell(site: site, title: "自评填报", visitor: visitor, current: .filings).page {
      HTML.element("h1") { "自评填报" }
      if records.isEmpty {
        empty("没有需要填报的任务。", "财政部门下达任务后，会出现在这里。")
      } else {
        table(records, tasks) { record in
          if record.stage == .notStarted {
            HTML.element(
              "form",
              [Attribute("method", "post"), Attribute("action", Route.move(record.id, Move.start.rawValue).path)]
            ) {
              let reasons = refusals[record.id] ?? []
              Fields.token(visitor)
              HTML.element(
                "button", [Attribute("class", "primary small"), Attribute("disabled", when: !reasons.isEmpty)]
              ) { "填报" }
              for reason in reasons { HTML.element("p", [Attribute("class", "why-not")]) { reason.message } }
            }
          } else {
            link(record, record.stage == .drafting ? "继续填报" : "查看")
          }
        }
      }
    }.response()
  }

  /// Why filings cannot be begun yet, by their ids.
  private func refusals(toStart records: [FilingRecord], _ person: Person) async throws -> [Int64: [Refusal]] {
    var refusals: [Int64: [Refusal]] = [:]
    for record in records {
      let loaded = try await site.shelf.filing(record.id)
      let state = try await site.engine.read { try $0.workflowState(of: loaded, for: person) }
      refusals[record.id] = Move.start.refusals(in: state)
    }
    return refusals
  }

  /// What waits for the reader's review, and what the reader reviews at all.
  private func reviews(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let records = try await site.engine.read { try Self.waiting(for: visitor.person, in: $0) }
    let tasks = try await site.tasks()
    return Shell(site: site, title: "自评复核", visitor: visitor, current: .reviews).page {
      HTML.element("h1") { "自评复核" }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) { "待审核 \(records.count) 份" }
      if records.isEmpty {
        empty("没有等待您审核的自评。", "有单位送审后，会出现在这里。")
      } else {
        table(records, tasks) { record in
          HTML.element("a", [Attribute("class", "button small"), Attribute("href", Route.filing(record.id).path)]) {
            "复核"
          }
        }
      }
    }.response()
  }

  /// Filings at a review that this person can carry out.
  static func waiting(for person: Person, in database: ReadTransaction) throws -> [FilingRecord] {
    var filters: [FilingFilter] = []
    for post in person.posts {
      switch (post.kind, post.unit.flatMap { UnitCode($0) }) {
      case (.finance, _): filters.append(FilingFilter(stages: [.financeReview]))
      case (.reviewer, let unit?): filters.append(FilingFilter(unit: unit, stages: [.unitReview]))
      default: break
      }
      if post.kind.isAtUnit, let unit = post.unit.flatMap({ UnitCode($0) }), unit.kind == .lead {
        filters.append(FilingFilter(department: unit.department, stages: [.departmentReview]))
      }
    }
    var seen: Set<Int64> = []
    return try filters.flatMap { try database.ask(.filings($0, limit: 500)) }.filter { seen.insert($0.id).inserted }
  }

  private func query(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let parameters = request.uri.queryParameters
    let text = parameters["q"].map(String.init) ?? ""
    let stage = parameters["stage"].flatMap { Stage(rawValue: String($0)) }
    let page = max(1, parameters["page"].flatMap { Int($0) } ?? 1)
    let departments: [String?] =
      visitor.person.holds(.finance)
      ? [nil] : Array(Set(visitor.person.posts.compactMap { $0.unit.map { String($0.prefix(3)) } })).sorted()
    let stages = stage.map { [$0] } ?? []
    let filters = departments.map { FilingFilter(department: $0, stages: stages, text: text) }
    let (records, total) = try await site.engine.read { database -> ([FilingRecord], Int) in
      guard let filter = filters.first else { return ([], 0) }
      if filters.count == 1 {
        let total = try database.first(.filingCount(filter)) ?? 0
        let offset = (page - 1) * Self.pageSize
        return (try database.ask(.filings(filter, limit: Self.pageSize, offset: offset)), Int(total))
      }
      let all = try filters.flatMap { try database.ask(.filings($0, limit: 1_000)) }
      return (Array(all.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)), all.count)
    }
    let tasks = try await site.tasks()
    return Shell(site: site, title: "查询", visitor: visitor, current: .query).page {
      HTML.element("h1") { "绩效评价查询" }
      filterForm(text, stage)
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Self.range(page, records.count, of: total)
      }
      if records.isEmpty {
        empty("没有符合条件的自评。", "请调整筛选条件。")
      } else {
        table(records, tasks) { record in
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
      pages(page, total, text, stage)
    }.response()
  }

  static func range(_ page: Int, _ count: Int, of total: Int) -> String {
    count == 0 ? "共 \(total) 份" : "共 \(total) 份，第 \((page - 1) * pageSize + 1)–\((page - 1) * pageSize + count) 份"
  }

  private func filterForm(_ text: String, _ stage: Stage?) -> HTML {
    let fields = Fields(values: ["q": text, "stage": stage?.rawValue ?? ""])
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice("stage", "状态", options: [("", "全部")] + Stage.allCases.map { ($0.rawValue, $0.title) })
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.query.path)]) { "清除" }
    }
  }

  private func pages(_ page: Int, _ total: Int, _ text: String, _ stage: Stage?) -> HTML {
    let last = max(1, (total + Self.pageSize - 1) / Self.pageSize)
    guard last > 1 else { return HTML() }
    let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    func address(_ number: Int) -> String { "?q=\(encoded)&stage=\(stage?.rawValue ?? "")&page=\(number)" }
    return .element("nav", [Attribute("class", "pages"), Attribute("aria-label", "分页")]) {
      if page > 1 { HTML.element("a", [Attribute("href", address(page - 1)), Attribute("rel", "prev")]) { "上一页" } }
      HTML.element("span", [Attribute("aria-current", "page")]) { "第 \(page) / \(last) 页" }
      if page < last { HTML.element("a", [Attribute("href", address(page + 1)), Attribute("rel", "next")]) { "下一页" } }
    }
  }

  private func table(
    _ records: [FilingRecord], _ tasks: [Int64: EvaluationTask], @HTMLBuilder _ actions: (FilingRecord) -> HTML
  ) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "自评列表"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            for caption in ["单位", "任务", "截止", "状态"] { HTML.element("th", [Attribute("scope", "col")]) { caption } }
            HTML.element("th", [Attribute("scope", "col"), Attribute("class", "num")]) { "得分" }
            HTML.element("th", [Attribute("scope", "col"), Attribute("class", "num")]) { "须改正" }
            HTML.element("th", [Attribute("scope", "col")]) {
              HTML.element("span", [Attribute("class", "visually-hidden")]) { "操作" }
            }
          }
        }
        HTML.element("tbody") {
          for record in records {
            HTML.element("tr") {
              HTML.element("th", [Attribute("scope", "row")]) {
                HTML.element("a", [Attribute("href", Route.filing(record.id).path)]) { record.unit.name }
                HTML.element("span", [Attribute("class", "sub")]) { record.unit.code.description }
              }
              HTML.element("td", [Attribute("data-label", "任务")]) { tasks[record.task]?.title ?? "" }
              HTML.element("td", [Attribute("data-label", "截止")]) {
                tasks[record.task].map { Moment.day($0.deadline) } ?? ""
              }
              HTML.element("td", [Attribute("data-label", "状态")]) { StageView.state(record.stage) }
              HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "得分")]) {
                record.score.isEmpty ? "—" : record.score
              }
              HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "须改正")]) {
                record.stage == .notStarted ? "—" : "\(record.errors)"
              }
              HTML.element("td", [Attribute("class", "row-actions")]) { actions(record) }
            }
          }
        }
      }
    }
  }

  private func link(_ record: FilingRecord, _ words: String) -> HTML {
    .element("a", [Attribute("class", "button small"), Attribute("href", Route.filing(record.id).path)]) { words }
  }

  private func empty(_ what: String, _ next: String) -> HTML {
    .element("div", [Attribute("class", "empty")]) {
      HTML.element("p") { HTML.element("strong") { what } }
      HTML.element("p") { next }
    }
  }
}

extension Site {
  func tasks() async throws -> [Int64: EvaluationTask] {
    let tasks = try await engine.read { try $0.ask(Query<EvaluationTask>.tasks) }
    return Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
