import OOXML
import Reading

/// The text of a report: its title with its sections, or with what was read from the files that were uploaded instead.
struct ReportBody {
  let report: WrittenReport
  var uploads: [ReportContent] = []

  /// Whether a file was handed in for it.
  var isAttached = false

  /// There is something to print beside what an outline begins with.
  var isWritten: Bool { report.isStarted || !uploads.isEmpty }
  /// What an outline begins with gives way to a file.
  var isInFile: Bool { !report.isStarted && (isAttached || !uploads.isEmpty) }

  func blocks() throws(WordTable.LayoutDefect) -> [WordBlock] {
    let title = TitleSetting.paragraph(
      report.title, style: .title, halfPoints: PaperStyles.title, width: WordPage.officialPortrait.textWidth)
    if isInFile || report.isBlank {
      var blocks: [WordBlock] = [.paragraph(title)]
      for content in uploads { blocks += try UploadedBody(content: content, title: report.title).blocks() }
      return blocks
    }
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
