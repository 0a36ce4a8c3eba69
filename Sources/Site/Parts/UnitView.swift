import Evaluation
import HTML
import Operations
import Store

/// A unit with its history and the forms for what happens to it.
struct UnitView {
  let visitor: Visitor
  let record: UnitRecord
  let events: [UnitEvent]
  let names: UnitNames
  let holders: [(String, Post.Kind)]
  /// What stands against closing it.
  let obstacles: [Refusal]
  let fields: Fields

  var html: HTML {
    HTML {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", Route.units.path)]) { "单位" }
        " "
        HTML.element("span", [Attribute("aria-current", "page")]) { record.unit.name }
      }
      HTML.element("h1") { record.unit.name }
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          facts
          HTML.element("h2") { "沿革" }
          timeline
        }
        HTML.element("aside") {
          if record.isOpen {
            rename
            close
          } else {
            restore
          }
          correct
        }
      }
    }
  }

  private var facts: HTML {
    .element("dl", [Attribute("class", "facts")]) {
      for (term, value) in terms {
        HTML.element("div") {
          HTML.element("dt") { term }
          HTML.element("dd") { value }
        }
      }
    }
  }

  private var terms: [(String, String)] {
    let opened = record.openedOn.map { Moment.day($0.description) } ?? "未登记"
    let state = record.closedOn.map { "已于\(Moment.day($0.description))撤销" } ?? "在用"
    let people = holders.map { "\($0.0)（\($0.1.title)）" }.joined(separator: "、")
    return [
      ("编码", record.id.description), ("类别", record.id.kind.title), ("成立日期", opened), ("状态", state),
      ("岗位", people.isEmpty ? "无" : people),
    ]
  }

  // MARK: The history

  private var timeline: HTML {
    guard !events.isEmpty else {
      return .element("p", [Attribute("class", "muted")]) { "该单位建立时还没有记录沿革。" }
    }
    return .element("ol", [Attribute("class", "timeline"), Attribute("reversed", "")]) {
      for event in events.reversed() {
        HTML.element("li") {
          HTML.element("time") { event.day.isEmpty ? Moment(event.at).full : Moment.day(event.day) }
          HTML.element("strong") { event.kind.title }
          " "
          words(event)
          if !event.reason.isEmpty || !event.document.isEmpty {
            HTML.element("p", [Attribute("class", "timeline-note")]) {
              [event.reason, event.document].filter { !$0.isEmpty }.joined(separator: "　")
            }
          }
          HTML.element("p", [Attribute("class", "hint")]) { "\(event.name ?? "系统")于 \(Moment(event.at).full) 登记" }
        }
      }
    }
  }

  private func words(_ event: UnitEvent) -> HTML {
    HTML {
      switch event.kind {
      case .opened: event.nameAfter
      case .renamed, .corrected: "“\(event.nameBefore)”改为“\(event.nameAfter)”"
      default:
        for (number, other) in event.others.enumerated() {
          if number > 0 { "、" }
          HTML.element("a", [Attribute("href", Route.unit(other.description).path)]) { names.words(other) }
        }
      }
    }
  }

  // MARK: What can happen to it

  private func form(
    _ step: String, _ title: String, _ button: String, isDanger: Bool = false, @HTMLBuilder _ content: () -> HTML
  ) -> HTML {
    .element(
      "form",
      [
        Attribute("class", "panel"), Attribute("method", "post"), Attribute("id", "step-\(step)"),
        Attribute("action", Route.unit(record.id.description).path),
      ]
    ) {
      Fields.token(visitor)
      Fields.hidden("step", step)
      HTML.element("h2") { title }
      content()
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", isDanger ? "danger" : "primary")]) { button }
      }
    }
  }

  @HTMLBuilder private func decision(_ step: String) -> HTML {
    fields.text("day-\(step)", "生效日期", type: "date", width: "w8")
    fields.area("reason-\(step)", "原因", rows: 2)
    fields.text("document-\(step)", "文号（可不填）")
  }

  private var rename: HTML {
    form("rename", "更名", "登记更名") {
      HTML.element("p", [Attribute("class", "hint")]) { "生效当年及以后年度的自评用新名称，以前年度的仍用原名称。" }
      fields.text("name-rename", "新名称")
      decision("rename")
    }
  }

  private var close: HTML {
    form("close", "撤销或合并", "登记撤销", isDanger: true) {
      HTML.element("p", [Attribute("class", "hint")]) {
        "以后下达的任务不再包括该单位，已有的自评保留。填了并入的单位，它们填报时可以带入该单位上年的数据；填几个单位表示分立。"
      }
      for obstacle in obstacles { HTML.element("p", [Attribute("class", "why-not")]) { obstacle.message } }
      fields.text("into-close", "并入单位的编码（可不填）", hint: "多个编码用空格或逗号分开")
      decision("close")
    }
  }

  private var restore: HTML {
    form("restore", "恢复", "登记恢复") {
      HTML.element("p", [Attribute("class", "hint")]) { "用于撤销登记有误时。该单位重新在用，并入其他单位的登记一并取消；沿革保留。" }
      fields.area("reason-restore", "原因", rows: 2)
    }
  }

  private var correct: HTML {
    form("correct", "更正名称", "更正") {
      HTML.element("p", [Attribute("class", "hint")]) { "用于名称录入有误时：用到现名称的年度都改为更正后的名称。" }
      fields.text("name-correct", "更正后的名称")
      fields.area("reason-correct", "原因", rows: 2)
    }
  }
}
