import Figures
import Reading
import Text

/// Ways to part money into two that leave nothing out.
struct TwoWaySplit {
  let pairs: [(first: [String], second: [String])]

  /// By words that leave no third part.
  static let inTwo = TwoWaySplit(pairs: [
    (["财政资金", "财政投入", "财政拨款"], ["自筹"]), (["中央"], ["地方资金", "地方财政", "地方配套", "地方投入"]),
  ])
  /// By words beside which a third part is seldom left untold.
  static let usuallyInTwo = TwoWaySplit(pairs: [
    (["上级"], ["本级", "县级配套", "配套资金", "地方配套"]), (["支付", "支出", "使用", "拨付", "执行"], ["结转", "结余", "未支付", "剩余"]),
  ])
}

extension Statements {
  /// Two parts alone that make up a total: of a known pair, or each named by the words of the total.
  func isSplit(_ list: PartList, _ split: TwoWaySplit) -> Bool {
    guard list.parts.count == 2, !list.isOpen, !list.isNested, isLast(list) else { return false }
    let (total, words) = (amounts[list.total], list.parts.map { amounts[$0].words })
    let levels = words.map { word in Self.levels.filter { word.holds($0) } }
    if levels.allSatisfy({ $0.count == 1 }), levels[0] != levels[1], total.words.holds(anyOf: ["和", "及", "、", "与"]),
      levels.joined().allSatisfy({ total.words.holds($0) })
    {
      return true
    }
    // 基本 and 项目 are short for the two kinds of spending.
    let kinds = words.map { word in ["基本", "项目"].filter { word.withoutBlanks.ends(with: $0) } }
    if kinds == [["基本"], ["项目"]] { return true }
    return split.pairs.contains { first, second in
      words[0].holds(anyOf: first) && words[1].holds(anyOf: second)
        || words[1].holds(anyOf: first) && words[0].holds(anyOf: second)
    }
  }

  /// Three parts or more by who gives the money, each by another level from above down to the unit's own: none is left.
  func isBySources(_ list: PartList) -> Bool {
    guard list.parts.count >= 3, !list.isOpen, !list.isNested, isLast(list) else { return false }
    let sources = list.parts.compactMap { Self.source(of: amounts[$0].words) }
    guard sources.count == list.parts.count, zip(sources, sources.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return false
    }
    return sources[0] <= 1 && sources[sources.count - 1] >= 3
  }

  /// Three parts or more, the last of all others, that come near the total: 其他支出168万元 leaves nothing out.
  func endsInOthers(_ list: PartList) -> Bool {
    // 收入x，其中财政拨款y、其他收入z are two.
    let least = amounts[list.total].item == .totalIncome ? 2 : 3
    guard list.parts.count >= least, !list.isOpen, !list.isNested, isLast(list), let last = list.parts.last,
      amounts[last].words.holds(anyOf: ["其他", "其它"]),
      let sum = StatedAmount(sumOf: list.parts.map { amounts[$0].stated }),
      let share = sum.exact.divided(by: amounts[list.total].stated.exact)
    else { return false }
    return share > Rational(9, over: 10) ?? .one
  }

  /// From the centre down; nil for words that name none or more than one.
  private static func source(of words: String) -> Int? {
    let named = sources.indices.filter { words.holds(anyOf: sources[$0]) }
    return named.count == 1 ? named[0] : nil
  }

  private static let sources = [
    ["中央"], ["省级", "省财政", "自治区", "省补", "省配套"], ["市级", "市财政", "州级", "市州"],
    ["县级", "区级", "旗级", "县财政", "区财政", "本级", "县区", "县（区）"],
    ["自筹", "其他", "社会", "群众"],
  ]

  /// Nothing more is told of in the sentence.
  private func isLast(_ list: PartList) -> Bool {
    guard let last = list.parts.last else { return false }
    let passage = passages[amounts[last].passage]
    let end = amounts[last].range.upperBound
    let sentence = passage.sentence(at: amounts[last].range.lowerBound)
    let rest = end..<max(end, sentence.upperBound)
    return passage.figures(in: rest).allSatisfy { $0.kind.extent == nil || $0.isPercent }
      && !passage.marks(in: rest).contains { $0.cue == .rest } && !passage.text(rest).holds(anyOf: ["收回", "上缴", "以及"])
  }

  private static let levels = ["中央", "省级", "市级", "县级", "区级"]
}
