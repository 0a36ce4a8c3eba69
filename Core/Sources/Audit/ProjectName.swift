import Text

/// A project's or fund's name without what people write differently in two places.
struct ProjectName: Hashable {
  /// Empty where no name was written.
  let key: String

  /// The same for what stands in a form, which every amount of the prose is held against.
  static let inForm = Memo<Written, ProjectName> { ProjectName($0.text.text, year: $0.year) }

  /// A name as it is written in a report on some year.
  struct Written: Hashable {
    let text: ExactText
    let year: Int
    init(_ text: String, year: Int) { (self.text, self.year) = (ExactText(text), year) }
  }

  /// Words at the end that say only that it is a fund.
  private static let endings = ["专项资金", "项目资金", "补助资金", "专项经费", "项目经费", "专项", "项目", "资金", "经费"]

  /// Leaves out blanks, punctuation, the width of characters, the year in front and words such as 专项资金 at the end.
  init(_ text: String, year: Int) {
    var name = text.folded
    if name.unicodeScalars.first?.isDigit ?? false {
      for prefix in ["\(year)年度", "\(year)年"] where name.begins(with: prefix) {
        name.removeFirst(prefix.count)
        break
      }
    }
    var length = name.scalarCount
    while let ending = Self.endings.first(where: { name.ends(with: $0) && length >= $0.scalarCount + 2 }) {
      name.unicodeScalars.removeLast(ending.scalarCount)
      length -= ending.scalarCount
    }
    key = name
  }
}
