import Database
import Evaluation
import HTML
import HTTPTypes
import Hummingbird
import Operations
import Store

/// 工作日历: the days of a year that are not what their weekday says.
struct CalendarPage {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/admin/calendar") { request, context in try await page(request, context, Fields()).response() }
    router.post("/admin/calendar") { request, context in try await put(request, context) }
    router.post("/admin/calendar/:day/remove") { request, context in
      let visitor = try context.requireDuty(.system)
      _ = try await request.form(for: visitor)
      let day = context.parameters.get("day") ?? ""
      try await EditCalendar(engine: site.engine).remove(day, by: visitor.person, at: site.now())
      return Response.see(Route.calendar(CivilDay(day)?.year).path)
    }
  }

  private func put(_ request: Request, _ context: SiteContext) async throws -> Response {
    let visitor = try context.requireDuty(.system)
    let form = try await request.form(for: visitor)
    do {
      try await EditCalendar(engine: site.engine).put(
        first: form["first"], last: form["last"], kind: form["kind"], note: form["note"], by: visitor.person,
        at: site.now())
      return .see(Route.calendar(CivilDay(form["first"])?.year).path)
    } catch let invalid as Invalid {
      var values: [String: String] = [:]
      for name in ["first", "last", "kind", "note"] { values[name] = form[name] }
      return try await page(request, context, Fields(values: values, problems: invalid.problems))
        .response(status: .unprocessableContent)
    }
  }

  private func page(_ request: Request, _ context: SiteContext, _ fields: Fields) async throws -> HTML {
    let visitor = try context.requireDuty(.system)
    let thisYear = CivilDay(inChinaAt: site.now()).year
    let asked = request.uri.queryParameters["year"].flatMap { Int($0) } ?? thisYear
    let year = (2000...2099).contains(asked) ? asked : thisYear
    let (exceptions, known) = try await site.engine.read { database in
      (try database.ask(.exceptions(in: year)), try database.ask(.exceptionYears).map { Int($0) })
    }
    let years = Set(known + [year, thisYear - 1, thisYear, thisYear + 1]).sorted()
    return Shell(site: site, title: "工作日历", visitor: visitor, current: .calendar(nil)).page {
      HTML.element("h1") { "工作日历" }
      fields.summary
      HTML.element("nav", [Attribute("class", "subtabs"), Attribute("aria-label", "年份")]) {
        for each in years {
          HTML.element(
            "a",
            [Attribute("href", Route.calendar(each).path), Attribute("aria-current", each == year ? "page" : nil)]
          ) { "\(each)年" }
        }
      }
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          if exceptions.isEmpty {
            HTML.element("div", [Attribute("class", "notice warning")]) {
              "\(year)年还没有录入放假和调休。系统不自带任何年份的安排，现在只按周一至周五计算工作日；请按国务院办公厅当年的通知录入。"
            }
          } else {
            HTML.element("p", [Attribute("class", "list-count")]) {
              "\(year)年录入了 \(exceptions.count) 天；其他日子按周一至周五上班、周六周日休息计算。"
            }
            table(exceptions, visitor)
          }
        }
        HTML.element("aside") { form(visitor, fields) }
      }
    }
  }

  private func table(_ exceptions: [DayException], _ visitor: Visitor) -> HTML {
    let columns: [ListTable.Column] = [
      .init(words: "日期"), .init(words: "星期"), .init(words: "安排"), .init(words: "说明"),
      .init(words: "操作", isHidden: true),
    ]
    return ListTable(caption: "放假和调休", columns: columns).html {
      for exception in exceptions {
        let day = exception.day
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) { Moment.day(day.description) }
          ListTable.cell("星期") { ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1] }
          ListTable.cell("安排") { exception.kind.title + Self.remark(exception) }
          ListTable.cell("说明") { exception.note }
          HTML.element("td", [Attribute("class", "row-actions")]) {
            HTML.element(
              "form", [Attribute("method", "post"), Attribute("action", Route.calendarDay(day.description).path)]
            ) {
              Fields.token(visitor)
              HTML.element(
                "button",
                [
                  Attribute("class", "quiet small"), Attribute("aria-label", "删除 \(Moment.day(day.description))"),
                ]
              ) { "删除" }
            }
          }
        }
      }
    }
  }

  /// What changes nothing says so: a weekend is off by itself.
  private static func remark(_ exception: DayException) -> String {
    switch exception.kind {
    case .dayOff where exception.day.weekday > 5: "（本为休息日）"
    case .workingDay where exception.day.weekday <= 5: "（本为工作日）"
    case .dayOff, .workingDay: ""
    }
  }

  private func form(_ visitor: Visitor, _ fields: Fields) -> HTML {
    .element(
      "form",
      [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.calendar(nil).path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "录入放假或调休" }
      fields.text("first", "从", type: "date")
      fields.text("last", "到（只有一天的不填）", type: "date")
      fields.choice(
        "kind", "安排", options: WorkingCalendar.Exception.allCases.map { ($0.rawValue, $0.title) })
      fields.text("note", "说明和依据", hint: "如 国庆节，及通知的文号")
      HTML.element("button", [Attribute("class", "primary")]) { "录入" }
    }
  }
}
