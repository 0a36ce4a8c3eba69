import Evaluation
import HTML
import Operations
import Reading
import Store

/// What a source would put into a filing, beside what stands there, to be ticked and corrected; and the source's words.
struct DraftView {
  let site: Site
  let loaded: LoadedFiling
  let visitor: Visitor
  let source: DraftSource
  let texts: DraftTexts
  /// What the person sent; nil for a page that was only asked for.
  var posted: FormFields?
  /// How many texts were just taken.
  var taken: Int?
  var notice = ""
  var problems: [FieldProblem] = []
  private let plan: CarryOver
  private let names: CellNames

  init(
    site: Site, loaded: LoadedFiling, visitor: Visitor, source: DraftSource, texts: DraftTexts,
    posted: FormFields? = nil, taken: Int? = nil
  ) {
    self.site = site
    self.loaded = loaded
    self.visitor = visitor
    self.source = source
    self.texts = texts
    self.posted = posted
    self.taken = taken
    plan = CarryOver(from: texts.calculation, into: loaded.calculation)
    names = CellNames(plan.room)
  }

  var address: String {
    switch source {
    case .earlierFiling: Route.draftOfEarlier(loaded.record.id).path
    case .predecessor(let filing): Route.draftOfPredecessor(loaded.record.id, filing).path
    case .file(let id): Route.draftFile(loaded.record.id, id).path
    }
  }

  // MARK: What was sent

  /// The sources of the texts that were ticked; of all that is beyond doubt in a sheet or everywhere, where the person
  /// asked for that.
  var chosen: Set<CellAddress> {
    if let part = posted?["sure"], !part.isEmpty {
      return Set(sure(in: part == Self.everywhere ? nil : part).map(\.source))
    }
    let ticked = Set(posted?.all("take") ?? [])
    return Set(plan.items.map(\.source).filter { ticked.contains($0.description) })
  }

  /// What the person wrote instead of the texts that were proposed.
  var corrected: [CellAddress: NamedText] {
    var corrected: [CellAddress: NamedText] = [:]
    for item in plan.items where chosen.contains(item.source) {
      guard let text = typed(item), text != shown(item).text else { continue }
      corrected[item.source] = NamedText(text, cells: shown(item).cells)
    }
    return corrected
  }

  private func typed(_ item: CarryOver.Item) -> String? {
    guard let posted, posted.fields.contains(where: { $0.name == Self.field(item) }) else { return nil }
    return posted[Self.field(item)].replacing("\r\n", with: "\n")
  }

  /// The text with cells by their names.
  private func shown(_ item: CarryOver.Item) -> NamedText {
    item.kind.takesWords ? names.named(BoundText(item.text)) : NamedText(item.text)
  }

  private static func field(_ item: CarryOver.Item) -> String { "text:\(item.id)" }

  /// What is ticked before the person says anything: what fills a blank and is beyond doubt.
  private func isTicked(_ item: CarryOver.Item) -> Bool {
    if let posted { return posted.all("take").contains(item.id) }
    return isSure(item)
  }

  private static let everywhere = "*"

  /// What fills a blank and is beyond doubt, in a sheet or in all.
  private func sure(in sheet: String?) -> [CarryOver.Item] {
    plan.items.filter { !$0.changesNothing && isSure($0) && (sheet == nil || $0.target.sheet == sheet) }
  }

  private func isSure(_ item: CarryOver.Item) -> Bool {
    guard item.fills else { return false }
    guard let ground = texts.ground(of: item.source) else { return true }
    return ground.problem == nil && ground.confidence != .doubtful
  }

  // MARK: The page

  var page: HTML {
    let open = plan.items.filter { !$0.changesNothing }
    return Shell(site: site, title: "导入 · \(loaded.record.unit.name)", visitor: visitor, isWide: texts.file != nil).page
    {
      FilingTabs(loaded: loaded, visitor: visitor, current: "draft").html
      HTML.element("h2") { "从“\(texts.title)”带入" }
      notices
      HTML.element("div", [Attribute("class", texts.file == nil ? "draft" : "draft with-original")]) {
        HTML.element("form", [Attribute("method", "post"), Attribute("action", address)]) {
          Fields.token(visitor)
          Fields.hidden("version", "\(loaded.record.version)")
          // What the Enter key presses: the first button of a form.
          HTML.element(
            "button",
            [Attribute("class", "visually-hidden"), Attribute("tabindex", "-1"), Attribute("aria-hidden", "true")]
          ) { "带入勾选的内容" }
          if open.isEmpty {
            HTML.element("div", [Attribute("class", "empty")]) { "没有可以带入的新内容。" }
          } else {
            HTML.element("p") { "共 \(open.count) 处与现有内容不同。已勾选的是有把握、可直接填入空白处的；其余请核对后自行勾选，内容可以先改再带入。" }
            table(open)
            HTML.element("div", [Attribute("class", "form-actions sticky-actions")]) {
              HTML.element("button", [Attribute("class", "primary")]) { "带入勾选的内容" }
              takeSure(in: nil, "带入全部有把握的", "")
              HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.draft(loaded.record.id).path)]) {
                "返回"
              }
            }
          }
          leftOver
        }
        if let file = texts.file, let report = texts.report {
          OriginalView(report: report, file: file).html
        }
      }
    }
  }

  @HTMLBuilder private var notices: HTML {
    if let taken {
      HTML.element("div", [Attribute("class", "notice success"), Attribute("role", "status")]) { "已带入 \(taken) 处。" }
    }
    if !notice.isEmpty {
      HTML.element("div", [Attribute("class", "notice warning"), Attribute("role", "alert")]) { notice }
    }
    if !problems.isEmpty {
      HTML.element("div", [Attribute("class", "notice error"), Attribute("role", "alert")]) {
        HTML.element("h2") { "有 \(problems.count) 处没有带入" }
        HTML.element("ul") {
          for problem in problems {
            HTML.element("li") { "\(caption(of: problem.field))：\(problem.message)" }
          }
        }
      }
    }
  }

  private func caption(of field: String) -> String {
    guard let address = CellAddress(field) else { return "" }
    return plan.room.definition(at: address)?.caption ?? loaded.filing.section(at: address)?.heading ?? ""
  }

  private func table(_ items: [CarryOver.Item]) -> HTML {
    .element(
      "div",
      [
        Attribute("class", "list-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
        Attribute("aria-label", "可带入的内容"),
      ]
    ) {
      HTML.element("table", [Attribute("class", "list draft-items")]) {
        HTML.element("thead") {
          HTML.element("tr") {
            HTML.element("th", [Attribute("scope", "col"), Attribute("class", "tick")]) { "带入" }
            for caption in ["位置", "现在", "带入的内容", "依据"] {
              HTML.element("th", [Attribute("scope", "col")]) { caption }
            }
          }
        }
        for sheet in plan.room.filing.sheets {
          let rows = items.filter { $0.target.sheet == sheet.id }
          if !rows.isEmpty {
            HTML.element("tbody") {
              HTML.element("tr", [Attribute("class", "group")]) {
                HTML.element("th", [Attribute("colspan", "5"), Attribute("scope", "rowgroup")]) {
                  title(of: sheet) + " "
                  takeSure(in: sheet.id, "带入有把握的", "quiet small")
                }
              }
              for item in rows { row(item) }
            }
          }
        }
      }
    }
  }

  /// A button for all that is beyond doubt, whatever is ticked; nothing where nothing is.
  private func takeSure(in sheet: String?, _ words: String, _ tone: String) -> HTML {
    let count = sure(in: sheet).count
    guard count > 0 else { return HTML() }
    let place = sheet.flatMap { plan.room.filing.sheet($0) }.map { "\(title(of: $0))：" } ?? ""
    return .element(
      "button",
      [
        Attribute("name", "sure"), Attribute("value", sheet ?? Self.everywhere),
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
    let text = typed(item) ?? shown(item).text
    let isLong = item.kind == .paragraph || text.unicodeScalars.count > 40
    let attributes = [
      Attribute("name", Self.field(item)), Attribute("aria-label", "带入到 \(words)"), Attribute("autocomplete", "off"),
      Attribute("class", item.kind.isNumber ? "number" : nil),
    ]
    return .element("tr") {
      HTML.element("td", [Attribute("class", "tick")]) {
        HTML.void(
          "input",
          [
            Attribute("type", "checkbox"), Attribute("name", "take"), Attribute("value", item.id),
            Attribute("aria-label", "带入 \(words)"), Attribute("checked", when: isTicked(item)),
          ])
      }
      HTML.element("th", [Attribute("scope", "row")]) {
        words + " "
        if item.isOnNewLine { HTML.element("span", [Attribute("class", "tag")]) { "新增" } }
      }
      HTML.element("td", [Attribute("class", item.kind.isNumber ? "num" : "excerpt")]) {
        item.kind.takesWords ? names.named(BoundText(item.current)).text : item.current
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

  // MARK: What is not taken

  @HTMLBuilder private var leftOver: HTML {
    let same = plan.items.count(where: \.changesNothing)
    if same > 0 { HTML.element("p", [Attribute("class", "muted")]) { "另有 \(same) 处与现有内容相同。" } }
    if !plan.leftOut.isEmpty {
      HTML.element("details", [Attribute("class", "panel")]) {
        HTML.element("summary") { "没有带入的 \(plan.leftOut.count) 处" }
        HTML.element("ul") {
          for item in plan.leftOut {
            HTML.element("li") { "\(item.caption)：\(Self.excerpt(item.text))（\(item.reason.words)）" }
          }
        }
      }
    }
    if let report = texts.report, !report.unplaced.isEmpty {
      HTML.element("details", [Attribute("class", "panel"), Attribute("id", "unplaced")]) {
        HTML.element("summary") { "文件中没有归入表格和章节的 \(report.unplaced.count) 处" }
        HTML.element("ul") {
          for part in report.unplaced {
            HTML.element("li") {
              HTML.element("a", [Attribute("href", "#\(OriginalView.anchor(of: part.place, in: report))")]) {
                "\(part.kind.words)"
              }
              " \(Self.excerpt(part.text))（\(part.reason.words)）"
            }
          }
        }
      }
    }
  }

  private static func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 60 ? line : String(line.prefix(60)) + "…"
  }
}
