import Figures
import Reading
import Rules
import Text

extension Statements {
  /// Whether the parts of a list make up its total; nil where a figure is not exactly meant.
  ///
  /// `isWhole` says that nothing is left out: only then too little is a fault. `isLikelyWhole` makes it worth a look.
  func look(at list: PartList, isWhole: Bool, isLikelyWhole: Bool = false) -> Look? {
    let total = amounts[list.total]
    let parts = list.parts.map { amounts[$0] }
    guard !total.isApproximate, !parts.contains(where: \.isApproximate), !total.amount.isZero,
      let sum = StatedAmount(sumOf: parts.map(\.stated))
    else { return nil }
    guard !parts.reaches(total.stated) else { return .agrees }
    // 执行数x，结余y。其中：… parts x, not the y that stands nearest.
    let before = amounts[..<(list.parts.first ?? list.total)].reversed().prefix { $0.passage == total.passage }
      .filter { $0.role == .level }
    guard !before.contains(where: { sum.relation(to: $0.stated) == .agree }) else { return .agrees }
    let relation = sum.relation(to: total.stated)
    // Two digits that changed places tell of a slip even where a list need not be whole.
    let isSwapped =
      !list.isOpen
      && parts.isSwapped(
        comingTo: sum, of: total.stated, digits: parts.allSatisfy(\.namesLevel) ? 3 : 4)
    let isCounted = total.words.holds(anyOf: ["共计", "合计", "总计"]) && parts.count >= 3 && !list.isOpen
    switch relation {
    case .agree: return .agrees
    case .above:
      if parts.first.map({ $0.stated.relation(to: total.stated) == .above && $0.item.name != nil }) == true {
        return .agrees
      }
      if parts.isPartedFurther || isPartOfMore(list, sum: sum) && !isPartition(list) { return .agrees }
    case .below:
      let isSlip = parts.count >= 3 && !list.isOpen && sum.differsInOneDigit(from: total.stated)
      guard isWhole || isCounted || isLikelyWhole || isSlip || isSwapped, !list.isNested || isWhole || isSwapped,
        !(parts + list.further.map { amounts[$0] }).reaches(total.stated)
      else { return .agrees }
    }
    let terms = parts.map(\.stated.digits).joined(separator: " + ")
    return .breaks(
      Finding(
        at: ([total] + parts).map { .text($0.place) },
        "所列各项之和 \(sum.spoken)，\(relation == .above ? "大于" : "小于")总数 \(total.stated.spoken)，相差 \(sum.gap(to: total.stated).spoken)。",
        derivation: "\(terms) = \(sum.digits) ≠ \(total.stated.digits)",
        severity: relation == .below && !isWhole && !isSwapped || (parts + [total]).isWithinWholes(sum) ? .info : nil))
  }

  /// The total is itself a part, and the list behind it is of what it is a part of: 总额，其中甲、乙，其中丙、丁.
  private func isPartOfMore(_ list: PartList, sum: StatedAmount) -> Bool {
    lists.contains { outer in
      outer.parts.contains(list.total) && sum.relation(to: amounts[outer.total].stated) != .above
    }
  }

  /// The parts are all that is known to make up the total.
  func isPartition(_ list: PartList) -> Bool {
    amounts[list.total].item.partitions.contains(Set(list.parts.map { amounts[$0].item }))
  }

  /// A total and all that is known to make it up, in one passage without 其中 between them; the parts come first
  /// only in the sentence that ends with the total.
  var looseLists: [PartList] {
    let listed = Set(lists.map(\.total))
    return amounts.indices.compactMap { index in
      let total = amounts[index]
      guard total.role == .level, !listed.contains(index), !total.item.partitions.isEmpty else { return nil }
      let behind = amounts.indices.dropFirst(index + 1).prefix { next in
        amounts[next].passage == total.passage && amounts[next].item != total.item
      }
      return partition(of: index, among: Array(behind)) ?? partition(of: index, among: leading(index))
    }
  }

  /// The amounts of the same sentence before one.
  private func leading(_ index: Int) -> [Int] {
    let total = amounts[index]
    let sentence = passage(of: total).sentence(at: total.range.lowerBound)
    return amounts.indices.prefix(index).reversed().prefix { before in
      amounts[before].passage == total.passage && sentence.contains(amounts[before].range.lowerBound)
        && amounts[before].item != total.item
    }.reversed()
  }

  private func partition(of index: Int, among candidates: [Int]) -> PartList? {
    let total = amounts[index]
    let alike = candidates.filter {
      amounts[$0].role == .level && amounts[$0].stage == total.stage && amounts[$0].scope == total.scope
        && amounts[$0].year == total.year
    }
    for partition in total.item.partitions {
      let parts = alike.filter { partition.contains(amounts[$0].item) }
      guard parts.count == partition.count, Set(parts.map { amounts[$0].item }) == partition else { continue }
      return PartList(total: index, parts: parts)
    }
    return nil
  }
}

extension [AmountStatement] {
  /// All in whole 万元, the last being the total: each may have been rounded, and together they lie no further apart.
  fileprivate func isWithinWholes(_ sum: StatedAmount) -> Bool {
    let half = Rational(5_000)
    guard let total = last, allSatisfy({ $0.amount.halfStep == half }),
      let gap = sum.exact.subtracting(total.amount.value)?.magnitude,
      let allowed = half.multiplied(by: Rational(Int64(count)))
    else { return false }
    return gap <= allowed
  }

  /// With two digits of the total or of one part changed back, the parts make up the total.
  fileprivate func isSwapped(comingTo sum: StatedAmount, of total: StatedAmount, digits least: Int) -> Bool {
    guard count >= 2 else { return false }
    func agrees(_ one: StatedAmount, _ other: StatedAmount) -> Bool { one.relation(to: other) == .agree }
    let most = Swift.max(sum.digits.significantDigits, total.digits.significantDigits)
    if most >= least, total.swapped.contains(where: { agrees(sum, $0) }) { return true }
    return contains { part in
      let own = part.stated
      guard let others = sum.exact.subtracting(own.exact) else { return false }
      func comesOut(_ right: StatedAmount) -> Bool {
        right.exact.adding(others).map { agrees(StatedAmount($0, slack: sum.slack), total) } ?? false
      }
      return own.digits.significantDigits >= least && own.swapped.contains(where: comesOut)
        || total.digits.significantDigits >= 3 && own.exact > .zero && own.moved.contains(where: comesOut)
    }
  }

  /// One of them is what those right behind it add up to: 基本支出300万元，人员250万元、公用50万元.
  fileprivate var isPartedFurther: Bool {
    indices.contains { index in
      (index + 3..<Swift.max(count + 1, index + 3)).contains { end in
        StatedAmount(sumOf: self[index + 1..<end].map(\.stated))?.relation(to: self[index].stated) == .agree
      }
    }
  }

  /// Some of them from the first on add up to the total: what follows is parted further.
  fileprivate func reaches(_ total: StatedAmount) -> Bool {
    var sum: StatedAmount?
    for one in self {
      guard let next = StatedAmount(sumOf: (sum.map { [$0] } ?? []) + [one.stated]) else { return true }
      if next.relation(to: total) == .agree { return true }
      sum = next
    }
    return false
  }
}

extension AmountStatement {
  /// Money of one level of government, or of those who benefit.
  fileprivate var namesLevel: Bool {
    words.holds(anyOf: [
      "中央", "省级", "省财政", "市级", "市财政", "区财政", "县财政", "镇财政", "乡镇", "县级", "区级", "自治区", "州级", "旗县", "盟市", "自筹", "地方", "上级",
      "本级",
    ])
  }
}

extension StatedAmount {
  /// So close that one digit of the total may have been mistyped: 3148 for 3138.
  fileprivate func differsInOneDigit(from other: StatedAmount) -> Bool {
    guard let share = exact.divided(by: other.exact), share > Rational(98, over: 100) ?? .one else { return false }
    let (mine, theirs) = (Array(digits), Array(other.digits))
    return mine.count == theirs.count && mine.count >= 4 && zip(mine, theirs).count { $0 != $1 } == 1
  }
}
