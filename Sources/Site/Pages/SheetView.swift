import Evaluation
import Figures
import HTML
import Operations
import Store

/// The page of one sheet.
struct SheetView {
  let site: Site
  let loaded: LoadedFiling
  let visitor: Visitor
  let sheet: String
  /// What stood in changed cells at the reader's last look.
  var before: [CellAddress: String]
  /// Who changed a cell last and when, by its address.
  var changed: [String: String] = [:]
  /// The form's table, where it is laid out already.
  var laidOut: SheetTable.LaidOut?
  /// Open notes about places of this sheet.
  var notes: [ReviewNote] = []
  /// Why it came back, while it is corrected.
  var returned: ReturnNotice?
  /// What stands beside a report that is being written.
  var lastYear: LastYearsReport?
  private var typed: [String: String] = [:]
  private var problems: [FieldProblem] = []

  init(site: Site, loaded: LoadedFiling, visitor: Visitor, sheet: String, before: [CellAddress: String]) {
    self.site = site
    self.loaded = loaded
    self.visitor = visitor
    self.sheet = sheet
    self.before = before
  }

  /// Shows what was not taken beside the fields, with the typing kept.
  mutating func refuse(_ outcome: EditFiling.Outcome, typed form: FormFields) {
    problems = outcome.problems
    let names = outcome.conflicts.isEmpty ? nil : CellNames(outcome.after.calculation)
    for conflict in outcome.conflicts {
      let theirs = names?.named(BoundText(conflict.theirs)).text ?? conflict.theirs
      let yours = form[conflict.cell.description]
      problems.append(
        FieldProblem(conflict.cell.description, "他人已改为“\(theirs)”，您填的是“\(yours)”。再次保存将采用您填的内容。"))
    }
    for problem in problems { typed[problem.field] = form[problem.field] }
  }

  /// nil where the filing has no such sheet.
  var page: HTML? {
    guard let content = loaded.filing.sheet(sheet) else { return nil }
    let body: HTML
    var outline = HTML()
    switch loaded.filing.policies.definition(of: content) {
    case .form: body = form
    case .report(_, let report):
      var view = ReportView(loaded: loaded, sheet: sheet, report: report, isEditable: canEdit)
      view.typed = typed
      view.problems = messages
      view.changed = changed
      view.lastYear = lastYear
      let sections = view.sections
      body = canEdit ? editor(hasFormulaBar: false) { sections } : Self.reading(sections)
      outline = view.outline
    case nil: return nil
    }
    return Shell(site: site, title: title, visitor: visitor, isWide: true, hasEditor: canEdit, hasReader: !canEdit).page
    {
      FilingTabs(loaded: loaded, visitor: visitor, current: sheet).html
      Fields(problems: problems).summary
      lockNotice
      returned?.html() ?? HTML()
      openNotes
      HTML.element("div", [Attribute("class", outline.isEmpty ? "workbench" : "workbench report")]) {
        outline
        body
        FindingsView(loaded: loaded, sheet: sheet, visitor: visitor, canExplain: canEdit).panel
      }
    }
  }

  private var title: String {
    let name = loaded.calculation.layout(of: sheet)?.form.shortTitle ?? "自评报告"
    return "\(name) · \(loaded.record.unit.name)"
  }

  private var messages: [String: String] {
    Dictionary(problems.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a script tells of the cell that is looked at, with the way to its history and to a note about it.
  private var readerBar: HTML {
    let roles = visitor.person.posts.roles(towards: loaded.record.unit.code)
    let mayNote =
      !loaded.task.isClosed && ReviewNoteKind.remark.isOpen(to: roles, in: loaded.record.stage, isReviewed: false)
    let id = loaded.record.id
    return .element(
      "div",
      [
        Attribute("class", "formulabar"), Attribute("data-reader-bar", ""), Attribute("role", "status"),
        Attribute("data-history", Route.history(id).path + "?cell="),
        Attribute("data-notes", mayNote ? Route.notes(id).path + "?place=" : nil),
      ]
    ) { HTML() }
  }

  private static func reading(_ content: HTML) -> HTML {
    .element("div", [Attribute("class", "editor readonly")]) { content }
  }
  var canEdit: Bool { (try? loaded.demandEditable(by: visitor.person)) != nil }

  private var openNotes: HTML {
    guard !notes.isEmpty else { return HTML() }
    return .element("div", [Attribute("class", "notice warning")]) {
      HTML.element("h2") { "本表有 \(notes.count) 条待处理的批注" }
      HTML.element("ul") {
        for note in notes {
          HTML.element("li") {
            if let place = note.place {
              HTML.element("a", [Attribute("href", "#\(place.description.replacing("/", with: "_"))")]) {
                NotesPage.words(place, loaded)
              }
            }
            "：\(note.text) "
            HTML.element("a", [Attribute("href", "\(Route.notes(loaded.record.id).path)#note-\(note.id)")]) { "答复" }
          }
        }
      }
    }
  }

  private var lockNotice: HTML {
    guard !canEdit, loaded.record.stage != .drafting,
      visitor.person.posts.roles(towards: loaded.record.unit.code).contains(.handler)
    else { return HTML() }
    return .element("div", [Attribute("class", "notice info")]) {
      "当前为“\(loaded.record.stage.title)”，内容只能查看。"
    }
  }

  private var form: HTML {
    guard let layout = loaded.calculation.layout(of: sheet) else { return HTML() }
    let laidOut = laidOut ?? table(of: layout).laidOut
    let content = HTML {
      trees(layout)
      laidOut.table
      removedNodes(layout)
      laidOut.notes
      projectButtons(layout)
    }
    guard canEdit else {
      return Self.reading(
        HTML {
          readerBar
          content
        })
    }
    return editor(hasFormulaBar: true) { content }
  }

  func table(of layout: Calculation.SheetLayout) -> SheetTable {
    var table = SheetTable(loaded: loaded, layout: layout, isEditable: canEdit)
    table.typed = typed
    table.problems = messages
    table.before = before
    table.changed = changed
    table.tellsCells = !canEdit
    return table
  }

  func editor(hasFormulaBar: Bool, style: String = "editor", @HTMLBuilder _ content: () -> HTML) -> HTML {
    let path = Route.sheet(loaded.record.id, sheet).path
    return .element(
      "form",
      [
        Attribute("class", style), Attribute("method", "post"), Attribute("action", path),
        Attribute("autocomplete", "off"), Attribute("data-filing", "\(loaded.record.id)"),
        Attribute("data-save", Route.cells(loaded.record.id).path),
        Attribute("data-history", Route.history(loaded.record.id).path + "?cell="),
        Attribute("data-findings-from", Route.findings(loaded.record.id).path),
        Attribute("data-names", hasFormulaBar ? Route.indicatorNames(loaded.record.id, sheet).path : nil),
        Attribute("data-version", "\(loaded.record.version)"), Attribute("data-sheet", sheet),
        Attribute("data-person", "\(visitor.person.id)"),
        Attribute("data-sign-in", "\(Route.signIn.path)?next=\(path)"),
      ]
    ) {
      Fields.token(visitor)
      Fields.hidden("version", "\(loaded.record.version)")
      HTML.element("div", [Attribute("class", "savebar")]) {
        HTML.element(
          "span", [Attribute("class", "save-state"), Attribute("data-save-state", ""), Attribute("role", "status")]
        ) { "已保存 \(Moment(loaded.record.updatedAt).clock)" }
        HTML.element("span", [Attribute("class", "tools"), Attribute("data-tools", "")]) { HTML() }
        HTML.element(
          "button",
          [Attribute("class", "small"), Attribute("name", "action"), Attribute("value", "save")]
        ) { "保存" }
      }
      if hasFormulaBar {
        HTML.element("div", [Attribute("class", "formulabar"), Attribute("data-formula-bar", "")]) { HTML() }
      }
      content()
    }
  }
}
