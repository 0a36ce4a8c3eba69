import Foundation
import HTML
import Operations

/// The steps of taking over a list: the file, its rows with what is wrong with them, and what came of it.
struct ListImportView {
  let site: Site
  let list: ImportedList
  let visitor: Visitor

  func start(_ fields: Fields, added: Int? = nil) -> HTML {
    page {
      fields.summary
      if let added {
        HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
          added == 0 ? "没有新的\(list.title)。" : "已新增 \(added) \(list.measure)。"
        }
      }
      HTML.element("div", [Attribute("class", "columns")]) {
        upload(fields)
        HTML.element("aside", [Attribute("class", "panel")]) {
          HTML.element("h2") { "模板" }
          HTML.element("p") { "列：\(list.captions.joined(separator: "、"))。" }
          HTML.element("p") {
            HTML.element("a", [Attribute("class", "button"), Attribute("href", list.template.path)]) { "下载模板" }
          }
        }
      }
    }
  }

  func preview(_ rows: [ListRow], isRefused: Bool = false) -> HTML {
    let (wrong, known) = (rows.count { $0.problem != nil }, rows.count { $0.isKnown })
    let new = rows.count - wrong - known
    return page {
      if isRefused {
        HTML.element("div", [Attribute("class", "notice error"), Attribute("role", "alert")]) {
          "还有 \(wrong) 行不能导入，没有写入任何内容。请改正文件后重新上传，或勾选“只导入正确的行”。"
        }
      }
      HTML.element("p", [Attribute("class", "list-count"), Attribute("role", "status")]) {
        "共 \(rows.count) 行，新增 \(new) 行" + (known > 0 ? "，已有 \(known) 行" : "")
          + (wrong > 0 ? "，不能导入 \(wrong) 行" : "") + "。还没有写入。"
      }
      HTML.element("form", [Attribute("method", "post"), Attribute("action", list.confirmation.path)]) {
        Fields.token(visitor)
        table(rows)
        if wrong > 0, new > 0 {
          HTML.element("div", [Attribute("class", "choice")]) {
            HTML.void(
              "input",
              [
                Attribute("type", "checkbox"), Attribute("id", "onlyRight"), Attribute("name", "onlyRight"),
                Attribute("value", "1"),
              ])
            HTML.element("label", [Attribute("for", "onlyRight")]) { "只导入正确的行" }
          }
        }
        HTML.element("p", [Attribute("class", "form-actions")]) {
          if new > 0 { HTML.element("button", [Attribute("class", "primary")]) { "确认导入" } }
          HTML.element("a", [Attribute("href", list.route.path)]) { new > 0 ? "取消" : "返回" }
        }
      }
    }
  }

  /// The secrets, shown this once.
  func issued(_ people: [ImportPeople.Issued]) -> HTML {
    let captions = ["账号", "姓名", "单位编码", "一次性密码"]
    let lines = people.map { [$0.account, $0.name, $0.unit, $0.secret] }
    let file = CSVText.mark + ([captions] + lines).map(CSVText.line).joined()
    return page {
      HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) {
        HTML.element("strong") { "已新增 \(people.count) 人。" }
        HTML.element("p") { "一次性密码只显示这一次，请现在打印或下载，分别告知本人。14 天内有效，首次登录后须设置自己的密码。" }
      }
      HTML.element("p") {
        HTML.element(
          "a",
          [
            Attribute("class", "button"), Attribute("download", "一次性密码.csv"),
            Attribute("href", "data:text/csv;charset=utf-8;base64,\(Data(file.utf8).base64EncodedString())"),
          ]
        ) { "下载（CSV）" }
      }
      ListTable(caption: "一次性密码", columns: captions.map { .init(words: $0) }).html {
        for line in lines {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "row")]) { line[0] }
            for column in 1..<3 { ListTable.cell(captions[column]) { line[column] } }
            ListTable.cell(captions[3]) { HTML.element("code", [Attribute("class", "secret")]) { line[3] } }
          }
        }
      }
    }
  }

  // MARK: Parts

  private func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
    Shell(site: site, title: "批量导入\(list.title)", visitor: visitor, current: list.back).page {
      HTML.element("nav", [Attribute("class", "crumbs"), Attribute("aria-label", "位置")]) {
        HTML.element("a", [Attribute("href", list.back.path)]) { list.title }
      }
      HTML.element("h1") { "批量导入\(list.title)" }
      content()
    }
  }

  private func upload(_ fields: Fields) -> HTML {
    let message = fields.message(for: "file")
    return .element(
      "form",
      [
        Attribute("class", "upload panel"), Attribute("method", "post"), Attribute("enctype", "multipart/form-data"),
        Attribute("action", list.route.path), Attribute("data-max-bytes", "\(TableFile.largestFile)"),
        Attribute("data-types", ".xlsx,.csv"),
      ]
    ) {
      Fields.token(visitor)
      HTML.element("h2") { "选择文件" }
      HTML.element("div", [Attribute("class", message == nil ? "field" : "field invalid")]) {
        HTML.element("label", [Attribute("for", "file")]) { "文件" }
        HTML.element("p", [Attribute("class", "hint")]) {
          ".xlsx 或 .csv（UTF-8、GB18030），最多 \(TableFile.mostRows) 行。先逐行核对，确认后才写入。"
        }
        if let message {
          HTML.element("p", [Attribute("class", "error"), Attribute("id", "file-error")]) { message }
        }
        HTML.void(
          "input",
          [
            Attribute("type", "file"), Attribute("id", "file"), Attribute("name", "file"),
            Attribute("accept", ".xlsx,.csv"),
          ])
      }
      HTML.element("button", [Attribute("class", "primary")]) { "核对" }
    }
  }

  private func table(_ rows: [ListRow]) -> HTML {
    let columns = [.init(words: "行", isNumber: true)] + (list.captions + ["结果"]).map { ListTable.Column(words: $0) }
    return ListTable(caption: "要导入的行", columns: columns).html {
      for row in rows {
        HTML.element("tr") {
          HTML.element("th", [Attribute("scope", "row"), Attribute("class", "num")]) {
            "\(row.number)"
            Fields.hidden("number", "\(row.number)")
          }
          for (caption, text) in zip(list.captions, row.texts) {
            ListTable.cell(caption) {
              text
              Fields.hidden("text", text)
            }
          }
          ListTable.cell("结果") {
            if let problem = row.problem {
              HTML.element("span", [Attribute("class", "error")]) { problem }
            } else {
              row.isKnown ? "已有，不变" : "新增"
            }
          }
        }
      }
    }
  }
}
