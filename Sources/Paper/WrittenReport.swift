import Evaluation

/// A report of a filing, its figures filled in.
struct WrittenReport {
  let id: String
  let title: String
  let sections: [Section]
  /// Something of its own is written: the texts that an outline begins with do not count.
  let isStarted: Bool

  struct Section {
    let id: String
    let level: Int
    let heading: String
    let isRequired: Bool
    /// As typed, with its bindings.
    let raw: String
    let text: String
  }

  /// nil for a sheet that is no report.
  init?(_ sheet: Sheet, _ shown: ShownText) {
    let filing = shown.calculation.filing
    guard case .report(_, let outline)? = filing.policies.definition(of: sheet) else { return nil }
    let places = filing.placeholders
    id = sheet.id
    isStarted = filing.isStarted(sheet)
    title = places.filled(into: outline.title)
    sections = outline.sections.map { section in
      let raw = sheet.entries[CellKey(section.id, "text")]?.text ?? ""
      return Section(
        id: section.id, level: section.level, heading: places.filled(into: section.heading),
        isRequired: section.isRequired, raw: raw, text: shown.rendered(BoundText(raw)))
    }
  }

  /// Nothing is written in any section: the report may be a file of its own.
  var isBlank: Bool { sections.allSatisfy(\.raw.isEmpty) }

  /// Without the optional ones at the end that nobody wrote; others stay, or the numbers would have gaps.
  var printedSections: ArraySlice<Section> {
    let last = sections.lastIndex { $0.isRequired || !$0.raw.isEmpty }
    return sections[..<(last.map { $0 + 1 } ?? 0)]
  }
}
