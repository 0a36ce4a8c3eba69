import Text

/// A project's or fund's name without what people write differently in two places.
struct ProjectName: Hashable {
  /// Empty where no name was written.
  let key: String

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
    while let ending = Self.endings.first(where: { name.ends(with: $0) && name.count >= $0.count + 2 }) {
      name.removeLast(ending.count)
    }
    key = name
  }
}
