import Text

/// How alike two labels are whose words differ: 公务接待费 and 公务接待.
struct LabelLikeness {
  /// Pairs that are less alike say different things.
  static let least = 66
  /// At least so alike are two of which one only adds something.
  private static let within = 70
  /// Two captions that mean the same column.
  static let sameMeaning = 90

  private let scalars: [Unicode.Scalar]
  private let words: String
  private let caption: PrintedCaption?
  private let isSum: Bool
  private let headColumn: String?

  init(_ key: LabelKey) {
    scalars = Self.essence(of: key.plain)
    words = key.plain
    caption = PrintedCaption(key)
    headColumn = PrintedHead.column(named: key)
    isSum = PrintedIndicators.sumLabels.contains(key.plain)
  }

  /// 0 to 100: twice what both say in the same order, as a share of all that they say.
  func share(with other: LabelLikeness) -> Int {
    if let caption, let theirs = other.caption { return caption == theirs ? Self.sameMeaning : 0 }
    if let headColumn, let theirs = other.headColumn { return headColumn == theirs ? Self.sameMeaning : 0 }
    if isSum, other.isSum { return Self.sameMeaning }
    let total = scalars.count + other.scalars.count
    guard min(scalars.count, other.scalars.count) >= 2 else { return 0 }
    var share = 200 * common(with: other) / total
    // 全年实际完成值 is a column of values, 全年实际完成情况 is told in sentences.
    if words.ends(with: "值") != other.words.ends(with: "值") { share = share * 2 / 3 }
    return isWithin(other) || other.isWithin(self) ? max(share, Self.within) : share
  }

  /// The other begins or ends with these words, or holds them where they are long: 其他资金收入 with 其他资金,
  /// 部门基本支出预算调整 around 基本支出.
  private func isWithin(_ other: LabelLikeness) -> Bool {
    let count = words.unicodeScalars.count
    guard count >= 3, count < other.words.unicodeScalars.count else { return false }
    return other.words.begins(with: words) || other.words.ends(with: words) || count >= 4 && other.words.holds(words)
  }

  /// The length of the longest sequence that both hold.
  private func common(with other: LabelLikeness) -> Int {
    var above = [Int](repeating: 0, count: other.scalars.count + 1)
    for scalar in scalars {
      var row = [0]
      row.reserveCapacity(above.count)
      for (index, theirs) in other.scalars.enumerated() {
        row.append(scalar == theirs ? above[index] + 1 : max(above[index + 1], row[index]))
      }
      above = row
    }
    return above[other.scalars.count]
  }

  /// Without what labels add or leave out at will: 费, 支出, 情况 at their end, 和 and 及 between words.
  private static func essence(of key: String) -> [Unicode.Scalar] {
    // A unit writes of itself what a form says of departments.
    let key = key.replacing("单位", with: "部门")
    var scalars = key.unicodeScalars.filter { !connectors.contains($0) }.map(\.self)
    while let ending = endings.first(where: {
      scalars.count >= $0.count + 2 && scalars.suffix($0.count).elementsEqual($0)
    }) {
      scalars.removeLast(ending.count)
    }
    return scalars
  }

  private static let connectors: Set<Unicode.Scalar> = ["和", "及", "与", "的", "等", "或", "因"]
  private static let endings: [[Unicode.Scalar]] = [
    "经费", "费用", "支出", "情况", "金额", "数额", "资金", "总额", "合计", "指标", "名称", "拨款", "费", "数", "额", "值",
  ].map { Array($0.unicodeScalars) }
}
