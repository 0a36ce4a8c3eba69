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
      + (try FormTable(layout: layout, shown: shown, width: width, holdsNext: !footer.isEmpty).blocks())
      + underTable.map { .paragraph($0) }
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

  /// 填表人 and the like on one line, on two where that is too short: no caption is broken. Where nothing is typed there is
  /// room to write by hand.
  private var footer: [WordParagraph] {
    let fields = zip(layout.form.footer, layout.footer).filter { !shown.isLeftOut($1.address) }
    guard !fields.isEmpty else { return [] }
    let texts = fields.map { field, definition in
      let text = shown.text(at: definition.address)
      return "\(field.caption)：\(text.isEmpty ? "　　　　" : text)"
    }
    let gap = "　　"
    let room = width.twips / (PaperStyles.table * 5)
    let isShort = shown.isTemplate || TextWidth.halves(texts.joined(separator: gap)) <= room
    let half = isShort ? texts.count : (texts.count + 1) / 2
    return stride(from: 0, to: texts.count, by: half).map { start in
      WordParagraph(
        texts[start..<min(start + half, texts.count)].joined(separator: gap), style: .tableNote,
        format: WordParagraphFormat(alignment: .left, spaceBefore: start == 0 ? .points(3) : nil))
    }
  }
}
