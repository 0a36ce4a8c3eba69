import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 任务: the yearly self-evaluation is created and closed here.
struct TaskPages {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/tasks") { _, context in try await page(context, Fields(), chosen: []).response() }
    router.post("/admin/tasks") { request, context in try await create(request, context) }
    router.post("/admin/tasks/:task") { request, context in try await close(request, context) }
  }

  private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.administrator)
    let form = try await request.form(for: visitor)
    let policies = form.all("policies").filter { !$0.isEmpty }
    let units = form["units"].split(whereSeparator: { $0.isWhitespace || "，,、；;".contains($0) }).map(String.init)
    let entry = LaunchTask.Entry(
      title: form["title"], year: form["year"], noticeTitle: form["noticeTitle"], noticeNumber: form["noticeNumber"],
      policies: policies, deadline: form["deadline"], units: units)
    do {
      _ = try await LaunchTask(engine: site.engine, policies: Site.lookup(in: site.policies))(
        entry, by: visitor.person.id, at: site.now())
      return .see(Route.tasks.path)
    } catch let invalid as Invalid {
      var values: [String: String] = [:]
      for name in ["title", "year", "noticeTitle", "noticeNumber", "deadline", "units"] { values[name] = form[name] }
      return try await page(context, Fields(values: values, problems: invalid.problems), chosen: Set(policies))
        .response(
          status: .unprocessableContent)
    }
  }

  private func close(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.administrator)
    let form = try await request.form(for: visitor)
    guard let id = context.parameters.get("task", as: Int64.self) else { throw NotFound() }
    let isClosed = form["closed"] == "1"
    let rows = try await site.engine.write { database in try database.tell(.setClosed(isClosed, task: id)) }
    guard rows == 1 else { throw NotFound() }
    return .see(Route.tasks.path)
  }

  private func page(_ context: SiteContext, _ fields: Fields, chosen: Set<String>) async throws -> HTML {
    let visitor = try context.requirePost(.administrator)
    let tasks = try await site.engine.read { try $0.ask(Query<EvaluationTask>.tasks) }
    return Shell(site: site, title: "任务", visitor: visitor, current: .tasks).page {
      HTML.element("h1") { "年度自评任务" }
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if tasks.isEmpty {
            HTML.element("div", [Attribute("class", "empty")]) {
              HTML.element("p") { HTML.element("strong") { "还没有任务。" } }
              HTML.element("p") { "先建立单位和人员，再在右侧下达年度任务。" }
            }
          } else {
            table(tasks, visitor)
          }
        }
        HTML.element("aside") { newTask(visitor, fields, chosen) }
      }
    }
  }

  private func table(_ tasks: [EvaluationTask], _ visitor: Visitor) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "任务"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            for caption in ["任务", "年度", "制度", "截止", "状态"] {
              HTML.element("th", [Attribute("scope", "col")]) { caption }
            }
            HTML.element("th", [Attribute("scope", "col")]) {
              HTML.element("span", [Attribute("class", "visually-hidden")]) { "操作" }
            }
          }
        }
        HTML.element("tbody") {
          for task in tasks {
            HTML.element("tr") {
              HTML.element("th", [Attribute("scope", "row")]) { task.title }
              HTML.element("td", [Attribute("class", "num"), Attribute("data-label", "年度")]) { "\(task.year)" }
              HTML.element("td", [Attribute("data-label", "制度")]) {
                task.policies.map(site.policyTitle).joined(separator: "、")
              }
              HTML.element("td", [Attribute("data-label", "截止")]) { Moment.day(task.deadline) }
              HTML.element("td", [Attribute("data-label", "状态")]) { task.isClosed ? "已结束" : "进行中" }
              HTML.element("td", [Attribute("class", "row-actions")]) {
                HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.task(task.id).path)]) {
                  Fields.token(visitor)
                  Fields.hidden("closed", task.isClosed ? "0" : "1")
                  HTML.element(
                    "button",
                    [
                      Attribute("class", "quiet small"),
                      Attribute("aria-label", "\(task.isClosed ? "重新开放" : "结束") \(task.title)"),
                    ]
                  ) {
                    task.isClosed ? "重新开放" : "结束任务"
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func newTask(_ visitor: Visitor, _ fields: Fields, _ chosen: Set<String>) -> HTML {
    .element("form", [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.tasks.path)])
    {
      Fields.token(visitor)
      HTML.element("h2") { "下达任务" }
      fields.text("title", "任务名称", hint: "如 2024年度部门整体支出绩效自评")
      fields.text("year", "年度", width: "w4")
      fields.text("noticeTitle", "通知标题（可不填）")
      fields.text("noticeNumber", "文号（可不填）")
      HTML.element(
        "fieldset",
        [
          Attribute("class", fields.message(for: "policies") == nil ? "field" : "field invalid"),
          Attribute("id", "policies"),
        ]
      ) {
        HTML.element("legend") { "制度" }
        if let message = fields.message(for: "policies") {
          HTML.element("p", [Attribute("class", "error")]) { message }
        }
        for policy in site.policies {
          HTML.element("div", [Attribute("class", "choice")]) {
            HTML.void(
              "input",
              [
                Attribute("type", "checkbox"), Attribute("id", "policy-\(policy.id)"), Attribute("name", "policies"),
                Attribute("value", policy.id), Attribute("checked", when: chosen.contains(policy.id)),
              ])
            HTML.element("label", [Attribute("for", "policy-\(policy.id)")]) { policy.title }
          }
        }
      }
      fields.text("deadline", "截止日期", type: "date")
      fields.text("units", "单位编码（不填为全部单位）", hint: "多个用空格或逗号隔开")
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "下达" }
      }
    }
  }
}
