import Figures
import Reading
import Rules
import Text

/// How many of a number were given each grade: 12个项目，优9个、良2个、中1个.
struct GradeCounts {
  let total: ProseQuantity
  let parts: [ProseQuantity]
  let sum: StatedAmount
  private let passage: PassageReading

  /// nil where fewer than two grades follow the number, where they add up to it, or where others may be left out.
  init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard case .count = figure.kind, let total = ProseQuantity(figure) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    func alike(in range: Range<Int>) -> some Sequence<ProseQuantity> {
      passage.figures(in: range).lazy.compactMap(ProseQuantity.init).filter { $0.unit.isExactly(total.unit) }
    }
    var rest = sentence.rest(behind: figure.range)
    // 自评项目9个。平均92分，其中优6个、良2个、中1个: the number is the last one told before.
    if !alike(in: rest).contains(where: { _ in true }), let next = passage.sentences(behind: sentence, atMost: 2) {
      rest = rest.lowerBound..<next.upperBound
    }
    var parts: [ProseQuantity] = []
    var grades: Set<String> = []
    for part in alike(in: rest) {
      // All of them are graded, each otherwise.
      guard let grade = passage.grade(of: part.figure), grades.insert(grade).inserted else { return nil }
      parts.append(part)
    }
    guard let last = parts.last, parts.count >= 2, passage.grade(of: figure) == nil,
      let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      // Another number of them gives the sum: those that were graded.
      !alike(in: 0..<figure.range.lowerBound).contains(where: { sum.relation(to: $0.value) == .agree })
    else { return nil }
    let isOpen = passage.marks(in: rest).contains { $0.cue == .rest }
    let leavesOut = isOpen || passage.text(last.figure.range.upperBound..<rest.upperBound).holds("未")
    guard sum.relation(to: total.value) == .above || !leavesOut && parts.count > 2 else { return nil }
    (self.total, self.parts, self.sum, self.passage) = (total, parts, sum, passage)
  }

  /// Of numbers that 其中 does not part already.
  static func findings(in passage: PassageReading) -> [Finding] {
    passage.figures.compactMap { figure in
      guard let list = GradeCounts(wrong: figure, in: passage),
        CountedParts(behind: figure, in: passage)?.finding(in: passage) == nil
      else { return nil }
      return list.finding
    }
  }

  private var finding: Finding {
    let all = sum.exact.spoken(2)
    return Finding(
      at: ([total] + parts).map { .text(passage.passage.place($0.figure.range)) },
      "各等级之和 \(all)，与总数 \(passage.quote(total.figure)) 不等。",
      derivation: "\(parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(all)",
      severity: sum.relation(to: total.value) == .above ? nil : .info)
  }
}

extension PassageReading {
  /// The sentences that follow one, as many as there are at most; nil behind the last.
  fileprivate func sentences(behind sentence: Range<Int>, atMost count: Int) -> Range<Int>? {
    let next = sentences.drop { $0.lowerBound < sentence.upperBound }.prefix(count)
    guard let first = next.first, let last = next.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// The grade that a number of things was given, by the words before it or right behind: 优9个, 9个评为优.
  fileprivate func grade(of figure: WrittenFigure) -> String? {
    let clause = clause(at: figure.range.lowerBound)
    let after = figure.range.upperBound..<max(figure.range.upperBound, clause.upperBound)
    return grade(in: text(words(before: figure)))
      ?? (text(after).holds(anyOf: Self.judging) ? grade(in: text(after)) : nil)
  }

  /// 优 of 其中评价等级为“优”的; nothing of 高中 and 其中.
  private func grade(in words: String) -> String? {
    var rest = words.folded
    for lead in ["其中"] where rest.begins(with: lead) { rest.removeFirst(lead.count) }
    for end in ["的项目", "的有", "的为", "的", "等级", "等次", "级", "项目", "有"] where rest.ends(with: end) {
      rest.removeLast(end.count)
    }
    if let start = Self.judging.compactMap({ rest.rangeBehind($0) }).max() { rest = String(rest[start...]) }
    return Self.grades.contains(rest) ? rest : nil
  }

  private static let grades: Set<String> = [
    "优", "优秀", "良", "良好", "中", "中等", "一般", "差", "较差", "合格", "基本合格", "不合格",
  ]
  private static let judging = ["评级为", "等级为", "评为", "评定为", "结果为", "等次为", "结论为", "评价为", "自评为", "档次为"]
}

extension String {
  /// Where what follows the last of these words begins.
  fileprivate func rangeBehind(_ words: String) -> String.Index? {
    guard holds(words) else { return nil }
    var (found, start): (String.Index?, String.Index) = (nil, startIndex)
    while start < endIndex {
      if self[start...].hasPrefix(words) { found = index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return found
  }
}
