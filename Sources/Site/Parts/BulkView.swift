import Evaluation
import HTML
import Operations
import Store

/// One act on many filings: to be confirmed, or told with what came of each.
struct BulkView {
  let run: BulkRun
  let items: [BulkItem]
  let counts: [BulkItem.Outcome: Int64]
  /// For what is packed.
  let packed: PackedRun?
  let page: Int
  let visitor: Visitor
  let fields: Fields

  var title: String { "批量\(run.action.title)" }
  /// The list it was chosen from.
  var back: Route { run.task == nil ? .reviews : .latestProgress }
  /// Confirmed, and somebody else is at it.
  var isUnderWay: Bool { run.action.isInBackground && run.startedAt != nil && (counts[.pending] ?? 0) > 0 }
  private var total: Int { Int(counts.values.reduce(0, +)) }

  var html: HTML {
    HTML {
      HTML.element("h1") { title }
      fields.summary
      if run.startedAt == nil { confirmation } else if run.action == .pack { package } else { result }
      table
      Paging(page: page, total: total) { "?page=\($0)" }.html
    }
  }

  private var listAddress: String { run.task.map { Route.progress($0).path } ?? Route.reviews.path }

  private var confirmation: HTML {
    .element(
      "form",
      [Attribute("class", "panel"), Attribute("method", "post"), Attribute("action", Route.bulkRun(run.token).path)]
    ) {
      Fields.token(visitor)
      HTML.element("p") { "将对下面 \(total) 家单位\(words)。不能办理的会逐家说明原因，不影响其他单位。" }
      if run.action == .extend { fields.text("day", "新的截止日期", type: "date") }
      switch run.action {
      case .approve: HTML()
      case .pack:
        HTML.element("p", [Attribute("class", "hint")]) {
          "每家一个文件夹，内有自评报告（Word、PDF）、工作簿、数据和附件。打包在后台进行，可以离开本页。"
        }
      case .return: fields.area("reason", "退回原因")
      case .extend: fields.area("reason", "延期原因")
      case .remind: fields.area("reason", "想说的话（可不填）", hint: "与催报一起显示在单位的首页")
      }
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", run.action == .return ? "danger" : "primary")]) {
          "确认\(run.action.title)"
        }
        HTML.element("a", [Attribute("class", "button"), Attribute("href", listAddress)]) { "取消" }
      }
    }
  }

  private var words: String {
    switch run.action {
    case .approve: "审核通过"
    case .return: "退回修改"
    case .remind: "催报"
    case .extend: "延长期限"
    case .pack: "打包自评材料"
    }
  }

  private var result: HTML {
    let (done, refused, pending) = (counts[.done] ?? 0, counts[.refused] ?? 0, counts[.pending] ?? 0)
    return HTML {
      HTML.element(
        "div",
        [Attribute("class", refused + pending == 0 ? "notice success" : "notice warning"), Attribute("role", "status")]
      ) {
        HTML.element("p") { "已办理 \(done) 家，未办理 \(refused) 家。" }
        if pending > 0 {
          HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.bulkRun(run.token).path)]) {
            Fields.token(visitor)
            HTML.element("p") { "还有 \(pending) 家没有办完。" }
            HTML.element("button") { "继续办理" }
          }
        }
      }
      HTML.element("p") { HTML.element("a", [Attribute("href", listAddress)]) { "返回列表" } }
    }
  }

  private var package: HTML {
    let (done, refused) = (counts[.done] ?? 0, counts[.refused] ?? 0)
    return HTML {
      HTML.element(
        "div",
        [
          Attribute("class", isUnderWay ? "notice info" : refused == 0 ? "notice success" : "notice warning"),
          Attribute("role", "status"),
        ]
      ) {
        if isUnderWay {
          HTML.element("p") { "正在打包：已完成 \(done + refused) 家，共 \(total) 家。本页每 3 秒刷新一次，也可以稍后再来。" }
          HTML.element(
            "progress",
            [
              Attribute("max", "\(total)"), Attribute("value", "\(done + refused)"), Attribute("aria-label", "打包的进度"),
            ]
          ) { "\(done + refused) / \(total)" }
        } else {
          HTML.element("p") { "已打包 \(done) 家" + (refused == 0 ? "。" : "，未打包 \(refused) 家，原因见下表。") }
        }
      }
      if !isUnderWay, let packed {
        if packed.parts.isEmpty, done > 0 { HTML.element("p") { "打包的文件只保留 7 天，请重新打包。" } }
        HTML.element("p", [Attribute("class", "form-actions")]) {
          for (index, part) in packed.parts.enumerated() {
            HTML.element(
              "a", [Attribute("class", "button primary"), Attribute("href", Route.package(run.token, index + 1).path)]
            ) {
              (packed.parts.count == 1 ? "下载压缩包" : "下载第 \(index + 1) 包（\(part.units.count) 家）")
                + "，\(Self.size(part.size))"
            }
          }
        }
      }
      HTML.element("p") { HTML.element("a", [Attribute("href", listAddress)]) { "返回列表" } }
    }
  }

  /// "3.2 MB"
  private static func size(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return tenths == 0 ? "不足 0.1 MB" : "\(tenths / 10).\(tenths % 10) MB"
  }

  private var table: HTML {
    let columns = (run.startedAt == nil ? ["单位"] : ["单位", "结果", "说明"]).map { ListTable.Column(words: $0) }
    return ListTable(caption: title + "的单位", columns: columns).html {
      for item in items {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row")]) {
            HTML.element("a", [Attribute("href", Route.filing(item.filing).path)]) { item.unit.name }
            HTML.element("span", [Attribute("class", "sub")]) { item.unit.code.description }
          }
          if run.startedAt != nil {
            ListTable.cell("结果") {
              HTML.element("span", [Attribute("class", "state \(tone(item.outcome))")]) { item.outcome.title }
            }
            ListTable.cell("说明") { item.message }
          }
        }
      }
    }
  }

  private func tone(_ outcome: BulkItem.Outcome) -> String {
    switch outcome {
    case .pending: "notStarted"
    case .done: "done"
    case .refused: "overdue"
    }
  }
}
