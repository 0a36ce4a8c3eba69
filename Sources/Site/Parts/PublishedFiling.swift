import Evaluation
import HTML
public import Operations
import Reading

extension PublicFiling {
  /// The markup that is kept of it for the public.
  public var page: String { String(decoding: PublishedFiling(copy: self).html.bytes, as: UTF8.self) }
}

/// The report and the forms of a public copy, as they are kept for the public: nothing that leads into the system.
struct PublishedFiling {
  let copy: PublicFiling
  private var loaded: LoadedFiling { copy.loaded }

  var html: HTML {
    let parts = sheets.compactMap { sheet -> (title: String, html: HTML)? in
      switch loaded.filing.policies.definition(of: sheet) {
      case .report(_, let outline)?:
        report(sheet, outline).map { (loaded.filing.placeholders.filled(into: outline.title), $0) }
      case .form?: form(sheet.id).map { (title(of: sheet.id), $0) }
      case nil: nil
      }
    }
    return HTML {
      if parts.count > 1 {
        HTML.element("nav", [Attribute("class", "subtabs"), Attribute("aria-label", "本页内容")]) {
          for (number, part) in parts.enumerated() {
            HTML.element("a", [Attribute("href", "#part-\(number + 1)")]) { part.title }
          }
        }
      }
      for (number, part) in parts.enumerated() {
        HTML.element("div", [Attribute("id", "part-\(number + 1)")]) { part.html }
      }
    }
  }

  private func title(of sheet: String) -> String {
    let layout = loaded.calculation.layout(of: sheet)
    return layout?.form.kind == .projectEvaluation
      ? ProjectNames.name(of: sheet, in: loaded) : layout?.form.shortTitle ?? ""
  }

  /// As in the Word document: the main report, the forms, the reports beside it.
  private var sheets: [Sheet] {
    let reports = loaded.filing.sheets.filter { loaded.calculation.layout(of: $0.id) == nil }
    let forms = loaded.filing.sheets.filter { loaded.calculation.layout(of: $0.id) != nil }
    return reports.prefix(1) + forms + reports.dropFirst()
  }

  private func report(_ sheet: Sheet, _ outline: ReportOutline) -> HTML? {
    let places = loaded.filing.placeholders
    let texts = outline.sections.map { sheet.entries[CellKey($0.id, "text")]?.text ?? "" }
    let uploads = copy.uploads[outline.id] ?? []
    guard loaded.filing.isStarted(sheet) || !uploads.isEmpty else { return nil }
    if !uploads.isEmpty { return report(places.filled(into: outline.title), uploads) }
    return .element("section", [Attribute("class", "published report")]) {
      HTML.element("h2") { places.filled(into: outline.title) }
      for (section, text) in printed(outline, texts) {
        HTML.element(section.level == 1 ? "h3" : "h4") { places.filled(into: section.heading) }
        for line in text.split(separator: "\n") { HTML.element("p") { String(line) } }
      }
    }
  }

  private func report(_ title: String, _ uploads: [ReportContent]) -> HTML {
    .element("section", [Attribute("class", "published report uploaded")]) {
      HTML.element("h2") { title }
      for content in uploads { PublishedReport(content: content, title: title).html }
    }
  }

  /// As in the Word document: without the optional ones at the end that nobody wrote; others stay, or the numbers would
  /// have gaps.
  private func printed(
    _ outline: ReportOutline, _ texts: [String]
  ) -> ArraySlice<(ReportOutline.Section, String)> {
    let sections = Array(zip(outline.sections, texts))
    let last = sections.lastIndex { $0.0.isRequired || !$0.1.isEmpty }
    return sections[..<(last.map { $0 + 1 } ?? 0)]
  }

  private func form(_ sheet: String) -> HTML? {
    guard let layout = loaded.calculation.layout(of: sheet) else { return nil }
    let laidOut = SheetTable(loaded: loaded, layout: layout, isEditable: false, isPublic: true).laidOut
    return .element("section", [Attribute("class", "published")]) {
      laidOut.table
      laidOut.notes
    }
  }
}
