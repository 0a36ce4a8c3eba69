public import Evaluation
import Text

extension Narrative {
  /// Every text that somebody wrote into a filing, cells and sections alike, each with the address of its cell as its
  /// source. Fields that copies mask anyway are left out.
  public init(wordsOf calculation: Calculation) {
    let cells = calculation.sheets.flatMap { Writing.cells(of: $0, besides: nil) }.compactMap { writing -> Passage? in
      guard case .cell(let cell) = writing.origin else { return nil }
      return Passage(
        source: .section(cell.address), part: TextPart(writing.text, at: 0), role: .body, headings: [], annex: 0,
        figures: WrittenFigure.found(in: writing.text))
    }
    let sections = ReportReading.all(in: calculation).flatMap { report in
      report.outline.sections.flatMap(report.passages(of:))
    }
    self.init(passages: sections + cells)
  }
}
