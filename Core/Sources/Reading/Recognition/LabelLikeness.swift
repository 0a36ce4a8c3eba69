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
  /// A bit for each of them, some sharing one.
  private let bits: UInt64
  private let words: String
  private let caption: PrintedCaption?
  private let isSum: Bool
  private let headColumn: String?
  private let goal: GoalWord?

  /// Of the words of a form, which are the same for every document, or of those of a document, most of which are.
  static func of(_ key: LabelKey) -> LabelLikeness { known(key) }
  private static let known = Memo<LabelKey, LabelLikeness> { LabelLikeness($0) }

  private init(_ key: LabelKey) {
    scalars = Self.essence(of: key.plain)
    bits = scalars.reduce(0) { $0 | $1.bit }
    words = key.plain
    caption = PrintedCaption(key)
    headColumn = PrintedHead.column(named: key)
    goal = GoalWord(key)
    isSum = PrintedIndicators.sumLabels.contains(key.plainWord)
  }

  /// 0 to 100: twice what both say in the same order, as a share of all that they say; 0 where it is less than `least`
  /// for certain.
  func share(with other: LabelLikeness) -> Int {
    if let goal, let theirs = other.goal { return goal == theirs ? meaningShare(with: other) : 0 }
    if let caption, let theirs = other.caption { return caption == theirs ? meaningShare(with: other) : 0 }
    if headColumn != nil || other.headColumn != nil {
      return headColumn == other.headColumn ? meaningShare(with: other) : 0
    }
    if isSum, other.isSum { return Self.sameMeaning }
    let total = scalars.count + other.scalars.count
    guard min(scalars.count, other.scalars.count) >= 2 else { return 0 }
    let isOneWithin = isWithin(other) || other.isWithin(self)
    // What can never be alike enough need not be compared in full.
    guard isOneWithin || 200 * mostCommon(with: other) / total >= Self.least else { return 0 }
    var share = 200 * common(with: other) / total
    // 全年实际完成值 is a column of values, 全年实际完成情况 is told in sentences.
    if words.ends(with: "值") != other.words.ends(with: "值") { share = share * 2 / 3 }
    return isOneWithin ? max(share, Self.within) : share
  }

  /// Of several that mean the same the one in the likest words counts for most.
  private func meaningShare(with other: LabelLikeness) -> Int {
    let total = scalars.count + other.scalars.count
    return Self.sameMeaning + (total > 0 ? 18 * common(with: other) / total : 0)
  }

  /// The other begins or ends with these words, or holds them where they are long: 其他资金收入 with 其他资金,
  /// 部门基本支出预算调整 around 基本支出.
  private func isWithin(_ other: LabelLikeness) -> Bool {
    let count = words.scalarCount
    guard count >= 3, count < other.words.scalarCount else { return false }
    return other.words.begins(with: words) || other.words.ends(with: words) || count >= 4 && other.words.holds(words)
  }

  /// No fewer than `common(with:)`, sooner found.
  private func mostCommon(with other: LabelLikeness) -> Int {
    min(scalars.count { $0.bit & other.bits != 0 }, other.scalars.count { $0.bit & bits != 0 })
  }

  /// The length of the longest sequence that both hold.
  private func common(with other: LabelLikeness) -> Int {
    let count = other.scalars.count
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: count + 1) { row in
      row.initialize(repeating: 0)
      for scalar in scalars {
        // What stood one row above and one place to the left.
        var corner = 0
        for index in 0..<count {
          let above = row[index + 1]
          row[index + 1] = scalar == other.scalars[index] ? corner + 1 : max(above, row[index])
          corner = above
        }
      }
      return row[count]
    }
  }

  /// Without what labels add or leave out at will: 费, 支出, 情况 at their end, 和 and 及 between words.
  private static func essence(of key: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(key.utf8.count / 3 + 1)
    for scalar in key.unicodeScalars where !connects(scalar) {
      // A unit writes of itself what a form says of departments.
      if scalar == "位", scalars.last == "单" {
        scalars[scalars.count - 1] = "部"
        scalars.append("门")
      } else {
        scalars.append(scalar)
      }
    }
    while let last = scalars.last, let length = endings[last]?.first(where: { scalars.ends(with: $0) })?.count {
      scalars.removeLast(length)
    }
    return scalars
  }

  private static func connects(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "和", "及", "与", "的", "等", "或", "因": true
    default: false
    }
  }

  /// By their last scalar.
  private static let endings = Dictionary(
    grouping: [
      "经费", "费用", "支出", "情况", "金额", "数额", "资金", "总额", "合计", "指标", "名称", "拨款", "费", "数", "额", "值",
    ].map { Array($0.unicodeScalars) }, by: { $0[$0.count - 1] })
}

extension [Unicode.Scalar] {
  /// Ends with these and is longer by two at least.
  fileprivate func ends(with ending: [Unicode.Scalar]) -> Bool {
    count >= ending.count + 2 && suffix(ending.count).elementsEqual(ending)
  }
}

extension Unicode.Scalar {
  fileprivate var bit: UInt64 { 1 << UInt64(value & 63) }
}
