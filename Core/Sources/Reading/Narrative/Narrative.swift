import Evaluation
import Text

/// All prose of a report, paragraph by paragraph.
public struct Narrative: Sendable {
  public let passages: [Passage]
  /// The bookmarks that a conversion shows in the text.
  public let bookmarks: [Bookmark]

  public init(passages: [Passage] = [], bookmarks: [Bookmark] = []) {
    self.passages = passages
    self.bookmarks = bookmarks
  }

  /// The paragraphs of a file, and what stands in its tables besides `forms`, which are counted from 0.
  public init(_ report: Report, besides forms: Set<Int> = []) {
    self = NarrativeDraft(report).narrative(besides: forms)
  }

  /// What is written in the sections of a filing's reports, as it reads.
  init(_ reports: [ReportReading]) {
    bookmarks = []
    passages = reports.flatMap { report in
      report.outline.sections.flatMap { section -> [Passage] in
        var outline = Outline(.section(report.address(section)), under: report.headings(above: section))
        let text = RunningText(report.text(section))
        var start = 0
        for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
          let end = start + line.unicodeScalars.count
          let part = TextPart(start..<end, of: text)
          if !part.isEmpty { outline.add(part) }
          start = end + 1
        }
        return outline.passages
      }
    }
  }
}

extension ReportReading {
  /// A section's own heading and those that it stands under.
  fileprivate func headings(above section: ReportOutline.Section) -> [Heading] {
    guard let index = outline.sections.firstIndex(where: { $0.id == section.id }) else { return [] }
    var path = [section]
    for earlier in outline.sections[..<index].reversed() where earlier.level < path[0].level {
      path.insert(earlier, at: 0)
    }
    return path.map { Heading(reading: $0.heading) }
  }
}
