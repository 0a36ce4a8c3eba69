import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 提醒记录: who of a task was reminded of what, and whether it reached the other system.
struct RemindersPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/tasks/:task/reminders") { request, context in try await page(request, context) }
  }

  private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requirePost(.finance)
    let id = try context.taskID()
    let page = request.pageNumber
    let (task, reminders, total, deliveries) = try await site.engine.read { database in
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      let reminders = try database.ask(
        Query<ReminderRecord>.reminders(in: id, limit: Paging.size, offset: (page - 1) * Paging.size))
      let deliveries = try database.ask(.deliveries(of: reminders.map(\.id)))
      return (
        task, reminders, Int(try database.first(.reminderCount(in: id)) ?? 0),
        Dictionary(deliveries.map { ($0.reminder.id, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
    return Shell(site: site, title: "提醒记录 · \(task.title)", visitor: visitor, current: .latestProgress).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.progress(id).path)]) { "进度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { "提醒记录" }
      }
      HTML.element("h1") { "提醒记录" }
      HTML.element("p") { "\(task.title)。截止前 5 个和 1 个工作日、逾期后 1 个工作日，系统自动提醒还没有送审的单位；也可以在“进度”中催报。" }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(page, reminders.count, of: total, measure: "条")
      }
      if reminders.isEmpty {
        FilingTable.empty("还没有提醒。", "到时候会出现在这里。")
      } else {
        table(reminders, deliveries)
        Paging(page: page, total: total) { "?page=\($0)" }.html
      }
    }.response()
  }

  private func table(_ reminders: [ReminderRecord], _ deliveries: [Int64: DeliveryRecord]) -> HTML {
    let columns: [ListTable.Column] = ["单位", "提醒", "截止", "内容", "由谁", "时间", "外发"]
    return ListTable(caption: "提醒记录", columns: columns).html {
      for reminder in reminders {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.filing(reminder.filing).path)]) { reminder.unit.name }
            HTML.element("span", [Attribute("class", "sub")]) { reminder.unit.code.description }
          }
          ListTable.cell("提醒") { reminder.kind.title }
          ListTable.cell("截止") { Moment.day(reminder.deadline) }
          ListTable.cell("内容") { reminder.message }
          ListTable.cell("由谁") { reminder.name ?? "系统" }
          ListTable.cell("时间") { Moment(reminder.at).short }
          ListTable.cell("外发") { Self.words(deliveries[reminder.id]) }
        }
      }
    }
  }

  private static func words(_ delivery: DeliveryRecord?) -> String {
    guard let delivery else { return "—" }
    if let at = delivery.deliveredAt { return "\(Moment(at).short) 送达" }
    return delivery.attempts == 0 ? "待发送" : "第 \(delivery.attempts) 次未送达（\(delivery.outcome)）"
  }
}
