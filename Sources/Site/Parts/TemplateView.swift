import Evaluation
import HTML
import OOXML
import Operations
import Store

/// The Word template of a task: which one is in use, how to make one, and those before.
struct TemplateView {
  let visitor: Visitor
  let task: EvaluationTask
  /// The latest first.
  let records: [TemplateRecord]
  let fields: Fields

  private var used: TemplateRecord? { records.first.flatMap { $0.removedAt == nil ? $0 : nil } }

  var html: HTML {
    HTML {
      Self.crumbs(task, "Word 模板")
      HTML.element("h1") { "Word 模板" }
      fields.summary
      HTML.element("div", [Attribute("class", "columns")]) {
        HTML.element("div") {
          inUse
          steps
          history
        }
        HTML.element("aside") { if task.phase != .archived { uploadForm } }
      }
    }
  }

  static func crumbs(_ task: EvaluationTask, _ last: String, after template: Bool = false) -> HTML {
    .element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
      HTML.element("a", [Attribute("href", Route.tasks.path)]) { "任务" }
      " "
      HTML.element("a", [Attribute("href", Route.task(task.id).path)]) { task.title }
      " "
      if template {
        HTML.element("a", [Attribute("href", Route.taskTemplate(task.id).path)]) { "Word 模板" }
        " "
      }
      HTML.element("span", [Attribute("aria-current", "page")]) { last }
    }
  }

  private var inUse: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "现用版式" }
      if let used {
        HTML.element("p") {
          "各单位导出的 Word、PDF、全部材料和公开稿，都按“"
          HTML.element("a", [Attribute("href", Route.templateFile(task.id, used.id).path)]) { used.name }
          "”排版。"
        }
        if task.phase != .archived {
          HTML.element(
            "form", [Attribute("method", "post"), Attribute("action", Route.removeTemplate(task.id).path)]
          ) {
            Fields.token(visitor)
            HTML.element("button", [Attribute("class", "danger")]) { "停用，恢复内置版式" }
          }
        }
      } else {
        HTML.element("p") { "内置版式（按 GB/T 9704 排版）。" }
      }
    }
  }

  private var steps: HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h2") { "怎样做模板" }
      HTML.element("ol") {
        HTML.element("li") {
          HTML.element("a", [Attribute("href", Route.startingTemplate(task.id).path)]) { "下载起始模板" }
          "，用 Word 或 WPS 打开。它和内置版式一样，填数的地方是占位符，如 {{单位名称}}。"
        }
        HTML.element("li") {
          "改字体、版式和文字，增减占位符。能用的都在"
          HTML.element("a", [Attribute("href", Route.placeholders(task.id).path)]) { "占位符一览" }
          "中。"
        }
        HTML.element("li") { "含 {{指标.名称}} 这类占位符的表格行，每个指标重复一行；几行或几段一起重复，写在 {{#项目}} 和 {{/项目}} 之间。" }
        HTML.element("li") { "某项有内容才出现的文字，写在 {{#名称}} 和 {{/名称}} 之间；没有内容才出现的，写在 {{^名称}} 和 {{/名称}} 之间。" }
        HTML.element("li") { "上传。有错的模板不会启用，错处逐一列出。" }
      }
    }
  }

  private var uploadForm: HTML {
    .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", Route.taskTemplate(task.id).path), Attribute("data-max-bytes", "\(WordTemplate.largest)"),
        Attribute("data-types", ".docx"),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { used == nil ? "上传模板" : "换一份模板" }
      fields.file("file", "模板文件", hint: "docx，不超过 5 MB", accept: ".docx")
      fields.text("unit", "预览用的单位编码", hint: "可以不填；预览只下载看看，不启用")
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element(
          "button", [Attribute("class", "primary"), Attribute("name", "action"), Attribute("value", "save")]
        ) { "检查并启用" }
        HTML.element("button", [Attribute("name", "action"), Attribute("value", "preview")]) { "检查并预览" }
      }
    }
  }

  private var history: HTML {
    let columns: [ListTable.Column] = ["文件", "启用", "经办人", "状态", "SHA-256"]
    return HTML {
      if !records.isEmpty {
        HTML.element("h2") { "用过的模板" }
        ListTable(caption: "用过的模板", columns: columns).html {
          for record in records {
            HTML.element("tr") {
              HTML.element("th", [Attribute("scope", "row")]) {
                HTML.element("a", [Attribute("href", Route.templateFile(task.id, record.id).path)]) { record.name }
              }
              ListTable.cell("启用") { HTML.element("span", [Attribute("class", "whole")]) { Moment(record.at).full } }
              ListTable.cell("经办人") { record.person }
              ListTable.cell("状态") { state(record) }
              ListTable.cell("SHA-256") { HTML.element("code") { String(record.digest.prefix(8)) + "…" } }
            }
          }
        }
      }
    }
  }

  private func state(_ record: TemplateRecord) -> String {
    if let removedAt = record.removedAt { return "\(Moment(removedAt).short) 由 \(record.remover ?? "") 停用" }
    return record.id == used?.id ? "使用中" : "已更换"
  }
}
