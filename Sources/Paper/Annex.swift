import Evaluation
import OOXML

/// What stands under “附件1”.
struct Annex {
  let title: String
  let page: WordPage
  let blocks: [WordBlock]

  /// The forms in their order, then the reports beside the main one.
  static func all(
    _ layouts: [Calculation.SheetLayout], _ reports: [ReportBody], _ shown: ShownText
  ) throws(WordTable.LayoutDefect) -> [Annex] {
    var annexes: [Annex] = []
    for layout in layouts {
      let form = FormAnnex(layout, shown)
      annexes.append(Annex(title: form.title, page: form.page, blocks: try form.blocks()))
    }
    for report in reports {
      annexes.append(Annex(title: report.report.title, page: .officialPortrait, blocks: try report.blocks()))
    }
    return annexes
  }
}
