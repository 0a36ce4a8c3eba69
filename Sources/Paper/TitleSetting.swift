import OOXML

/// Sets centred text that is too long for one line so that its lines break at a good place.
///
/// Only the indents do it: the text stays in one piece for whoever reads the file.
enum TitleSetting {
  /// Where a new line of a title may well begin.
  private static let beginnings = ["部门整体支出", "项目支出", "项目绩效", "绩效自评", "绩效评价"]

  static func paragraph(
    _ title: String, style: WordStyle.ID, halfPoints: Int, width: Length, format: WordParagraphFormat = .init()
  ) -> WordParagraph {
    let half = halfPoints * 5
    let halves = lineHalves(of: title, most: width.twips / half)
    return WordParagraph(title, style: style, format: narrowed(format, halves.flatMap { indent($0, half, width) }))
  }

  /// The format with indents that keep a caption's last line from being a single character.
  static func withoutLonelyEnd(
    _ caption: String, halfPoints: Int, width: Length, format: WordParagraphFormat
  ) -> WordParagraphFormat {
    let half = halfPoints * 5
    let most = width.twips / half
    let isLonely = TextWidth.lines(caption.dropLast(), halves: most) < TextWidth.lines(caption, halves: most)
    let halves = isLonely ? TextWidth.balanced(caption, most: most) : nil
    return narrowed(format, halves.flatMap { indent($0, half, width) })
  }

  /// How wide the lines of a title should be; nil where one line takes all.
  static func lineHalves(of title: String, most: Int) -> Int? {
    let all = TextWidth.halves(title)
    guard all + 2 > most, most > 2 else { return nil }
    let firsts = beginnings.compactMap { beginning in
      title.firstRange(of: beginning).map { TextWidth.halves(title[..<$0.lowerBound]) }
    }
    return firsts.sorted().first { $0 + 1 < most && all - $0 <= $0 } ?? TextWidth.balanced(title, most: most - 2)
  }

  /// Leaves most of another character to spare, for fonts whose digits are wider than half a character.
  private static func indent(_ halves: Int, _ half: Int, _ width: Length) -> Length? {
    let free = width.twips - halves * half - half * 3 / 2
    return free > 1 ? .twips(free / 2) : nil
  }

  private static func narrowed(_ format: WordParagraphFormat, _ indent: Length?) -> WordParagraphFormat {
    guard let indent else { return format }
    var format = format
    format.leftIndent = WordIndent(indent)
    format.rightIndent = WordIndent(indent)
    return format
  }
}
