import Evaluation
import HTML
import Operations
import Store

/// The ledger of publications of one task: counts that filter, and a line for each unit.
struct DisclosuresView {
  let visitor: Visitor
  let task: EvaluationTask
  let query: DisclosureQuery
  let counts: [Disclosure.State: Int]
  let lines: [Disclosure]
  let departments: [Department]
  let scope: ProgressScope
  let today: CivilDay
  let fields: Fields

  private var whole: Int { counts.values.reduce(0, +) }
  private var total: Int { query.state.map { counts[$0] ?? 0 } ?? whole }

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.progress(task.id).path)]) { "进度" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { task.title }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "公开台账" }
          HTML.element("p", [Attribute("class", "sub")]) {
            HTML.element("span") { task.title }
            HTML.element("span") { task.publicBy.isEmpty ? "没有规定公开期限" : "公开期限 \(Moment.day(task.publicBy))" }
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          HTML.element(
            "a",
            [Attribute("class", "button"), Attribute("href", Route.disclosuresFile(task.id).path + query.address())]
          ) { "导出 CSV" }
        }
      }
      fields.summary
      tiles
      filters
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(query.page, lines.count, of: total, measure: "家")
      }
      if lines.isEmpty { FilingTable.empty("没有符合条件的单位。", "请调整筛选条件。") } else { table }
      Paging(page: query.page, total: total) { query.address(page: $0) }.html
      if visitor.person.holds(.finance) { deadlineForm }
    }
  }

  private var tiles: HTML {
    .element("nav", [Attribute("class", "tiles"), Attribute("aria-label", "按公开情况筛选")]) {
      tile("应公开", whole, nil)
      for state in Disclosure.State.allCases { tile(state.title, counts[state] ?? 0, state) }
    }
  }

  private func tile(_ words: String, _ count: Int, _ state: Disclosure.State?) -> HTML {
    .element(
      "a",
      [
        Attribute("class", "tile"), Attribute("href", query.with { $0.state = state }.address()),
        Attribute("aria-current", query.state == state ? "true" : nil),
      ]
    ) {
      HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
      words
    }
  }

  private var filters: HTML {
    let fields = Fields(values: ["q": query.text, "department": query.department ?? ""])
    let offered = departments.filter { scope.departments?.contains($0.code) ?? true }
    return .element("form", [Attribute("class", "filters"), Attribute("method", "get"), Attribute("role", "search")]) {
      fields.text("q", "单位名称或编码")
      fields.choice(
        "department", "部门",
        options: (scope.departments == nil ? [("", "全部")] : [])
          + offered.map { ($0.code, $0.name.isEmpty ? $0.code : "\($0.code) \($0.name)") })
      if let state = query.state { Fields.hidden("state", state.rawValue) }
      HTML.element("button") { "筛选" }
      HTML.element("a", [Attribute("class", "button quiet"), Attribute("href", Route.disclosures(task.id).path)]) {
        "清除"
      }
    }
  }

  private var table: HTML {
    let columns: [ListTable.Column] = ["单位", "情况", "公开日期", "网址或理由", "逾期", "公开稿 SHA-256"]
    return ListTable(caption: "各单位公开情况", columns: columns).html { for line in lines { row(line) } }
  }

  private func row(_ line: Disclosure) -> HTML {
    .element("tr") {
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element("a", [Attribute("href", Route.filing(line.filing).path)]) { line.unit.name }
        HTML.element("span", [Attribute("class", "sub")]) { line.unit.code.description }
      }
      ListTable.cell("情况") {
        HTML.element("span", [Attribute("class", "state \(Self.tone(line.state))")]) {
          line.state.title + (line.state == .missing && line.stage != .done ? "（自评\(line.stage.title)）" : "")
        }
        if line.isOutdated {
          " "
          HTML.element("span", [Attribute("class", "tag")]) { Disclosure.outdated }
        }
      }
      ListTable.cell("公开日期") { Self.whole(line.day.map(Moment.day)) }
      ListTable.cell("网址或理由") { place(line) }
      ListTable.cell("逾期") { Self.whole(line.daysLate(in: task, today: today).map { "\($0) 天" }) }
      ListTable.cell("公开稿 SHA-256") {
        if line.wordDigest.isEmpty {
          "—"
        } else {
          HTML.element("code", [Attribute("title", line.wordDigest)]) { "\(line.wordDigest.prefix(12))…" }
        }
      }
    }
  }

  /// Never broken inside number and unit.
  private static func whole(_ words: String?) -> HTML {
    .element("span", [Attribute("class", "whole")]) { words ?? "—" }
  }

  @HTMLBuilder private func place(_ line: Disclosure) -> HTML {
    switch line.state {
    case .published:
      HTML.element("a", [Attribute("href", Route.publishedFiling(line.filing).path)]) {
        "第 \(line.number ?? 1) 版"
      }
    case .elsewhere:
      HTML.element(
        "a",
        [
          Attribute("href", line.registration.address), Attribute("rel", "noopener noreferrer nofollow"),
          Attribute("class", "address"),
        ]
      ) { line.registration.address }
    case .exempt: line.registration.exemptReason
    case .missing: "—"
    }
  }

  private static func tone(_ state: Disclosure.State) -> String {
    switch state {
    case .published, .elsewhere: "done"
    case .exempt: "notStarted"
    case .missing: "returned"
    }
  }

  private var deadlineForm: HTML {
    var shown = fields
    if fields.problems.isEmpty { shown.values["publicBy"] = task.publicBy }
    return .element(
      "form",
      [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.disclosures(task.id).path)]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "公开期限" }
      shown.text("publicBy", "最晚公开日期", hint: "清空即取消；办理后记入任务的历史", type: "date")
      HTML.element("p", [Attribute("class", "form-actions")]) { HTML.element("button") { "确定" } }
    }
  }
}
