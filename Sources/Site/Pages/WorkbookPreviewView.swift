import Evaluation
import HTML
import Operations
import Paper
import Store

/// What a workbook would change, to be looked through and confirmed.
struct WorkbookPreviewView {
  let site: Site
  let loaded: LoadedFiling
  let visitor: Visitor
  let preview: WorkbookPreview
  /// The person confirmed before, and somebody had changed something meanwhile.
  var isRepeated = false
  /// What the person ticked then.
  var taken: Set<WorkbookTarget> = []

  var page: HTML {
    let problems = preview.rows.count { $0.problem != nil }
    let conflicts = preview.rows.count { $0.problem == nil && $0.isConflict }
    return Shell(site: site, title: "导入工作簿 · \(loaded.record.unit.name)", visitor: visitor).page {
      FilingTabs(loaded: loaded, visitor: visitor, current: "workbook").html
      HTML.element("h2") { "导入工作簿：核对改动" }
      if isRepeated {
        HTML.element("div", [Attribute("class", "notice warning"), Attribute("role", "alert")]) {
          "核对期间自评有了新的改动，还没有写入任何内容。请对有冲突的格重新选择后再确认。"
        }
      }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        "共 \(preview.rows.count) 处改动"
          + (conflicts > 0 ? "，\(conflicts) 处冲突" : "") + (problems > 0 ? "，\(problems) 处不能导入" : "") + "。还没有写入。"
      }
      if !preview.remarks.isEmpty { remarks }
      if preview.rows.isEmpty {
        HTML.element("div", [Attribute("class", "empty")]) {
          HTML.element("p") { HTML.element("strong") { "工作簿与系统中的自评没有不同。" } }
          HTML.element("p") {
            HTML.element("a", [Attribute("href", Route.workbook(loaded.record.id).path)]) { "返回" }
          }
        }
      } else {
        form
      }
    }
  }

  private var remarks: HTML {
    .element("div", [Attribute("class", "notice warning")]) {
      HTML.element("h2") { "没有读入的部分" }
      HTML.element("ul") {
        for remark in preview.remarks { HTML.element("li") { "\(remark.place)：\(remark.message)" } }
      }
    }
  }

  private var form: HTML {
    .element(
      "form", [Attribute("method", "post"), Attribute("action", Route.confirmWorkbook(loaded.record.id).path)]
    ) {
      Fields.token(visitor)
      Fields.hidden("rows", "\(preview.rows.count)")
      ListTable(
        caption: "工作簿中的改动", columns: ["位置", "名称", "系统中的值", "工作簿中的值", "导入"], style: "workbook"
      ).html { for (number, row) in preview.rows.enumerated() { self.row(row, number) } }
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element("button", [Attribute("class", "primary")]) { "确认导入" }
        HTML.element("a", [Attribute("href", Route.workbook(loaded.record.id).path)]) { "取消" }
      }
    }
  }

  private func row(_ row: WorkbookPreview.Row, _ number: Int) -> HTML {
    .element("tr") {
      HTML.element("td", [Attribute("data-label", "位置")]) { row.place }
      HTML.element("th", [Attribute("scope", "row")]) {
        row.name
        if case .newLine = row.target { HTML.element("span", [Attribute("class", "tag")]) { "新增行" } }
      }
      HTML.element("td", [Attribute("data-label", "系统中")]) { text(row.current) }
      HTML.element("td", [Attribute("data-label", "工作簿")]) { text(row.text) }
      HTML.element("td", [Attribute("data-label", "导入")]) {
        hidden(row, number)
        choice(row, number)
      }
    }
  }

  private func text(_ text: String) -> HTML {
    .element("span", [Attribute("class", text.isEmpty ? "muted" : "text")]) { text.isEmpty ? "（空）" : text }
  }

  private func hidden(_ row: WorkbookPreview.Row, _ number: Int) -> HTML {
    HTML {
      Fields.hidden("target-\(number)", row.target.description)
      Fields.hidden("place-\(number)", row.place)
      Fields.hidden("was-\(number)", row.current)
      Fields.hidden("text-\(number)", row.text)
      if !row.names.isEmpty { Fields.hidden("names-\(number)", PostedNames.text(row.names)) }
    }
  }

  @HTMLBuilder
  private func choice(_ row: WorkbookPreview.Row, _ number: Int) -> HTML {
    if let problem = row.problem {
      HTML.element("p", [Attribute("class", "error")]) { problem }
    } else if row.isConflict {
      HTML.element("fieldset", [Attribute("class", "conflict-choice")]) {
        HTML.element("legend") {
          isRepeated
            ? "核对期间有人改过这一格，两者取其一："
            : "导出后有人改过这一格（导出时为\(row.exported.isEmpty ? "空" : "“\(Self.short(row.exported))”")），两者取其一："
        }
        radio("0", "保留系统中的", row, number, isChecked: true)
        radio("1", "改为工作簿中的", row, number, isChecked: false)
      }
    } else {
      HTML.element("div", [Attribute("class", "choice")]) {
        HTML.void(
          "input",
          [
            Attribute("type", "checkbox"), Attribute("id", "take-\(number)"), Attribute("name", "take-\(number)"),
            Attribute("value", "1"), Attribute("checked", when: !isRepeated || taken.contains(row.target)),
          ])
        HTML.element("label", [Attribute("for", "take-\(number)")]) {
          "导入"
          HTML.element("span", [Attribute("class", "visually-hidden")]) { " \(row.name)" }
        }
      }
    }
  }

  private func radio(
    _ value: String, _ words: String, _ row: WorkbookPreview.Row, _ number: Int, isChecked: Bool
  ) -> HTML {
    .element("div", [Attribute("class", "choice")]) {
      HTML.void(
        "input",
        [
          Attribute("type", "radio"), Attribute("id", "take-\(number)-\(value)"), Attribute("name", "take-\(number)"),
          Attribute("value", value), Attribute("checked", when: isChecked),
        ])
      HTML.element("label", [Attribute("for", "take-\(number)-\(value)")]) { words }
    }
  }

  private static func short(_ text: String) -> String { text.count > 60 ? "\(text.prefix(60))……" : text }
}
