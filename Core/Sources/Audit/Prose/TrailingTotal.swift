import Figures
import Reading
import Rules
import Text

/// A sum behind what it is the sum of: 行政编制46名、事业编制52名，合计98名.
struct TrailingTotal {
  let total: ProseQuantity
  let parts: [ProseQuantity]
  let sum: StatedAmount
  private let passage: PassageReading

  /// No sentence sums up more than these; a table run together to one line may hold thousands.
  private static let mostFigures = 60
  private static let sums = ["合计", "共计", "总计", "合计为", "共计为"]
  private static let countsOfAll = ["全市共", "全县共", "全区共", "全省共", "总共", "一共", "全乡共", "全镇共"]

  /// nil where there is none, or the parts add up to it in some way.
  init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let total = ProseQuantity(figure), !total.unit.isEmpty else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    // 三类管网合计146.5公里 names how many there are.
    let kinds = ["类", "项", "者", "部分", "种"]
    let isBehindKind = passage.isRightBehindCount(figure, of: kinds) || kinds.contains { words.begins(with: $0) }
    let named =
      isBehindKind && ["合计", "共计", "总计"].contains(where: words.ends)
    // 全市共9个 says how many all are; there may be more than are told.
    let isOpen = words.isExactly(anyOf: Self.countsOfAll)
    // 一等奖3项、二等奖7项，共获奖21项: what all of them were called before.
    let isOfKind = ["共获奖", "共获得奖项", "共获"].contains(words)
    guard isOpen || isOfKind || named && words.count <= 8 || words.withoutNumeral.isExactly(anyOf: Self.sums) else {
      return nil
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).suffix(Self.mostFigures)
    // Only what is counted alike and runs on without a break can be told to be summed up.
    let alike = before.filter { $0.kind.extent != nil }.compactMap(ProseQuantity.init)
      .filter { $0.unit == total.unit }
    // 三项资金共计 says how many they are.
    let number = named ? before.last.flatMap(ProseQuantity.init).map { Int($0.value.exact.floor) } : nil
    let listed = number.map { Array(alike.suffix($0)) }.flatMap { $0.count >= 2 && alike.count > $0.count ? $0 : nil }
    let parts = listed ?? alike.withoutPartsOfParts
    // 猪41万头、羊12万只，合计53万头（只） sums up both.
    let whatever = before.compactMap(ProseQuantity.init).filter { !["", "元", "㎡"].contains($0.unit) }
    if total.unit != "元",
      whatever.reversed().runningSums.contains(where: { $0?.relation(to: total.value) ?? .agree == .agree })
    {
      return nil
    }
    guard parts.count >= 2, let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      !alike.reversed().runningSums.dropFirst().contains(where: { $0?.relation(to: total.value) ?? .agree == .agree }),
      !isOpen || sum.relation(to: total.value) == .above,
      // Far off, it sums up something else.
      let ratio = sum.exact.divided(by: total.value.exact), ratio > Rational(1, over: 2) ?? .zero, ratio < Rational(2)
    else { return nil }
    (self.total, self.parts, self.sum, self.passage) = (total, parts, sum, passage)
  }

  var finding: Finding {
    let spoken = total.unit == "元" ? sum.spoken : sum.exact.spoken(2)
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "前面各项之和 \(spoken)，所写合计 \(passage.quote(total.figure))。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(spoken)")
  }
}

extension PassageReading {
  /// 三项 stands before the words right before it.
  fileprivate func isRightBehindCount(_ figure: WrittenFigure, of units: [String]) -> Bool {
    let words = words(before: figure)
    guard let count = figures(in: sentence(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound).last,
      case .count(_, let unit) = count.kind
    else { return false }
    return units.contains(unit) && count.range.upperBound == words.lowerBound
  }
}

extension String {
  /// 合计 of 三项合计 and 两者合计.
  fileprivate var withoutNumeral: String {
    guard let first = unicodeScalars.first, "二两三四五六七八九".unicodeScalars.contains(first),
      let sum = ["合计", "共计", "总计"].first(where: ends), unicodeScalars.count <= 9
    else { return self }
    return sum
  }
}

extension [ProseQuantity] {
  /// 386, 212, 138, 36, 114 are 386 and 114: the three between make up the first.
  fileprivate var withoutPartsOfParts: [ProseQuantity] {
    var kept: [ProseQuantity] = []
    var index = 0
    while index < count {
      kept.append(self[index])
      let parts = self[(index + 1)...].runningSums.dropFirst()
        .firstIndex { $0?.relation(to: self[index].value) == .agree }
      index += 1 + (parts.map { $0 + 1 } ?? 0)
    }
    return kept
  }
}

extension Collection<ProseQuantity> {
  /// The first, the first two together, the first three, and so on; nil from where a sum cannot be held.
  fileprivate var runningSums: [StatedAmount?] {
    var sums: [StatedAmount?] = []
    for quantity in self {
      let sum = sums.last.map { before in before.flatMap { StatedAmount(sumOf: [$0, quantity.value]) } }
      sums.append(sum ?? quantity.value)
    }
    return sums
  }
}
