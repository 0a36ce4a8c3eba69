import Evaluation
import Text

/// All prose of a report, paragraph by paragraph.
public struct Narrative: Sendable {
  /// In the order of the text, cells of tables in their places.
  public let passages: [Passage]
  /// The bookmarks that a conversion shows in the text.
  public let bookmarks: [Bookmark]

  public init(passages: [Passage] = [], bookmarks: [Bookmark] = []) {
    self.passages = passages
    self.bookmarks = bookmarks
  }

  /// The paragraphs of a file, and what stands in the rows of its tables.
  public init(_ report: Report) {
    let isDecimal = report.blocks.contains { block in
      guard case .paragraph(let part) = block else { return false }
      return HeadingNumber(of: part.text)?.style == .decimal
    }
    var outline = Outline(.file, isDecimal: isDecimal)
    for block in report.blocks {
      switch block {
      case .paragraph(let part): outline.add(part)
      case .table(let table):
        outline.endTitle()
        for cell in table.rows.joined() where !cell.isEmpty { outline.addCell(cell) }
      }
    }
    passages = outline.passages
    bookmarks = report.text.bookmarks
  }

  /// Without the rows of the file's tables that belong to `forms`.
  func without(_ forms: Set<RowPlace>, of report: Report) -> Narrative {
    var cells: Set<Int> = []
    for (number, table) in report.tables.enumerated() {
      for (index, row) in table.rows.enumerated() where forms.contains(RowPlace(table: number, row: index)) {
        let filled = row.filter { !$0.isEmpty }
        // In a form a row with one filled cell is a note, or a line left as it was printed.
        if filled.count > 1 { cells.formUnion(filled.map(\.start)) }
      }
    }
    return Narrative(
      passages: passages.filter { $0.role != .cell || !cells.contains($0.part.start) }, bookmarks: bookmarks)
  }

  init(_ groups: [ProseGroup]) {
    bookmarks = []
    passages = groups.flatMap(\.passages)
  }
}

extension ReportReading {
  /// What is written in a section, as it reads.
  func passages(of section: ReportOutline.Section) -> [Passage] {
    let text = text(section)
    guard !text.isBlank else { return [] }
    var outline = Outline(.section(address(section)), under: headings(above: section))
    let running = RunningText(text)
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.unicodeScalars.count
      let part = TextPart(start..<end, of: running)
      if !part.isEmpty { outline.add(part) }
      start = end + 1
    }
    return outline.passages
  }

  /// A section's own heading and those that it stands under.
  private func headings(above section: ReportOutline.Section) -> [Heading] {
    guard let index = outline.sections.firstIndex(where: { $0.id == section.id }) else { return [] }
    var path = [section]
    for earlier in outline.sections[..<index].reversed() where earlier.level < path[0].level {
      path.insert(earlier, at: 0)
    }
    return path.map { Heading(reading: $0.heading) }
  }
}
