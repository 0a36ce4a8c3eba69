import Evaluation
import OOXML

/// What stands under “附件1”.
struct Annex {
  let title: String
  let page: WordPage
  let blocks: [WordBlock]

  /// The forms in their order, then the reports beside the main one.
  static func all(
    _ layouts: [Calculation.SheetLayout], _ reports: [WrittenReport], _ shown: ShownText
  ) throws(WordTable.LayoutDefect) -> [Annex] {
    var annexes: [Annex] = []
    for layout in layouts {
      let form = FormAnnex(layout, shown)
      annexes.append(Annex(title: form.title, page: form.page, blocks: try form.blocks()))
    }
    return annexes
      + reports.map { Annex(title: $0.title, page: .officialPortrait, blocks: ReportBody(report: $0).blocks) }
  }
}
