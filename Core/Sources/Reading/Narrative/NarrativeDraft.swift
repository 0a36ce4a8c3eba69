/// The paragraphs of a report, read once, before it is known which of its tables are forms.
struct NarrativeDraft {
  private let parts: [Part]
  private let bookmarks: [Bookmark]

  private enum Part {
    case passage(Passage)
    /// A table with the headings and the annex that it stands under.
    case table(ReportTable, headings: [Heading], annex: Int)
  }

  init(_ report: Report) {
    var outline = Outline(.file)
    parts = report.blocks.compactMap { block in
      switch block {
      case .paragraph(let part):
        outline.add(part)
        return outline.passages.last.map { .passage($0) }
      case .table(let table):
        outline.endTitle()
        return .table(table, headings: outline.headings, annex: outline.annex)
      }
    }
    bookmarks = report.text.bookmarks
  }

  /// What the whole report and its annexes are called.
  var titles: [Passage] {
    parts.compactMap { part in
      if case .passage(let passage) = part, passage.role == .title { passage } else { nil }
    }
  }

  /// The paragraphs, and what stands in the tables besides `forms`, which are counted from 0.
  func narrative(besides forms: Set<Int> = []) -> Narrative {
    var passages: [Passage] = []
    var number = 0
    for part in parts {
      switch part {
      case .passage(let passage): passages.append(passage)
      case .table(let table, let headings, let annex):
        for row in table.rows {
          let filled = row.filter { !$0.isEmpty }
          // In a form a row with one filled cell is a note, or a line left as it was printed.
          guard !forms.contains(number) || filled.count == 1 else { continue }
          passages += filled.map { Outline.cell($0, of: .file, under: headings, annex: annex) }
        }
        number += 1
      }
    }
    return Narrative(passages: passages, bookmarks: bookmarks)
  }
}
