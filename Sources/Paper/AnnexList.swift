import OOXML

/// “附件：1.…” under a report, the numbers below one another.
enum AnnexList {
  /// The year is left out where a title begins with it: it would run into the number.
  /// The last stays on the page of what follows, so that a signature never stands alone.
  static func paragraphs(_ titles: [String], year: Int) -> [WordParagraph] {
    var paragraphs = lines(titles, year: year)
    if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].format.keepsWithNext = true }
    return paragraphs
  }

  private static func lines(_ titles: [String], year: Int) -> [WordParagraph] {
    let year = "\(year)年度"
    let titles = titles.map { $0.hasPrefix(year) && $0 != year ? String($0.dropFirst(year.count)) : $0 }
    if titles.count == 1 { return titles.map { line("附件：\($0)", hanging: 3, left: 5, isFirst: true) } }
    return titles.enumerated().map { number, title in
      number == 0
        ? line("附件：1.\(title)", hanging: 4, left: 6, isFirst: true)
        : line("\(number + 1).\(title)", hanging: 1, left: 6, isFirst: false)
    }
  }

  private static func line(_ text: String, hanging: Int, left: Int, isFirst: Bool) -> WordParagraph {
    WordParagraph(
      text,
      format: WordParagraphFormat(
        alignment: .left, firstLineIndent: .characters(-hanging, halfPoints: PaperStyles.body),
        leftIndent: .characters(left, halfPoints: PaperStyles.body),
        spaceBefore: isFirst ? PaperStyles.bodyLine : nil))
  }

  /// “附件2”; a single one has no number.
  static func mark(_ number: Int, of count: Int, startsPage: Bool) -> WordParagraph {
    WordParagraph(
      count == 1 ? "附件" : "附件\(number)", style: .annexMark,
      format: WordParagraphFormat(startsPage: startsPage ? true : nil))
  }
}
