import Evaluation
import Text

/// The paragraphs of one section of a report, or of a whole file, with all that follows from them alone.
final class ProseGroup: Sendable {
  /// The section's text as it reads; nil for a file.
  let text: String?
  let passages: [Passage]
  /// Whoever looks for telephone numbers alone never asks for them.
  private let read: Lazy<TextGroup<PassageStatements>>
  let writings: TextGroup<Writing>

  /// `year` is the report's, 0 where it is unknown; `unit` is whose report it is.
  init(_ passages: [Passage], text: String? = nil, year: Int, unit: String) {
    self.text = text
    self.passages = passages
    let writings = TextGroup(passages.map { Writing(.passage($0), $0.text) })
    self.writings = writings
    read = Lazy {
      TextGroup(
        zip(passages, writings.texts).map { passage, writing in
          PassageStatements(PassageReading(passage, as: writing), year: year, unit: unit)
        })
    }
  }

  var statements: TextGroup<PassageStatements> { read.value }

  /// Every section of a report; those that read as in `earlier`, which has the same sections, are kept.
  static func all(of report: ReportReading, after earlier: [ProseGroup]?, year: Int, unit: String) -> [ProseGroup] {
    report.outline.sections.enumerated().map { index, section in
      let text = report.text(section)
      if let kept = earlier?[index], kept.text == text { return kept }
      return ProseGroup(report.passages(of: section), text: text, year: year, unit: unit)
    }
  }
}
