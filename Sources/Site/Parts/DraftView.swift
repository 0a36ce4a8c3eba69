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
  }

  var address: String {
    switch source {
    case .earlierFiling: Route.draftOfEarlier(loaded.record.id).path
    case .predecessor(let filing): Route.draftOfPredecessor(loaded.record.id, filing).path
    case .file(let id): Route.draftFile(loaded.record.id, id).path
    }
  }

  /// What the person took.
  var choice: DraftChoice { DraftChoice(plan, of: texts, posted: posted) }

  var page: HTML {
    let open = plan.items.filter { !$0.changesNothing }
    let table = DraftTable(loaded: loaded, choice: choice)
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
            table.html(open)
            HTML.element("div", [Attribute("class", "form-actions sticky-actions")]) {
              HTML.element("button", [Attribute("class", "primary")]) { "带入勾选的内容" }
              table.takeSure(in: nil, "带入全部有把握的", "")
              HTML.element("a", [Attribute("class", "button"), Attribute("href", Route.draft(loaded.record.id).path)]) {
                "返回"
              }
            }
          }
          DraftLeftOver(plan: plan, texts: texts).html
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
    if let otherUnit {
      HTML.element("div", [Attribute("class", "notice warning"), Attribute("role", "status")]) {
        "文件写的单位是“\(otherUnit)”，不是本单位，请确认没有选错文件。"
      }
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

  /// What the file calls its unit, where it is not this one; the unit may be called by a part of its name.
  private var otherUnit: String? {
    guard let report = texts.report, report.unitCode != loaded.record.unit.code.description,
      let stated = report.recognised.unit?.filter({ !$0.isWhitespace }), !stated.isEmpty
    else { return nil }
    let own = loaded.record.unit.name
    return own.contains(stated) || stated.contains(own) ? nil : stated
  }

  private func caption(of field: String) -> String {
    guard let address = CellAddress(field) else { return "" }
    return plan.room.definition(at: address)?.caption ?? loaded.filing.section(at: address)?.heading ?? ""
  }
}
