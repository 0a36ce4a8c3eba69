import Figures
import Reading
import Rules
import Text

/// More of the staff with some degree or rank than there is staff: 在职15人，…；本科以上学历16人.
struct StaffAttribute {
  static let finder = PassageFinder(in: [.prose, .twoFigures], holding: attributes) { read -> [Finding] in
    let passage = read.passage
    return passage.sentences.compactMap { finding(in: $0, of: passage) }
  }

  private static let attributes = ["学历", "职称", "女职工", "女性", "少数民族", "持证", "研究生"]
  private static let staff = ["在职", "在编", "在岗", "实有", "在职职工", "在职人员", "在编人员", "现有职工", "职工", "实有人员", "现有人员"]

  /// nil where a sentence tells of several staffs, or of people besides.
  private static func finding(in sentence: Range<Int>, of passage: PassageReading) -> Finding? {
    let groups = passage.figures(in: sentence).compactMap(passage.group)
    let totals = groups.filter { group in
      !group.words.holds(anyOf: attributes) && staff.contains { group.words.ends(with: $0) }
    }
    let words = passage.text(sentence)
    guard totals.count == 1, let total = totals.first,
      !words.holds(anyOf: [
        "离退休", "退休", "编外", "聘用", "劳务", "学生", "培训", "全县", "全市", "全区", "下属", "所属", "系统", "离岗", "借调", "支部", "共有",
      ]),
      let more = groups.first(where: { group in
        group.figure.range.lowerBound > total.figure.range.lowerBound && group.count > total.count
          && attributes.contains(where: group.words.holds)
      })
    else { return nil }
    let quotes = [more, total].map { passage.quote($0.figure) }
    return Finding(
      at: [more, total].map { .text(passage.passage.place($0.figure.range)) },
      "“\(more.words)”\(quotes[0])，多于“\(total.words)”\(quotes[1])，请核对。", derivation: "\(more.count) > \(total.count)")
  }
}
