public import Evaluation
public import OOXML
public import Reading

/// A filing as the official document: cover, report, list of annexes, and each form as an annex.
public struct FilingDocument: Sendable {
  /// Ready to be written out: see `WordDocument.bytes`.
  public let word: WordDocument

  /// `filledOn` is printed as it is: "2025年3月15日". `uploads` are reports that were read from files, by their
  /// outlines: they stand where nothing is written here.
  ///
  /// Throws where a form's cells overlap or leave its width, which is a fault of the policy.
  public init(
    _ calculation: Calculation, fonts: PaperFonts = .standard, personal: PersonalFields = .shown,
    filledOn: String? = nil, uploads: [String: [ReportContent]] = [:]
  ) throws(WordTable.LayoutDefect) {
    let shown = ShownText(calculation, personal)
    let filing = calculation.filing
    let attached = Set(filing.policies.attachments.filter { filing.attached.contains($0.id) }.compactMap(\.outline))
    let reports = filing.sheets.compactMap { WrittenReport($0, shown) }.map {
      ReportBody(report: $0, uploads: uploads[$0.id] ?? [], isAttached: attached.contains($0.id))
    }
    let title = reports.first?.report.title ?? "\(filing.year)年度\(filing.unit.name)绩效自评报告"
    let annexes = try Annex.all(calculation.layouts, reports.dropFirst().filter(\.isWritten), shown)

    var pages = PageRun(footer: .dashedPageNumbers(font: WordFont(fonts.pageNumber)))
    let list = AnnexList.paragraphs(annexes.map(\.title), year: filing.year)
    let front = try Self.front(reports.first, list, filing, filledOn)
    pages.add(front, on: .officialPortrait)
    for (index, annex) in annexes.enumerated() {
      let startsPage = !pages.needsNewSection(for: annex.page)
      let mark = AnnexList.mark(index + 1, of: annexes.count, startsPage: startsPage)
      pages.add([.paragraph(mark)] + annex.blocks, on: annex.page)
    }
    let cover = Cover(title: title, filing: filing, year: String(filing.year), filledOn: filledOn, fonts: fonts)
    word = WordDocument(
      sections: [cover.section] + pages.sections, styles: PaperStyles.all(fonts), title: title,
      fontAlternatives: fonts.alternatives)
  }

  /// The .docx file: the same filing gives the same bytes.
  public func bytes() -> [UInt8] { word.bytes() }

  /// The report, the list of annexes, and who signs.
  private static func front(
    _ report: ReportBody?, _ list: [WordParagraph], _ filing: Filing, _ filledOn: String?
  ) throws(WordTable.LayoutDefect) -> [WordBlock] {
    guard let report else { return [] }
    var blocks = try report.blocks()
    if report.isInFile, report.uploads.isEmpty { blocks.append(.paragraph(WordParagraph("报告正文另附。", style: .bodyText))) }
    blocks += list.map { .paragraph($0) }
    let lines = [filing.unit.name] + (filledOn.map { [$0] } ?? [])
    for (index, line) in lines.enumerated() {
      let format = WordParagraphFormat(
        alignment: .right, rightIndent: .characters(4, halfPoints: PaperStyles.body),
        spaceBefore: index == 0 ? PaperStyles.bodyLine + PaperStyles.bodyLine : nil,
        keepsWithNext: index < lines.count - 1)
      blocks.append(.paragraph(WordParagraph(line, format: format)))
    }
    return blocks
  }
}
