import Figures
import Text

/// Finds the totals of one passage that parts follow.
struct PartListReader {
  private let passage: PassageReading
  private let amounts: [AmountStatement]

  init(_ passage: PassageReading, _ amounts: [AmountStatement]) {
    self.passage = passage
    self.amounts = amounts
  }

  private static let mostParts = 60

  func lists() -> [PartList] {
    guard amounts.count > 1 else { return [] }
    return amounts.indices.dropLast().compactMap(list)
  }

  private func list(at index: Int) -> PartList? {
    let total = amounts[index]
    let first = following(index)
    guard total.role == .level, first < amounts.count, let opening = opening(behind: index, before: first) else {
      return nil
    }
    var parts: [Int] = []
    let isSpent =
      !isOfPlan(index)
      && (total.stage == .executed || ["支出", "执行", "支付", "执行数"].contains(where: total.words.withoutBlanks.ends))
    var isNested = false
    var limit = opening.end
    for next in first..<amounts.count {
      let part = amounts[next]
      guard part.range.lowerBound < limit else { break }
      // Parts that all go by the name of the total are told apart by other words: 执行数a；其中：中央资金执行b；省级资金执行c.
      let isNamedAlike = part.item == total.item && amounts[first].item != total.item
      // 共计x，其中2023年省级a、中央b，2024年省级c、中央d goes on from year to year.
      let isNextYear = part.year != nil && amounts[first].isOfNamedYear && part.isOfNamedYear
      if next > first, part.begins && !isNextYear || isNamedAlike || isBehind(parts, of: total, next: next) { break }
      // 平均每辆2.47万元 is told of a part, and is none.
      if part.role != .level || next > first && part.words.holds(anyOf: ["平均", "人均", "户均", "均价", "次均", "每"]) {
        continue
      }
      // 兑付919万元，占应兑948万元的96.95%: neither is what a part is a share of.
      if next > first, part.words.withoutBlanks.begins(with: "占") { continue }
      // 支出x，其中基本支出预算a，支出b: what was planned is no part of what was spent.
      if isSpent, isOfPlan(next) { continue }
      if next > first, part.stage != total.stage, part.stage != amounts[first].stage { break }
      parts.append(next)
      // No sentence lists so many: it is a table run together to one line.
      guard parts.count <= Self.mostParts else { return nil }
      if next + 1 < amounts.count, self.opening(behind: next, before: next + 1) != nil {
        isNested = true
        limit = part.range.upperBound
      }
    }
    // 其中：基本支出预算a，执行b；项目支出预算c，执行d: only one of each goes into the total.
    let alike = parts.filter { amounts[$0].stage == total.stage }
    if total.stage != .unknown, alike.count > 1, parts.count == 2 * alike.count { parts = alike }
    guard !parts.isEmpty else { return nil }
    let last = parts[parts.count - 1]
    let further = amounts.indices.dropFirst(last + 1).lazy.filter { [amounts] in
      amounts[$0].role == .level && !amounts[$0].begins
    }.prefix(Self.mostParts)
    let words = total.range.upperBound..<opening.end
    return PartList(
      total: parted(before: index, from: first) ?? index, parts: parts, further: Array(further),
      isComplete: opening.isWhole || passage.marks(in: opening.words).contains { $0.cue == .allParts },
      isOpen: passage.marks(in: words).contains { $0.cue == .rest && !names($0, last) }, isNested: isNested)
  }

  /// 其他 in the name of the last part: 其他支出168万元.
  private func names(_ mark: CueMark, _ last: Int) -> Bool {
    let start = amounts[last - 1].range.upperBound
    return start <= mark.range.lowerBound && mark.range.upperBound <= amounts[last].range.lowerBound
      && ["其他", "其它"].contains(passage.text(mark.range))
  }

  /// Behind a semicolon something else is told: more than the total, or, where the parts before have other marks
  /// between them, what is parted itself or known to be no part of the total.
  private func isBehind(_ parts: [Int], of total: AmountStatement, next: Int) -> Bool {
    guard let first = parts.first, let last = parts.last, isParted(bySemicolon: last, next) else { return false }
    let part = amounts[next]
    if total.amount.value < part.amount.value { return true }
    // 甲a，其中b用于采购；乙c: a part without a name is one alone, what is named behind the semicolon stands beside 甲.
    if parts.count == 1, ["", "其中", "其中:"].contains(amounts[first].words.withoutBlanks),
      !part.words.withoutBlanks.isEmpty
    {
      return true
    }
    // 其中甲a，占p%；乙b: the parts of one list are told alike.
    if parts.count == 1, isFollowedByShare(first), !isFollowedByShare(next) { return true }
    guard parts.count > 1, !zip(parts, parts.dropFirst()).contains(where: { isParted(bySemicolon: $0, $1) }) else {
      return false
    }
    let isTotal = next + 1 < amounts.count && opening(behind: next, before: next + 1) != nil
    let isKnown = part.item.name == nil && amounts[first].item.name != nil
    return isTotal || isKnown && !total.item.partitions.contains { $0.contains(part.item) }
  }

  /// 占p% stands right behind an amount.
  private func isFollowedByShare(_ index: Int) -> Bool {
    let start = amounts[index].range.upperBound
    let words = passage.text(start..<min(passage.scalars.count, start + 3)).withoutBlanks
    return words.begins(with: ",占") || words.begins(with: "(占") || words.begins(with: "占")
  }

  private func isParted(bySemicolon part: Int, _ next: Int) -> Bool {
    passage.scalars[amounts[part].range.upperBound..<amounts[next].range.lowerBound].contains(";")
  }

  /// The amount that is parted where the nearest one is smaller than its first part: 支出x，结余y。其中：… tells of x.
  private func parted(before index: Int, from first: Int) -> Int? {
    func isLess(_ a: Int, _ b: Int) -> Bool { amounts[a].amount.value < amounts[b].amount.value }
    guard isLess(index, first) else { return nil }
    let sentence = passage.sentence(at: amounts[index].range.lowerBound)
    return amounts.indices[..<index].filter {
      amounts[$0].role == .level && sentence.contains(amounts[$0].range.lowerBound) && !isLess($0, first)
    }.max(by: isLess)
  }

  private struct Opening {
    /// What stands between the total and the first part.
    let words: Range<Int>
    /// Where the list ends at the latest.
    let end: Int
    /// 由…组成: nothing is left out.
    var isWhole = false
  }

  /// The next amount that is neither set against the total nor said in brackets once more: 31.46万元，比上年减少2.04万元。其中,
  /// 12.86万元，比年初预算15.2万元减少2.34万元。其中.
  private func following(_ index: Int) -> Int {
    var next = index + 1
    while next < amounts.count, amounts[next].role != .level || isAside(next, behind: index) {
      next += 1
    }
    return next
  }

  /// （约0.30亿元） or （预算4.00万元） right behind an amount.
  private func isAside(_ next: Int, behind index: Int) -> Bool {
    let end = amounts[next].range.upperBound
    guard next == index + 1, end < passage.scalars.count, passage.scalars[end] == ")" else { return false }
    let words = passage.text(amounts[index].range.upperBound..<amounts[next].range.lowerBound)
    return ["(", "(约", "(即", "(折合"].contains(words) || isOfPlan(next) && words.begins(with: "(")
  }

  /// 基本支出预算 tells of what was planned, whatever was spent of it.
  private func isOfPlan(_ index: Int) -> Bool {
    let words = amounts[index].words.withoutBlanks
    return ["预算", "预算数", "预算为", "年初预算", "计划", "计划数", "预算安排"].contains(where: words.ends)
  }

  /// 其中, 分别为 or a bracket between an amount and the next.
  private func opening(behind index: Int, before next: Int) -> Opening? {
    var start = amounts[next - 1].range.upperBound
    if next > index + 1, start < passage.scalars.count, passage.scalars[start] == ")" { start += 1 }
    let words = start..<amounts[next].range.lowerBound
    guard !words.isEmpty else { return nil }
    let first = passage.scalars[words].firstIndex { !$0.isIgnoredInWords } ?? words.upperBound
    if first < words.upperBound, passage.scalars[first] == "(" {
      let end = passage.closing(behind: first + 1) ?? passage.scalars.count
      let comparison = passage.marks(in: words).contains { $0.cue == .comparison }
      return end > words.upperBound && !comparison ? Opening(words: words, end: end) : nil
    }
    if let end = endOfMakingUp(behind: words) { return Opening(words: words, end: end, isWhole: true) }
    guard let mark = passage.marks(in: words).first(where: { $0.cue == .parts || $0.cue == .allParts }),
      !closesList(mark)
    else { return nil }
    let between = start..<mark.range.lowerBound
    // Another figure stands between: the words are about that one.
    let counted = passage.figures(in: between).contains { figure in
      switch figure.kind {
      case .percent, .comparison, .year, .ordinal, .code: false
      default: figure.kind.extent != nil
      }
    }
    if counted { return nil }
    let stops = passage.scalars[between].count { $0.endsSentence }
    guard stops <= 1 else { return nil }
    let sentence = passage.sentence(at: mark.range.lowerBound)
    // Behind a stop 其中 must come first to go on about the total.
    if stops == 1,
      passage.scalars[sentence.lowerBound..<mark.range.lowerBound].contains(where: { !$0.isIgnoredInWords })
    {
      return nil
    }
    if let close = closing(of: start), close < sentence.upperBound {
      return close > words.upperBound ? Opening(words: words, end: close) : nil
    }
    return Opening(words: words, end: sentence.upperBound)
  }

  /// Where 由 right behind a total finds its 组成, no semicolon between; nil without them.
  private func endOfMakingUp(behind words: Range<Int>) -> Int? {
    let lead = passage.scalars[words].first { !$0.isIgnoredInWords && $0 != "," }
    guard lead == "由" else { return nil }
    let sentence = passage.sentence(at: words.lowerBound)
    let rest = words.upperBound..<max(words.upperBound, sentence.upperBound)
    guard let mark = passage.marks(in: rest).first(where: closesList),
      !passage.scalars[rest.lowerBound..<mark.range.lowerBound].contains(";")
    else { return nil }
    return mark.range.lowerBound
  }

  /// The 组成 of 由甲、乙组成: its parts stand before it.
  private func closesList(_ mark: CueMark) -> Bool {
    guard mark.cue == .allParts, ["组成", "构成"].contains(passage.text(mark.range)) else { return false }
    let next = mark.range.upperBound
    return next == passage.scalars.count || [",", ";", "。", ")"].contains(passage.scalars[next])
  }

  /// Where the bracket ends that an offset lies in; nil outside of brackets.
  private func closing(of offset: Int) -> Int? {
    let sentence = passage.sentence(at: max(0, offset - 1))
    let before = passage.scalars[sentence.lowerBound..<offset]
    let depth = before.count { $0 == "(" } - before.count { $0 == ")" }
    return depth > 0 ? passage.closing(behind: offset) : nil
  }
}

extension AmountStatement {
  /// The words before it name a calendar year and compare nothing.
  fileprivate var isOfNamedYear: Bool {
    begins && role == .level && words.holds("年") && !words.holds(anyOf: ["上年", "去年", "合计", "共计"])
  }
}

extension PassageReading {
  /// The bracket that closes the one around an offset.
  fileprivate func closing(behind offset: Int) -> Int? {
    var depth = 1
    for index in offset..<scalars.count {
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
