import Evaluation
import Figures
import OOXML

/// One filled form with its title, its notes and the line under it.
struct FormAnnex {
  private let layout: Calculation.SheetLayout
  private let shown: ShownText
  private var width: Length { page.textWidth }

  init(_ layout: Calculation.SheetLayout, _ shown: ShownText) {
    self.layout = layout
    self.shown = shown
  }

  var page: WordPage { layout.form.isLandscape ? .officialLandscape : .officialPortrait }

  /// A project's sheet with the project's name.
  var title: String {
    let title = shown.caption(layout.title)
    guard layout.form.kind == .projectEvaluation else { return title }
    let name = shown.text(at: CellAddress(layout.sheet.id, "project", "name"))
    return name.isEmpty ? title : "\(title)（\(name)）"
  }

  func blocks() throws(WordTable.LayoutDefect) -> [WordBlock] {
    let unit = WordParagraph(
      "单位：\(layout.policy.amounts.unit.rawValue)", style: .tableNote,
      format: WordParagraphFormat(alignment: .right, keepsWithNext: true))
    let title = TitleSetting.paragraph(
      shown.caption(layout.title), style: .annexTitle, halfPoints: PaperStyles.annexTitle, width: width)
    return [.paragraph(title), .paragraph(unit)]
      + (try FormTable(layout: layout, shown: shown, width: width).blocks()) + underTable.map { .paragraph($0) }
  }

  /// Notes and footer, on one page.
  private var underTable: [WordParagraph] {
    var paragraphs = notes + footer
    for index in paragraphs.indices.dropLast() { paragraphs[index].format.keepsWithNext = true }
    return paragraphs
  }

  private var notes: [WordParagraph] {
    layout.form.notes.enumerated().map { number, note in
      let isNamed = note.hasPrefix("说明") || note.hasPrefix("注")
      let text = number > 0 || isNamed ? note : "说明：\(note)"
      let hanging = number > 0 ? 0 : -3
      return WordParagraph(
        text, style: .tableNote,
        format: WordParagraphFormat(
          alignment: .left, firstLineIndent: .characters(hanging, halfPoints: PaperStyles.table),
          leftIndent: .characters(3, halfPoints: PaperStyles.table), spaceBefore: number == 0 ? .points(3) : nil))
    }
  }

  /// 填表人 and the like on one line, with room to write by hand where nothing is typed.
  private var footer: [WordParagraph] {
    let fields = zip(layout.form.footer, layout.footer).filter { !shown.isLeftOut($1.address) }
    guard !fields.isEmpty else { return [] }
    let texts = fields.map { field, definition in
      let text = shown.text(at: definition.address)
      return "\(field.caption)：\(text.isEmpty ? "　　　　" : text)"
    }
    return [
      WordParagraph(
        texts.joined(separator: "　　"), style: .tableNote,
        format: WordParagraphFormat(alignment: .left, spaceBefore: .points(3)))
    ]
  }
}
