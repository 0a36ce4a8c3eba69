import OOXML

/// The text of a written report: its title and its sections.
struct ReportBody {
  let report: WrittenReport

  var blocks: [WordBlock] {
    let title = TitleSetting.paragraph(
      report.title, style: .title, halfPoints: PaperStyles.title, width: WordPage.officialPortrait.textWidth)
    if report.isBlank { return [.paragraph(title)] }
    return [.paragraph(title)] + report.printedSections.flatMap(blocks(of:))
  }

  private func blocks(of section: WrittenReport.Section) -> [WordBlock] {
    let heading = WordParagraph(section.heading, style: .heading(min(max(section.level, 1), 3)))
    return [.paragraph(heading)] + Self.paragraphs(section.text).map { .paragraph($0) }
  }

  private static func paragraphs(_ text: String) -> [WordParagraph] {
    lines(text).map { WordParagraph($0, style: .bodyText) }
  }

  /// Those that are not blank; blanks before them give way to the indent.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop { $0.isWhitespace }
      return line.isEmpty ? nil : String(line)
    }
  }
}
