/// A project's or fund's name without what people write differently in two places.
struct ProjectName: Hashable {
  /// Empty where no name was written.
  let key: String

  /// Words at the end that say only that it is a fund.
  private static let endings = ["专项资金", "项目资金", "补助资金", "专项经费", "项目经费", "专项", "项目", "资金", "经费"]

  /// Leaves out blanks, punctuation, the width of characters, the year in front and words such as 专项资金 at the end.
  init(_ text: String, year: Int) {
    var name = text.folded
    for prefix in ["\(year)年度", "\(year)年"] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
      break
    }
    while let ending = Self.endings.first(where: { name.hasSuffix($0) && name.count >= $0.count + 2 }) {
      name.removeLast(ending.count)
    }
    key = name
  }
}

extension String {
  /// Letters, digits and ideographs alone, half-width and in lower case.
  var folded: String {
    let narrow = unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    let kept = narrow.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return String(String.UnicodeScalarView(kept)).lowercased()
  }
}
