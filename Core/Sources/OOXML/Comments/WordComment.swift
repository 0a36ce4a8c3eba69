/// A remark to be written beside a place of a Word document.
public struct WordComment: Hashable, Sendable {
  /// Number of the paragraph in the main part, from 0.
  public let paragraph: Int
  /// Its share of the paragraph's text, in UTF-8; empty for all of it.
  public let range: Range<Int>
  /// What it says, paragraph by paragraph.
  public let lines: [String]

  public init(paragraph: Int, range: Range<Int>, lines: [String]) {
    self.paragraph = paragraph
    self.range = range
    self.lines = lines
  }
}

extension WordComment {
  /// A copy of a .docx file with comments at the runs that hold their places. Every part stays as it is, byte for byte,
  /// but the main part, the comments and what makes them known.
  ///
  /// `date` in ISO 8601. A place without visible text is commented at the first run of the document.
  public static func added(
    _ comments: [WordComment], to file: [UInt8], author: String, date: String
  ) throws(OfficeDefect) -> [UInt8] {
    let package = try OfficePackage(file)
    let document = try WordReader.read(package)
    var parts = PartEdits(package.zip)
    let isStrict = try package.zip.isStrict(package.mainPart)
    let writer = try CommentWriter(package, isStrict: isStrict, author: author, date: date)
    let firstID = try writer.write(comments, into: &parts)
    let marks = CommentMarks(comments, firstID: firstID, in: document, isStrict: isStrict)
    try parts.change(package.mainPart) { marks.inserted(into: $0) }
    return try parts.packed()
  }
}
