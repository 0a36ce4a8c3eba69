import Evaluation
import Figures
import HTML

/// A form of a policy as nobody has filled it in: the grid that the page and the paper draw, with what each cell takes.
struct EmptyForm {
  let policy: Policy
  let form: Form
  let layout: Calculation.SheetLayout

  /// nil where the form cannot be laid out.
  init?(_ form: Form, of policy: Policy) {
    guard let layout = Self.layout(of: form, in: policy) else { return nil }
    self.policy = policy
    self.form = form
    self.layout = layout
  }

  static func layout(of form: Form, in policy: Policy) -> Calculation.SheetLayout? {
    let unit = FilingUnit(code: "", name: "本单位", kind: .lead)
    let sheet = Sheet(id: form.id, form: form.id)
    return Calculation(Filing(unit: unit, year: policy.year, policies: PolicySet([policy]), sheets: [sheet]))
      .layout(of: form.id)
  }

  /// With a spare line wherever lines can be added.
  private var grid: FormGrid {
    FormLayout(
      form: form, policy: policy, sheet: layout.sheet, year: policy.year, unitName: "本单位", spareLines: 1
    ).grid()
  }

  var html: HTML {
    HTML {
      HTML.element(
        "div",
        [
          Attribute("class", "sheet-scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
          Attribute("aria-label", form.shortTitle),
        ]
      ) {
        HTML.element("table", [Attribute("class", form.isLandscape ? "sheet landscape blank" : "sheet blank")]) {
          HTML.element("caption") {
            layout.title + " "
            HTML.element("span", [Attribute("class", "unit-note")]) { "单位：\(policy.amounts.unit.rawValue)" }
          }
          let grid = grid
          HTML.element("colgroup") { HTML.void("col", [Attribute("span", "\(grid.width)")]) }
          HTML.element("tbody") {
            for row in grid.rows {
              HTML.element("tr", [Attribute("class", row.isHeader ? "columns" : nil)]) {
                for cell in row.cells { self.cell(cell, in: row) }
              }
            }
          }
        }
      }
      for note in form.notes { HTML.element("p", [Attribute("class", "sheet-notes")]) { note } }
      if !form.footer.isEmpty {
        HTML.element("p", [Attribute("class", "sheet-notes")]) {
          "表尾：" + form.footer.map(\.caption).joined(separator: "　")
        }
      }
      formulas
    }
  }

  private func cell(_ cell: FormGrid.Cell, in row: FormGrid.Row) -> HTML {
    let spans = [
      Attribute("colspan", cell.columnSpan == 1 ? nil : "\(cell.columnSpan)"),
      Attribute("rowspan", cell.rowSpan == 1 ? nil : "\(cell.rowSpan)"),
    ]
    switch cell.content {
    case .heading(let text):
      let style = cell.column == 0 && cell.rowSpan > 1 ? "side" : cell.rowSpan > 1 ? "group" : nil
      return .element(
        "th", [Attribute("scope", row.isHeader ? "col" : "rowgroup"), Attribute("class", style)] + spans
      ) { text }
    case .label(let text, let level):
      return .element(
        "th", [Attribute("scope", "row"), Attribute("class", level > 1 ? "label level\(level)" : "label")] + spans
      ) { text }
    case .fixed(let text): return .element("td", [Attribute("class", "cell fixed")] + spans) { text }
    case .empty: return .element("td", [Attribute("class", "empty-cell")] + spans) { HTML() }
    case .value(let definition, let prefix, _):
      return .element(
        "td",
        [
          Attribute("class", definition.source.formula == nil ? "takes" : "takes computed"),
          Attribute("title", definition.caption),
        ] + spans
      ) {
        if !prefix.isEmpty { HTML.element("span", [Attribute("class", "prefix")]) { prefix + " " } }
        HTML.element("span", [Attribute("class", "takes-what")]) {
          row.isSpare && definition.address.column == "name" ? "（新增的行）" : Self.words(definition)
        }
      }
    }
  }

  private static func words(_ definition: CellDefinition) -> String {
    if let choices = definition.choices { return choices.options.map { "□\($0)" }.joined(separator: " ") }
    let required = definition.isRequired ? "，必填" : ""
    switch definition.source {
    case .computed: return "自动计算"
    case .proposed, .scored: return "建议值\(required)"
    case .linesOrTyped, .typed: return PolicyWords.words(definition.kind) + required
    }
  }

  /// How the computed cells come about, each sentence once.
  private var formulas: HTML {
    var seen: Set<String> = []
    let told = layout.definitions.compactMap { definition -> (String, String)? in
      guard let formula = definition.source.formula else { return nil }
      let words = FormulaWords.words(formula, in: layout)
      return seen.insert("\(definition.caption) \(words)").inserted ? (definition.caption, words) : nil
    }
    guard !told.isEmpty else { return HTML() }
    return .element("details", [Attribute("class", "form-formulas")]) {
      HTML.element("summary") { "计算方法 \(told.count) 项" }
      HTML.element("ul") { for (caption, words) in told { HTML.element("li") { "\(caption) ＝ \(words)" } } }
    }
  }
}
