import Database
import Evaluation
import HTML
import Hummingbird
import Operations
import Store

/// 首页: what waits for the reader.
struct HomePage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/") { _, context in try await page(context) }
    router.get("/help") { _, context in help(context.visitor).response() }
  }

  private struct Item {
    let record: FilingRecord
    let words: String
    let note: String
  }

  private func page(_ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let person = visitor.person
    let (own, waiting, reasons) = try await site.engine.read { database in
      let units = person.posts.filter { $0.kind == .handler }.compactMap { $0.unit.flatMap { UnitCode($0) } }
      let own = try units.flatMap {
        try database.ask(.filings(FilingFilter(unit: $0, stages: [.notStarted, .drafting]), limit: 100))
      }
      var reasons: [Int64: String] = [:]
      for record in own {
        if case .move(.return, _, _, let reason)? = try database.ask(.moves(of: record.id)).last?.detail {
          reasons[record.id] = reason
        }
      }
      return (own, try FilingLists.waiting(for: person, in: database), reasons)
    }
    let tasks = try await site.tasks()
    let items =
      own.map {
        Item(record: $0, words: $0.stage == .notStarted ? "填报" : "继续填报", note: reasons[$0.id].map { "被退回：\($0)" } ?? "")
      }
      + waiting.map { Item(record: $0, words: "审核", note: "") }
    return Shell(site: site, title: "首页", visitor: visitor, current: .home).page {
      HTML.element("h1") { "\(person.name)，您好" }
      HTML.element("section", [Attribute("class", "panel")]) {
        HTML.element("h2") { "等您处理" }
        if items.isEmpty {
          HTML.element("p") { "现在没有等您处理的事。" }
        } else {
          HTML.element("ul", [Attribute("class", "todo")]) { for item in items { self.item(item, tasks) } }
        }
      }
      if person.holds(.administrator) { administration }
    }.response()
  }

  private func item(_ item: Item, _ tasks: [Int64: EvaluationTask]) -> HTML {
    let task = tasks[item.record.task]
    let path = item.record.stage == .notStarted ? Route.filings.path : Route.filing(item.record.id).path
    return .element("li", [Attribute("class", "todo-item")]) {
      HTML.element("a", [Attribute("href", path)]) { "\(item.words) \(item.record.unit.name) \(task?.title ?? "")" }
      if item.note.isEmpty {
        StageView.state(item.record.stage)
      } else {
        HTML.element("span", [Attribute("class", "state returned")]) { "被退回" }
        HTML.element("span", [Attribute("class", "muted")]) { item.note }
      }
      if let task {
        HTML.element(
          "span", [Attribute("class", "due"), Attribute("data-countdown", "\(task.deadline)T18:00:00+08:00")]
        ) {
          "截止 \(Moment.day(task.deadline))"
        }
      }
    }
  }

  private var administration: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "开始一个年度" }
      HTML.element("ol") {
        HTML.element("li") { HTML.element("a", [Attribute("href", Route.units.path)]) { "建立单位" } }
        HTML.element("li") { HTML.element("a", [Attribute("href", Route.people.path)]) { "建立人员，发放一次性密码" } }
        HTML.element("li") { HTML.element("a", [Attribute("href", Route.tasks.path)]) { "下达年度自评任务" } }
      }
    }
  }

  private func help(_ visitor: Visitor?) -> HTML {
    Shell(site: site, title: "帮助", visitor: visitor, current: .help, isNarrow: true).page {
      HTML.element("h1") { "帮助" }
      for (title, lines) in HelpText.sections {
        HTML.element("h2") { title }
        HTML.element("ul") { for line in lines { HTML.element("li") { line } } }
      }
    }
  }
}

/// What the help page says.
enum HelpText {
  static let sections: [(String, [String])] = [
    (
      "填报（经办岗）",
      [
        "在“自评填报”中点“填报”，依次填写基础表、自评表、项目支出和自评报告。",
        "每改一格都会立即保存，右上方显示“已保存”和时间。断网时内容留在本机，恢复后自动补存。",
        "灰底的格子自动计算；带角标的数来自预算系统，改动后两个数都会保留。",
        "可以从 Excel 复制一块区域，点中左上角的格子后粘贴。",
        "按 F8 跳到下一处问题；方向键、回车、Tab 在格子间移动；Ctrl+Z 撤销。",
        "填完后打开“检查与送审”：红色的须改正，黄色的须写明原因，然后送审。",
      ]
    ),
    (
      "审核",
      [
        "审核岗、主管部门和财政在“自评复核”中查看等待审核的自评，可以通过，也可以写明原因退回。",
        "修改过内容的人不能审核这份内容。", "退回后再次送审的，改过的格子有标记，“变化”页列出全部改动。",
      ]
    ),
    (
      "报告体检",
      [
        "在“报告体检”中选择一份写好的自评报告，系统在原文中标出问题。文件和结果都不保存，需要的请在结果页下载。",
        "按 F8 跳到下一处问题，Shift+F8 回到上一处；可以只看须改正的。", "点问题旁的编号和名称，可以看这条规则为什么这样查、怎样查、依据什么，以及正反示例。",
      ]
    ),
    ("账户", ["用账号或手机号码登录。首次登录使用管理员发放的一次性密码，随后设置自己的密码。", "忘记密码请联系本级财政部门管理员重新发放。"]),
  ]
}
