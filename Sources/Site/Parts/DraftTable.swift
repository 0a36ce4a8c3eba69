import Evaluation
import HTML
import Operations
import Reading

/// What can be taken of a draft, sheet by sheet, beside what stands there.
struct DraftTable {
  let loaded: LoadedFiling
  let choice: DraftChoice
  private var plan: CarryOver { choice.plan }
  private var texts: DraftTexts { choice.texts }

  func html(_ items: [CarryOver.Item]) -> HTML {
    let columns: [ListTable.Column] = [.init(words: "带入", content: .text("带入")), "位置", "现在", "带入的内容", "依据"]
    return ListTable(caption: "可带入的内容", columns: columns, style: "draft-items", isTall: false).html(
      parts: HTML {
        for sheet in plan.room.filing.sheets {
          let rows = items.filter { $0.target.sheet == sheet.id }
          if !rows.isEmpty { part(sheet, rows) }
        }
      })
  }

  private func part(_ sheet: Sheet, _ rows: [CarryOver.Item]) -> HTML {
    .element("tbody") {
      HTML.element("tr", [Attribute("class", "group")]) {
        HTML.element("th", [Attribute("colspan", "5"), Attribute("scope", "rowgroup")]) {
          title(of: sheet) + " "
          takeSure(in: sheet.id, "带入有把握的", "quiet small")
        }
      }
      for item in rows { row(item) }
    }
  }

  /// A button for all that is beyond doubt, whatever is ticked; nothing where nothing is.
  func takeSure(in sheet: String?, _ words: String, _ tone: String) -> HTML {
    let count = choice.sure(in: sheet).count
    guard count > 0 else { return HTML() }
    let place = sheet.flatMap { plan.room.filing.sheet($0) }.map { "\(title(of: $0))：" } ?? ""
    return .element(
      "button",
      [
        Attribute("name", "sure"), Attribute("value", sheet ?? DraftChoice.everywhere),
        Attribute("class", tone.isEmpty ? nil : tone),
        Attribute("aria-label", place.isEmpty ? nil : "\(place)\(words) \(count) 处"),
      ]
    ) { "\(words) \(count) 处" }
  }

  private func title(of sheet: Sheet) -> String {
    switch plan.room.filing.policies.definition(of: sheet) {
    case .form(_, let form)?:
      let isNew = loaded.filing.sheet(sheet.id) == nil
      guard form.kind == .projectEvaluation else { return form.shortTitle }
      let name = plan.items.first { $0.target == CellAddress(sheet.id, "project", "name") }?.text
      return "项目：\(name ?? ProjectNames.name(of: sheet.id, in: loaded))\(isNew ? "（新增）" : "")"
    case .report(_, let outline)?: return loaded.filing.placeholders.filled(into: outline.title)
    case nil: return ""
    }
  }

  private func row(_ item: CarryOver.Item) -> HTML {
    let words = loaded.filing.placeholders.filled(into: item.caption)
    let text = choice.typed(item) ?? choice.shown(item).text
    let isLong = item.kind == .paragraph || text.unicodeScalars.count > 40
    let attributes = [
      Attribute("name", DraftChoice.field(item)), Attribute("aria-label", "带入到 \(words)"),
      Attribute("autocomplete", "off"),
      Attribute("class", item.kind.isNumber ? "number" : nil),
    ]
    return .element("tr") {
      HTML.element("td", [Attribute("class", "tick")]) {
        HTML.void(
          "input",
          [
            Attribute("type", "checkbox"), Attribute("name", "take"), Attribute("value", item.id),
            Attribute("aria-label", "带入 \(words)"), Attribute("checked", when: choice.isTicked(item)),
          ])
      }
      HTML.element("th", [Attribute("scope", "row")]) {
        words + " "
        if item.isOnNewLine { HTML.element("span", [Attribute("class", "tag")]) { "新增" } }
      }
      HTML.element("td", [Attribute("class", item.kind.isNumber ? "num" : "excerpt")]) {
        item.kind.takesWords ? choice.names.named(BoundText(item.current)).text : item.current
      }
      HTML.element("td", [Attribute("class", "proposed")]) {
        if isLong {
          HTML.element("textarea", attributes + [Attribute("rows", "\(min(8, 1 + text.unicodeScalars.count / 40))")]) {
            text
          }
        } else {
          HTML.void("input", attributes + [Attribute("value", text)])
        }
      }
      HTML.element("td") { ground(item) }
    }
  }

  private func ground(_ item: CarryOver.Item) -> HTML {
    guard let ground = texts.ground(of: item.source) else { return .text(texts.title) }
    let start = OriginalView.anchor(of: ground.place, in: texts.report)
    return HTML {
      HTML.element("a", [Attribute("href", "#\(start)")]) { ground.confidence.words }
      if let problem = ground.problem { HTML.element("p", [Attribute("class", "problem")]) { problem } }
    }
  }
}
