import Evaluation
import OOXML

/// The first page: title, unit, code and year.
struct Cover {
  let title: String
  let filing: Filing
  let year: String
  let filledOn: String?
  let fonts: PaperFonts

  var section: WordSection {
    let top = WordParagraphFormat(spaceBefore: .millimetres(55), spaceAfter: .millimetres(70))
    let title = TitleSetting.paragraph(
      title, style: .title, halfPoints: PaperStyles.title, width: WordPage.officialPortrait.textWidth, format: top)
    return WordSection([.paragraph(title)] + fields.map { .paragraph($0) })
  }

  private var fields: [WordParagraph] {
    var fields = [
      ("单位名称", filing.unit.name), ("单位编码", filing.unit.code), ("评价年度", "\(year)年"),
    ]
    if let filledOn { fields.append(("填报日期", filledOn)) }
    return fields.map { caption, text in
      WordParagraph(
        [WordRun("\(caption)：", WordRunFormat(font: fonts.font(fonts.heading))), WordRun(text)], style: .coverField)
    }
  }
}
