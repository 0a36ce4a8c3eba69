import Evaluation
import HTML
import Store

/// One sample as its page shows it.
struct SampleView: Sendable {
  let visitor: Visitor
  let task: EvaluationTask
  let draw: SampleDrawRecord
  let tally: SampleTally
  let items: [SampleItem]
  /// How many the list has in all.
  let total: Int
  let state: SampleState?
  let page: Int
  /// ISO 8601.
  let today: String
  let people: [(Int64, String)]
  let fields: Fields

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.progress(task.id).path)]) { "进度" }
        " "
        HTML.element("a", [Attribute("href", Route.samples(task.id).path)]) { "抽评" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { Moment(draw.at).full }
      }
      HTML.element("div", [Attribute("class", "head")]) {
        HTML.element("div") {
          HTML.element("h1") { "抽评：\(draw.chosen) 份" }
          HTML.element("p", [Attribute("class", "sub")]) {
            HTML.element("span") { task.title }
            HTML.element("span") { "\(draw.name)于 \(Moment(draw.at).full) 抽取" }
          }
        }
        HTML.element("div", [Attribute("class", "actions")]) {
          file("candidates", "导出候选名单")
          file("progress", "导出进度")
        }
      }
      fields.summary
      tiles
      method
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        Paging.range(page, items.count, of: total, measure: "份")
      }
      if items.isEmpty { FilingTable.empty("没有符合条件的自评。", "请调整筛选条件。") } else { list }
      Paging(page: page, total: total) { address(state, page: $0) }.html
    }
  }

  private func file(_ name: String, _ words: String) -> HTML {
    .element(
      "a", [Attribute("class", "button"), Attribute("href", Route.sampleFile(task.id, draw.id, name).path)]
    ) { words }
  }

  private func address(_ state: SampleState?, page: Int = 1) -> String {
    "?state=\(state?.rawValue ?? "")&page=\(page)"
  }

  private var tiles: HTML {
    .element("nav", [Attribute("class", "tiles"), Attribute("aria-label", "按进展筛选")]) {
      tile("抽中", draw.chosen, nil)
      for state in SampleState.allCases { tile(state.title, tally.states[state] ?? 0, state) }
      HTML.element("div", [Attribute("class", "tile")]) {
        HTML.element("span", [Attribute("class", "tile-figure")]) { "\(tally.overdue)" }
        "超过期限"
      }
    }
  }

  private func tile(_ words: String, _ count: Int, _ tileState: SampleState?) -> HTML {
    .element(
      "a",
      [
        Attribute("class", "tile"), Attribute("href", address(tileState)),
        Attribute("aria-current", state == tileState ? "true" : nil),
      ]
    ) {
      HTML.element("span", [Attribute("class", "tile-figure")]) { "\(count)" }
      words
    }
  }

  private var method: HTML {
    .element("details", [Attribute("class", "panel")]) {
      HTML.element("summary") {
        "随机种子 "
        HTML.element("code") { draw.seed }
        "，比例 \(draw.ratio)%，候选 \(draw.candidates) 份，抽中 \(draw.chosen) 份"
      }
      SampleExplanation.html
      if !draw.leftOut.isEmpty { HTML.element("p") { "抽取时还没有送到财政部门、没有参加的：\(draw.leftOut)。" } }
      HTML.element("p") { "导出的候选名单里有每份自评的抽取码，可以用其他程序复算。" }
    }
  }

  // The list

  private var canAssign: Bool { task.phase != .archived }

  private var list: HTML {
    guard canAssign else { return table }
    return .element(
      "form", [Attribute("method", "post"), Attribute("action", Route.sampleAssignment(task.id, draw.id).path)]
    ) {
      Fields.token(visitor)
      table
      HTML.element("fieldset", [Attribute("class", "panel")]) {
        HTML.element("legend") { "把勾选的自评分配给" }
        HTML.element("div", [Attribute("class", "field-row")]) {
          fields.choice(
            "reviewer", "本局人员", options: [("", "不是本局人员")] + people.map { ("\($0.0)", $0.1) })
          fields.text("agency", "或者第三方机构", hint: "分配给本局人员的不填")
          fields.text("due", "完成期限", hint: "如 2025-06-30", type: "date")
        }
        HTML.element("button", [Attribute("class", "primary")]) { "分配" }
      }
    }
  }

  private var table: HTML {
    let tick: [ListTable.Column] = canAssign ? [.init(words: "", content: BulkBar.tickAll)] : []
    let columns: [ListTable.Column] =
      tick + [
        .init(words: "单位"), .init(words: "进展"), .init(words: "由谁承担"), .init(words: "完成期限"),
        .init(words: "抽评总分", isNumber: true), .init(words: "抽评结论"),
      ]
    return ListTable(caption: "抽中的自评", columns: columns).html { for item in items { row(item) } }
  }

  private func row(_ item: SampleItem) -> HTML {
    .element("tr") {
      if canAssign { BulkBar.tick(item.filing, item.unit) }
      HTML.element("th", [Attribute("scope", "row")]) {
        HTML.element("a", [Attribute("href", Route.filingSamples(item.filing).path)]) { item.unit.name }
        HTML.element("span", [Attribute("class", "sub")]) { item.unit.code.description }
      }
      ListTable.cell("进展") { SampleView.state(item.work, today: today) }
      ListTable.cell("由谁承担") { SampleView.hands(item) }
      ListTable.cell("完成期限") { item.work.due.isEmpty ? "—" : Moment.day(item.work.due) }
      ListTable.cell("抽评总分", isNumber: true) { item.work.points.isEmpty ? "—" : item.work.points }
      ListTable.cell("抽评结论") { item.work.verdict?.title ?? "—" }
    }
  }

  /// Who has it.
  static func hands(_ item: SampleItem) -> String {
    item.reviewerName ?? (item.work.agency.isEmpty ? "—" : item.work.agency)
  }

  /// Its state as a word with its dot; late where the last day has passed.
  static func state(_ work: SampleWork, today: String) -> HTML {
    let isLate = work.state != .finished && !work.due.isEmpty && work.due < today
    let tone =
      switch work.state {
      case .drawn: isLate ? "overdue" : "notStarted"
      case .assigned: isLate ? "overdue" : "drafting"
      case .finished: "done"
      }
    return .element("span", [Attribute("class", "state \(tone)")]) { work.state.title + (isLate ? "，已超期" : "") }
  }
}
