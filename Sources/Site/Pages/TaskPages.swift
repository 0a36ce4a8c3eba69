import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 任务: all yearly self-evaluations, and a form for a new one.
struct TaskPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/tasks") { request, context in
      try await page(request, context, TaskFields(Fields(), policies: [])).response()
    }
    router.post("/admin/tasks") { request, context in try await create(request, context) }
  }

  private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireTaskRunner()
    let form = try await request.form(for: visitor)
    let isDraft = form["action"] == "draft"
    do {
      let id = try await LaunchTask(engine: site.engine, policies: site.policies)(
        TaskFields.entry(form), asDraft: isDraft, by: visitor.person.id, at: site.now())
      return .see(isDraft ? Route.task(id).path : Route.tasks.path)
    } catch let invalid as Invalid {
      let fields = TaskFields(form, problems: invalid.problems)
      return try await page(request, context, fields).response(status: .unprocessableContent)
    }
  }

  private func page(_ request: Request, _ context: SiteContext, _ fields: TaskFields) async throws -> HTML {
    let visitor = try context.requireTaskRunner()
    let page = request.pageNumber
    let (tasks, total, policies) = try await site.engine.read { [site] database in
      (
        try database.ask(Query<EvaluationTask>.tasks(limit: Paging.size, offset: (page - 1) * Paging.size)),
        Int(try database.first(.taskCount) ?? 0), try site.policies.newest(in: database)
      )
    }
    return Shell(site: site, title: "任务", visitor: visitor, current: .tasks).page {
      HTML.element("h1") { "年度自评任务" }
      fields.fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if tasks.isEmpty {
            FilingTable.empty("还没有任务。", "先建立单位和人员，再在这里建立年度任务。")
          } else {
            table(tasks, policies)
            Paging(page: page, total: total) { "?page=\($0)" }.html
          }
        }
        HTML.element("aside") { newTask(visitor, fields, policies) }
      }
    }
  }

  private func table(_ tasks: [EvaluationTask], _ policies: [Policy]) -> HTML {
    let titles = Dictionary(policies.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let columns: [ListTable.Column] = [
      .init(words: "任务"), .init(words: "年度", isNumber: true), .init(words: "制度"), .init(words: "截止"),
      .init(words: "状态"),
    ]
    return ListTable(caption: "任务", columns: columns).html {
      for task in tasks {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.task(task.id).path)]) { task.title }
          }
          ListTable.cell("年度", isNumber: true) { "\(task.year)" }
          ListTable.cell("制度") { task.policies.map { titles[$0] ?? $0 }.joined(separator: "、") }
          ListTable.cell("截止") { HTML.element("span", [Attribute("class", "whole")]) { Moment.day(task.deadline) } }
          ListTable.cell("状态") { PhaseView.state(task.phase) }
        }
      }
    }
  }

  private func newTask(_ visitor: Visitor, _ fields: TaskFields, _ policies: [Policy]) -> HTML {
    .element("form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.tasks.path)])
    {
      Fields.token(visitor)
      HTML.element("h2") { "新任务" }
      fields.inputs(offering: policies)
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element(
          "button", [Attribute("class", "primary"), Attribute("name", "action"), Attribute("value", "launch")]
        ) { "下达" }
        HTML.element("button", [Attribute("name", "action"), Attribute("value", "draft")]) { "存为草稿" }
      }
      HTML.element("p", [Attribute("class", "hint")]) { "草稿不会到达单位，可以先试运行。" }
    }
  }
}

/// A phase as a word with its dot.
enum PhaseView {
  static func state(_ phase: TaskPhase) -> HTML {
    let tone =
      switch phase {
      case .draft: "notStarted"
      case .trial: "returned"
      case .launched: "drafting"
      case .closed, .archived: "done"
      case .cancelled: "overdue"
      }
    return .element("span", [Attribute("class", "state \(tone)")]) { phase.title }
  }
}
