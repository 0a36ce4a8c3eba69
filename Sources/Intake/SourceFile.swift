import OOXML
public import Reading

/// A file that was read as a report.
public struct SourceFile: Sendable {
  /// As its content tells, not its name.
  public let format: FileFormat
  /// The running text with its tables.
  public let report: Report
  /// The Word file that the places lead back to: as handed in, or as converted.
  public let word: [UInt8]?
  /// The numbers, from 0, of a PDF's pages on which nothing can be read: they may be pictures.
  public let pagesWithoutText: [Int]
  private let way: Way

  private enum Way: Sendable {
    /// The running text is the file.
    case text
    case word(WordOrigins)
    case workbook(WorkbookOrigins)
    /// Where in the running text each page begins, with its number.
    case pages([(number: Int, start: Int)])
  }

  init(text: String) {
    self.init(.text, Report(flattened: text), .text)
  }

  init(pages: PageText) {
    self.init(.pdf, pages.report(), .pages(pages.pages), blank: pages.blankPages)
  }

  init(word file: [UInt8], _ package: OfficePackage, format: FileFormat) throws(OfficeDefect) {
    let document = try WordReader.read(package)
    let text = WordText(document)
    self.init(
      format, text.report(carrying: FileTraces(document)), .word(text.origins), word: file)
  }

  init(workbook package: OfficePackage) throws(OfficeDefect) {
    let workbook = try WorkbookReader.read(package)
    let text = WorkbookText(workbook)
    self.init(.workbook, text.report(carrying: FileTraces(workbook)), .workbook(text.origins))
  }

  private init(
    _ format: FileFormat, _ report: Report, _ way: Way, word: [UInt8]? = nil, blank: [Int] = []
  ) {
    self.format = format
    self.report = report
    self.way = way
    self.word = word
    pagesWithoutText = blank
  }

  /// Where a stretch of the running text was read from; empty where the running text is the file itself.
  public func origins(of range: Range<Int>) -> [TextOrigin] {
    switch way {
    case .text: []
    case .word(let origins): origins.origins(of: range)
    case .workbook(let origins): origins.origins(of: range)
    case .pages(let pages):
      [TextOrigin(page: (pages.last { $0.start <= range.lowerBound } ?? pages.first)?.number ?? 0)]
    }
  }
}
