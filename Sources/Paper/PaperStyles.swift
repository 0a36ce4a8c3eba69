import OOXML

extension WordStyle.ID {
  static let bodyText: WordStyle.ID = "BodyText"
  static let annexMark: WordStyle.ID = "AnnexMark"
  static let annexTitle: WordStyle.ID = "AnnexTitle"
  static let coverField: WordStyle.ID = "CoverField"
  static let tableText: WordStyle.ID = "TableText"
  static let tableHeading: WordStyle.ID = "TableHeading"
  static let tableNote: WordStyle.ID = "TableNote"
}

/// The styles of a printed filing, after GB/T 9704.
enum PaperStyles {
  /// 三号.
  static let body = 32
  /// 二号.
  static let title = 44
  /// 小二.
  static let annexTitle = 36
  /// 五号.
  static let table = 21
  /// 22 lines on 225 mm.
  static let bodyLine = Length.twips(WordPage.officialPortrait.textHeight.twips / 22)
  /// As close as 五号 reads well, so that a usual form takes one page.
  static let tableLine = Length.twips(270)
  static let twoCharacters = WordIndent.characters(2, halfPoints: body)

  static func all(_ fonts: PaperFonts) -> [WordStyle] { running(fonts) + annexes(fonts) + tables(fonts) }

  private static func running(_ fonts: PaperFonts) -> [WordStyle] {
    // So that 28 characters of 三号 fit a line of 156 mm.
    let closer = WordPage.officialPortrait.characterSpacing(fitting: 28, halfPoints: body)
    return [
      .normal(
        WordRunFormat(font: fonts.font(fonts.body), halfPoints: body),
        WordParagraphFormat(lineSpacing: .exactly(bodyLine), spaceBefore: .zero, spaceAfter: .zero)),
      .title(
        WordRunFormat(font: fonts.font(fonts.title), halfPoints: title),
        WordParagraphFormat(
          alignment: .center, lineSpacing: .exactly(.points(38)), spaceBefore: .points(8), spaceAfter: bodyLine,
          snapsToGrid: false)),
      WordStyle(
        .bodyText, name: "正文文字", run: WordRunFormat(characterSpacing: closer),
        paragraph: WordParagraphFormat(alignment: .justified, firstLineIndent: twoCharacters)),
      .heading(
        1, WordRunFormat(font: fonts.font(fonts.heading)), WordParagraphFormat(firstLineIndent: twoCharacters)),
      .heading(
        2, WordRunFormat(font: fonts.font(fonts.subheading)), WordParagraphFormat(firstLineIndent: twoCharacters)),
      .heading(
        3, WordRunFormat(font: fonts.font(fonts.body)), WordParagraphFormat(firstLineIndent: twoCharacters)),
    ]
  }

  private static func annexes(_ fonts: PaperFonts) -> [WordStyle] {
    [
      WordStyle(
        .coverField, name: "封面栏目",
        paragraph: WordParagraphFormat(
          firstLineIndent: .characters(-5, halfPoints: body), leftIndent: .characters(10, halfPoints: body),
          lineSpacing: .exactly(.points(34)), snapsToGrid: false)),
      WordStyle(
        .annexMark, name: "附件序号", run: WordRunFormat(font: fonts.font(fonts.heading)),
        paragraph: WordParagraphFormat(lineSpacing: .exactly(.points(22)), keepsWithNext: true, snapsToGrid: false)),
      WordStyle(
        .annexTitle, name: "附件标题",
        run: WordRunFormat(font: fonts.font(fonts.title), halfPoints: annexTitle),
        paragraph: WordParagraphFormat(
          alignment: .center, lineSpacing: .exactly(.points(26)), spaceBefore: .points(2), spaceAfter: .points(2),
          keepsWithNext: true, snapsToGrid: false, outlineLevel: 0)),
    ]
  }

  private static func tables(_ fonts: PaperFonts) -> [WordStyle] {
    let line = WordParagraphFormat.LineSpacing.exactly(tableLine)
    return [
      WordStyle(
        .tableText, name: "表格文字", run: WordRunFormat(halfPoints: table),
        paragraph: WordParagraphFormat(alignment: .center, lineSpacing: line, snapsToGrid: false)),
      WordStyle(
        .tableHeading, name: "表格栏目", base: .tableText, run: WordRunFormat(font: fonts.font(fonts.heading))),
      WordStyle(
        .tableNote, name: "表格说明", run: WordRunFormat(halfPoints: table),
        paragraph: WordParagraphFormat(lineSpacing: .exactly(.points(14)), snapsToGrid: false)),
    ]
  }
}
