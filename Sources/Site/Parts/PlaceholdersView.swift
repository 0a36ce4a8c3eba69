import Evaluation
import HTML
import OOXML
import Paper
import Store

/// All placeholders of a task with what they stand for in one filing today.
struct PlaceholdersView {
  let task: EvaluationTask
  let placeholders: FilingPlaceholders
  let values: TemplateValues
  /// Whose filing it is; nil where none is shown.
  let unit: String?
  let fields: Fields

  var html: HTML {
    HTML {
      TemplateView.crumbs(task, "占位符一览", after: true)
      HTML.element("h1") { "占位符一览" }
      fields.summary
      HTML.element(
        "form",
        [
          Attribute("class", "filters"), Attribute("method", "get"),
          Attribute("action", Route.placeholders(task.id).path),
        ]
      ) {
        fields.text("unit", "单位编码", hint: "看这个单位现在的内容")
        HTML.element("button") { "查看" }
      }
      if let unit { HTML.element("p") { "右栏是\(unit)现在的内容。" } }
      HTML.element("p", [Attribute("class", "muted")]) {
        "名称里的空格、全角半角和分隔的点、逗号、冒号都不计较。“本年”“上年”也可以写成“\(task.year)年”“\(task.year - 1)年”，但那样的模板下一年度要改。"
      }
      HTML.element("h2") { "只有一项的内容" }
      for group in placeholders.groups { table(group.title, group.fields, values, prefix: "") }
      HTML.element("h2") { "多项内容" }
      HTML.element("p") { "写在表格的一行里，每项重复一行；或写在 {{#名称}} 和 {{/名称}} 之间。“序号”“末项”每种都有，“末项”只在最后一项有内容。" }
      for list in placeholders.vocabulary.lists { section(list, values, path: []) }
    }
  }

  private func section(_ list: TemplateVocabulary.List, _ values: TemplateValues, path: [String]) -> HTML {
    let items = values.lists[list.key] ?? []
    let name = list.names.first ?? ""
    let within = path.last.map { "，在 {{#\($0)}} 之内" } ?? ""
    return HTML {
      table(
        "{{#\(name)}}（\(list.note)\(within)，现有 \(items.count) 项）", list.item.fields, items.first ?? TemplateValues(),
        prefix: "\(name).")
      for inner in list.item.lists { section(inner, items.first ?? TemplateValues(), path: path + [name]) }
    }
  }

  private func table(
    _ title: String, _ fields: [TemplateVocabulary.Field], _ values: TemplateValues, prefix: String
  ) -> HTML {
    let columns: [ListTable.Column] = ["占位符", "也可写作", "现在的内容"]
    return HTML {
      HTML.element("h3") { title }
      ListTable(caption: title, columns: columns).html {
        for field in fields {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) {
              HTML.element("code") { "{{\(prefix)\(field.names.first ?? "")}}" }
            }
            ListTable.cell("也可写作") { Self.shortest(field).map { prefix + $0 }.joined(separator: "、") }
            ListTable.cell("现在的内容") { Self.excerpt(values.texts[field.key]) }
          }
        }
      }
    }
  }

  /// Other names that are no longer than they need be.
  private static func shortest(_ field: TemplateVocabulary.Field) -> [String] {
    let longest = (field.names.first?.count ?? 0) + 4
    return Array(field.names.dropFirst().filter { $0.count <= longest }.sorted { $0.count < $1.count }.prefix(2))
  }

  private static func excerpt(_ text: TemplateText?) -> String {
    let line = (text?.joined ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : String(line.prefix(60)) + "…"
  }
}
