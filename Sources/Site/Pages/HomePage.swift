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

  /// Most lines of one kind that stand here; behind them a link leads to the whole list.
  private static let most = 10

  private struct Found {
    let own: [FilingRecord]
    let waiting: [FilingRecord]
    let answers: [FilingRecord]
    /// Filings that somebody has to put right, or whose appeals somebody has to settle.
    let calls: [FilingRecord]
    let appeals: [FilingRecord]
    let reasons: [Int64: String]
    let reminders: [Int64: ReminderRecord]
    let notices: Set<Int64>
    let tasks: [EvaluationTask]
    let tallies: [Int64: FilingTally]
    let deadlines: DeadlineView
  }

  private func load(_ person: Person) async throws -> Found {
    let now = site.now()
    return try await site.engine.read { database in
      func filings(_ filters: [FilingFilter], by order: FilingOrder) throws -> [FilingRecord] {
        filters.isEmpty
          ? [] : try database.ask(Query<FilingRecord>.filings(anyOf: filters, by: order, limit: Self.most))
      }
      let own = try filings(WorkList.toFill(person), by: FilingOrder(.deadline))
      var reasons: [Int64: String] = [:]
      for record in own where record.standing.isReturned {
        switch try database.ask(.moves(of: record.id)).last?.detail {
        case .move(.return, _, _, let reason)?: reasons[record.id] = "被退回：\(reason)"
        case .move(.reopen, _, _, let reason)?: reasons[record.id] = "原因：\(reason)"
        default: break
        }
      }
      let units = Array(Set(own.map(\.unit.code)))
      let reminders = units.isEmpty ? [] : try database.ask(.openReminders(of: units, limit: 100))
      let open = try database.ask(Query<EvaluationTask>.tasks(in: [.launched, .trial]))
      var tallies: [Int64: FilingTally] = [:]
      if let scope = ProgressScope(person) {
        for task in open.prefix(3) {
          let filter = FilingFilter(task: task.id, department: scope.department(asked: nil))
          let tally = try database.first(.tally(filter, late: try database.lateDays(in: task.id, at: now)))
          if let tally, tally.expected + tally.waived > 0 { tallies[task.id] = tally }
        }
      }
      return Found(
        own: own, waiting: try filings(WorkList.toReview(person), by: FilingOrder(.since)),
        answers: try filings(WorkList.toAnswer(person), by: FilingOrder(.unit)),
        calls: try filings(WorkList.toPutRight(person), by: FilingOrder(.unit)),
        appeals: try filings(WorkList.toSettle(person), by: FilingOrder(.unit)), reasons: reasons,
        // They come the latest first.
        reminders: Dictionary(reminders.map { ($0.filing, $0) }, uniquingKeysWith: { first, _ in first }),
        notices: Set(try database.ask(.tasksWithNotice)), tasks: open, tallies: tallies,
        deadlines: DeadlineView(today: CivilDay(inChinaAt: now), calendar: try database.workingCalendar()))
    }
  }

  private func page(_ context: SiteContext) async throws -> Response {
    let visitor = try context.requireVisitor()
    let (person, work) = (visitor.person, visitor.work)
    let found = try await load(person)
    return Shell(site: site, title: "首页", visitor: visitor, current: .home).page {
      HTML.element("h1") { "\(person.name)，您好" }
      counts(work)
      HTML.element("section", [Attribute("class", "panel")]) {
        HTML.element("h2") { "等您处理" }
        if work == WorkCounts(), found.calls.isEmpty, found.appeals.isEmpty {
          HTML.element("p") { "现在没有等您处理的事。" }
        } else {
          HTML.element("ul", [Attribute("class", "todo")]) {
            for record in found.own {
              item(record, record.stage == .notStarted ? "填报" : "继续填报", found)
            }
            for record in found.waiting { item(record, "审核", found) }
            for record in found.answers { item(record, "答复不适用申报", found, Route.waiver(record.id)) }
            for record in found.calls { item(record, "整改", found, Route.notes(record.id)) }
            for record in found.appeals { item(record, "处理申诉", found, Route.notes(record.id)) }
          }
          more(work.toFill, Route.filings, "需要填报的")
          more(work.toReview, Route.reviews, "等待审核的")
        }
      }
      for task in found.tasks { if let tally = found.tallies[task.id] { progress(task, tally) } }
      if person.administers(.system) { administration(for: person) }
    }.response()
  }

  private func more(_ count: Int, _ route: Route, _ words: String) -> HTML {
    guard count > Self.most else { return HTML() }
    return .element("p") { HTML.element("a", [Attribute("href", route.path)]) { "查看全部 \(count) 份\(words)" } }
  }

  /// What waits, in numbers.
  private func counts(_ work: WorkCounts) -> HTML {
    let counts: [(String, Int, Route)] = [
      ("待填报", work.toFill - work.returned, .filings), ("被退回", work.returned, .filings),
      ("待审核", work.toReview, .reviews), ("待答复", work.toAnswer, .latestProgress),
    ].filter { $0.1 > 0 }
    guard !counts.isEmpty else { return HTML() }
    return .element("nav", [Attribute("class", "tiles"), Attribute("aria-label", "待办")]) {
      for (words, count, route) in counts {
        HTML.element("a", [Attribute("class", "tile"), Attribute("href", route.path)]) {
          HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
          words
        }
      }
    }
  }

  private func progress(_ task: EvaluationTask, _ tally: FilingTally) -> HTML {
    func part(_ words: String, _ count: Int, _ mark: ProgressQuery.Mark?) -> HTML {
      let address = ProgressQuery { _ in nil }.with { $0.mark = mark }.address()
      return .element("a", [Attribute("class", "tile"), Attribute("href", Route.progress(task.id).path + address)]) {
        HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
        words
      }
    }
    return .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "进度：\(task.title)" }
      HTML.element("div", [Attribute("class", "tiles")]) {
        part("应报", tally.expected, nil)
        part("未送审", tally.missing, .missing)
        part("逾期", tally.late, .late)
        part("被退回", tally.returned, .returned)
      }
    }
  }

  private func item(_ record: FilingRecord, _ words: String, _ found: Found, _ route: Route? = nil) -> HTML {
    let task = found.tasks.first { $0.id == record.task }
    let path = route ?? (record.stage == .notStarted ? .filings : .filing(record.id))
    return .element("li", [Attribute("class", "todo-item")]) {
      HTML.element("a", [Attribute("href", path.path)]) { "\(words) \(record.unit.name) \(task?.title ?? "")" }
      if task?.phase == .trial { HTML.element("span", [Attribute("class", "tag")]) { "试运行" } }
      StageView.state(record)
      if let reason = found.reasons[record.id] {
        HTML.element("span", [Attribute("class", "muted")]) { reason }
      }
      if let reminder = found.reminders[record.id] {
        HTML.element("span", [Attribute("class", "reminder")]) {
          reminder.kind.title + (reminder.message.isEmpty ? "" : "：\(reminder.message)")
        }
      }
      if found.notices.contains(record.task) {
        HTML.element("a", [Attribute("class", "notice-link"), Attribute("href", Route.notice(record.task).path)]) {
          "通知文件"
        }
      }
      if let task, record.stage != .done {
        HTML.element("span", [Attribute("class", "due")]) {
          "截止 \(Moment.day(record.deadline(in: task))) "
          found.deadlines.words(record, in: task)
        }
      }
    }
  }

  private func administration(for person: Person) -> HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "开始一个年度" }
      HTML.element("ol") {
        HTML.element("li") { HTML.element("a", [Attribute("href", Route.units.path)]) { "建立单位" } }
        HTML.element("li") {
          if person.administers(.security) {
            HTML.element("a", [Attribute("href", Route.people.path)]) { "建立人员，发放一次性密码" }
          } else {
            "由安全管理员建立人员，发放一次性密码"
          }
        }
        HTML.element("li") { HTML.element("a", [Attribute("href", Route.calendar(nil).path)]) { "录入当年的放假和调休" } }
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
