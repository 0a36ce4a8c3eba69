public import Evaluation
import Figures
public import OOXML

extension FilingPlaceholders {
  /// What stands in place of the names for one filing.
  public func values(of calculation: Calculation, personal: PersonalFields = .shown) -> TemplateValues {
    PlaceholderValues(ShownText(calculation, personal)).values
  }
}

/// The values of one filing under their keys.
struct PlaceholderValues {
  private let shown: ShownText
  private let reports: [WrittenReport]
  private let forms: [Calculation.SheetLayout]
  private let projects: [Calculation.SheetLayout]

  init(_ shown: ShownText) {
    self.shown = shown
    reports = shown.calculation.filing.sheets.compactMap { WrittenReport($0, shown) }
    forms = shown.calculation.layouts.filter { $0.form.kind != .projectEvaluation }
    projects = shown.calculation.layouts.filter { $0.form.kind == .projectEvaluation }
  }

  var values: TemplateValues {
    var values = TemplateValues(texts: general)
    for report in reports { add(report, to: &values) }
    for layout in forms {
      for definition in layout.definitions {
        values.texts[definition.address.description] = TemplateText(printed(definition, in: layout))
      }
      values.lists.merge(lists(of: layout, prefix: layout.sheet.id + "/")) { first, _ in first }
    }
    values.lists[PlaceholderKey.projects] = numbered(projects.map(project))
    let annexes = shown.calculation.layouts.map { FormAnnex($0, shown).title } + sideReports.map(\.title)
    values.lists[PlaceholderKey.annexes] = numbered(
      annexes.map { TemplateValues(texts: [PlaceholderKey.title: TemplateText($0)]) })
    return values
  }

  private var sideReports: [WrittenReport] { reports.dropFirst().filter(\.isStarted) }

  private var general: [String: TemplateText] {
    let filing = shown.calculation.filing
    let main =
      shown.calculation.sheets.first { $0.layout.form.kind == .selfEvaluation } ?? shown.calculation.sheets.last
    let grade = main?.value("sum", "score").flatMap { main?.layout.policy.grades.grade(for: $0)?.label } ?? ""
    return [
      PlaceholderKey.unit: TemplateText(filing.unit.name), PlaceholderKey.code: TemplateText(filing.unit.code),
      PlaceholderKey.year: TemplateText(String(filing.year)),
      PlaceholderKey.lastYear: TemplateText(String(filing.year - 1)),
      PlaceholderKey.amountUnit: TemplateText(shown.calculation.layouts.first?.policy.amounts.unit.rawValue ?? ""),
      PlaceholderKey.grade: TemplateText(grade),
    ]
  }

  private func printed(_ definition: CellDefinition, in layout: Calculation.SheetLayout) -> String {
    shown.printed(definition, in: layout.form)
  }

  private func add(_ report: WrittenReport, to values: inout TemplateValues) {
    values.texts[PlaceholderKey.title(of: report.id)] = TemplateText(report.title)
    let sections = report.isBlank ? [] : Array(report.printedSections)
    values.texts[PlaceholderKey.text(of: report.id)] = TemplateText(
      sections.flatMap { section in
        [TemplateText.Line(section.heading, level: min(max(section.level, 1), 3))] + lines(of: section)
      })
    for section in report.sections {
      values.texts[PlaceholderKey.section(section.id, of: report.id)] = TemplateText(lines(of: section))
    }
    values.lists[PlaceholderKey.sections(of: report.id)] = numbered(
      sections.map { section in
        TemplateValues(texts: [
          PlaceholderKey.heading: TemplateText(section.heading), PlaceholderKey.text: TemplateText(lines(of: section)),
        ])
      })
  }

  private func lines(of section: WrittenReport.Section) -> [TemplateText.Line] {
    ReportBody.lines(section.text).map { TemplateText.Line($0) }
  }

  // MARK: Lists

  private func lists(of layout: Calculation.SheetLayout, prefix: String) -> [String: [TemplateValues]] {
    var lists: [String: [TemplateValues]] = [:]
    for block in layout.form.blocks {
      switch block {
      case .grid: break
      case .indicators: lists[prefix + PlaceholderKey.indicators] = numbered(indicators(of: layout))
      case .table(let table):
        let rules =
          table.rows.compactMap { row in row.lines.map { (row.id, $0) } } + (table.lines.map { [(table.id, $0)] } ?? [])
        for (under, rule) in rules { lists[prefix + under] = numbered(lines(of: layout, under: under, rule)) }
      }
    }
    return lists
  }

  private func lines(
    of layout: Calculation.SheetLayout, under: String, _ rule: LineRule
  ) -> [TemplateValues] {
    layout.sheet.lines(under: under).enumerated().map { number, row in
      var texts = self.texts(of: row.id, in: layout)
      if rule.isNumbered { texts["name"] = TemplateText("\(rule.placeholder)\(number + 1)") }
      return TemplateValues(texts: texts)
    }
  }

  private func texts(of row: String, in layout: Calculation.SheetLayout) -> [String: TemplateText] {
    var texts: [String: TemplateText] = [:]
    for definition in layout.definitions where definition.address.row == row {
      texts[definition.address.column] = TemplateText(printed(definition, in: layout))
    }
    return texts
  }

  private func indicators(of layout: Calculation.SheetLayout) -> [TemplateValues] {
    guard let tree = layout.policy.tree(layout.sheet.tree) else { return [] }
    return tree.groups.flatMap { group in
      group.nodes.filter { !layout.sheet.removedNodes.contains($0.id) }.flatMap { node in
        layout.sheet.lines(under: node.id).map { row in
          var texts = self.texts(of: row.id, in: layout)
          texts[PlaceholderKey.group] = TemplateText(group.label)
          texts[PlaceholderKey.node] = TemplateText(node.label)
          return TemplateValues(texts: texts)
        }
      }
    }
  }

  private func project(_ layout: Calculation.SheetLayout) -> TemplateValues {
    var values = TemplateValues()
    for definition in layout.definitions {
      values.texts["\(definition.address.row)/\(definition.address.column)"] =
        TemplateText(printed(definition, in: layout))
    }
    let annex = shown.calculation.layouts.firstIndex { $0.sheet.id == layout.sheet.id } ?? 0
    values.texts[PlaceholderKey.annex] = TemplateText(String(annex + 1))
    values.lists = lists(of: layout, prefix: "")
    return values
  }

  private func numbered(_ items: [TemplateValues]) -> [TemplateValues] {
    items.enumerated().map { number, item in
      var item = item
      item.texts[PlaceholderKey.number] = TemplateText(String(number + 1))
      item.texts[PlaceholderKey.isLast] = number == items.count - 1 ? "是" : ""
      return item
    }
  }
}
