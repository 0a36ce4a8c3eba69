import Evaluation
import HTML
import Operations
import Rules
import Text

/// A report in the sections of its outline, to be written or to be read. Cells stand in its texts by their names.
struct ReportView {
  let loaded: LoadedFiling
  let sheet: String
  let report: ReportOutline
  let isEditable: Bool
  /// Typed texts that were not taken, by address.
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  /// Who changed a section last and when, by its address.
  var changed: [String: String] = [:]
  /// What the same report said a year before; nil where that is not known.
  var lastYear: LastYearsReport?
  let names: CellNames

  init(loaded: LoadedFiling, sheet: String, report: ReportOutline, isEditable: Bool) {
    self.loaded = loaded
    self.sheet = sheet
    self.report = report
    self.isEditable = isEditable
    names = CellNames(loaded.calculation)
  }

  /// The headings down the left, with what is still missing.
  var outline: HTML {
    let flags = FindingsView.flags(of: loaded)
    return .element("nav", [Attribute("class", "outline"), Attribute("aria-label", "提纲")]) {
      HTML.element("ol") { for section in report.sections { outlineItem(section, flags[address(section)]) } }
    }
  }

  /// The narrative in its sections, with figures that follow the cells.
  var sections: HTML {
    let findings = FindingsView.openFindings(of: loaded)
    return HTML {
      for section in report.sections { self.section(section, findings[address(section)] ?? []) }
      if isEditable { cellList }
    }
  }

  enum SectionState {
    case blank, written
    /// It says what its outline begins it with.
    case begun
  }

  func state(of section: ReportOutline.Section) -> SectionState {
    let text = loaded.filing.entry(at: address(section))?.text ?? ""
    return text.isBlank ? .blank : loaded.filing.isOwn(text, in: section) ? .written : .begun
  }

  func address(_ section: ReportOutline.Section) -> CellAddress { CellAddress(sheet, section.id, "text") }
  func identifier(_ section: ReportOutline.Section) -> String { "\(sheet)_\(section.id)_text" }
  func bound(_ section: ReportOutline.Section) -> BoundText {
    BoundText(loaded.filing.entry(at: address(section))?.text ?? "")
  }

  private func outlineItem(_ section: ReportOutline.Section, _ flag: Severity?) -> HTML {
    let state = state(of: section)
    let blank = section.isRequired ? "未写" : "可不写"
    let classes = [
      section.level == 1 ? "level1" : nil,
      state == .written ? "filled" : state == .blank && section.isRequired ? "missing" : nil,
      flag.flatMap { $0 > .info ? "flagged \($0.rawValue)" : nil },
    ]
    return .element("li") {
      HTML.element(
        "a",
        [
          Attribute("href", "#\(identifier(section))"), Attribute("data-outline", address(section).description),
          Attribute("data-blank", blank), Attribute("data-required", when: section.isRequired),
          Attribute("data-starter", names.named(BoundText(loaded.filing.starter(of: section))).text),
          Attribute("class", classes.compactMap(\.self).joined(separator: " ")),
        ]
      ) {
        section.heading + " "
        HTML.element("span", [Attribute("class", "outline-state")]) {
          switch state {
          case .written: "已写"
          case .begun: "已预填"
          case .blank: blank
          }
        }
      }
    }
  }

  /// Every cell that can stand in a text, for choosing one while writing.
  private var cellList: HTML {
    .element("datalist", [Attribute("id", "cell-names")]) {
      for definition in loaded.calculation.layouts.flatMap(\.definitions) {
        HTML.element(
          "option",
          [
            Attribute("value", names.name(of: definition.address)),
            Attribute("data-cell", definition.address.description),
          ]
        ) { loaded.calculation.spokenText(at: definition.address) ?? "" }
      }
    }
  }
}
