import Figures
import Reading
import Rules
import Text

/// A total and the amounts beside it that make it up, but for two digits that changed places or a point that moved.
private struct MistypedSum {
  let total: AmountStatement
  let parts: [AmountStatement]
  let sum: StatedAmount

  /// nil where the parts make up the total, or anything but a slip lies between.
  init?(_ total: AmountStatement, _ parts: [AmountStatement]) {
    guard parts.count >= 2, parts.count <= 12, let sum = StatedAmount(sumOf: parts.map(\.stated)),
      !parts.contains(where: { $0.stated.exact >= total.stated.exact }) || sum.exact > total.stated.exact,
      sum.relation(to: total.stated) != .agree,
      Self.isSlip(sum, total.stated) || Self.isSlipOfOne(parts, sum, total.stated)
    else { return nil }
    (self.total, self.parts, self.sum) = (total, parts, sum)
  }

  private static func isSlip(_ one: StatedAmount, _ other: StatedAmount) -> Bool {
    let count = max(one.digits.significantDigits, other.digits.significantDigits)
    guard count >= 4 else { return false }
    return other.swapped.contains { $0.relation(to: one) == .agree }
      // 12.86亿元 for 12860万元: the same digits with the point elsewhere.
      || other.exact.divided(by: one.exact).map { [Rational(10), Rational(100), Rational(1_000)].contains($0) } ?? false
  }

  /// One part changed back makes the sum come out.
  private static func isSlipOfOne(_ parts: [AmountStatement], _ sum: StatedAmount, _ total: StatedAmount) -> Bool {
    parts.contains { part in
      let own = part.stated
      guard let others = sum.exact.subtracting(own.exact) else { return false }
      func comesOut(_ right: StatedAmount) -> Bool {
        right.exact.adding(others).map { StatedAmount($0, slack: sum.slack).relation(to: total) == .agree } ?? false
      }
      let count = own.digits.significantDigits
      // Three digits are enough where what they have to come to is told with many more.
      return count >= (total.digits.significantDigits >= 6 ? 3 : 4) && own.swapped.contains(where: comesOut)
        || count >= 3 && own.moved.contains(where: comesOut)
    }
  }

  func finding(in statements: Statements) -> Finding {
    let quoted = statements.passage(of: total).text(total.range)
    return Finding(
      at: ([total] + parts).map { .text($0.place) }, "所列各项之和 \(sum.spoken)，与总数 \(quoted) 不等，数字相近，请核对。",
      derivation: "\(parts.map(\.stated.digits).joined(separator: " + ")) = \(sum.digits) ≠ \(total.stated.digits)")
  }
}

extension Dossier {
  /// Totals that the amounts right before or behind them make up but for a slip.
  var mistypedSums: [Finding] {
    let parts = Set(statements.lists.flatMap(\.parts).map { statements.amounts[$0].place })
    let levels = Dictionary(
      grouping: statements.amounts.filter { $0.role == .level && !$0.isApproximate }, by: \.passage)
    let found = levels.keys.sorted().flatMap { mistypedSums(inPassage: $0, levels[$0] ?? [], parts) }
    let told = Set((found + listedSums).compactMap(\.places.first))
    return found + listedSums.filter { list in !found.contains { $0.places[0] == list.places[0] } }
      + enumeratedSums(levels).filter { !told.contains($0.places[0]) }
  }

  /// What 其中 leads to, be it all or not, that makes up the total but for a slip; 基本支出 is C09's.
  private var listedSums: [Finding] {
    statements.lists.compactMap { list in
      let (total, parts) = (statements.amounts[list.total], list.parts.map { statements.amounts[$0] })
      let passage = statements.passage(of: total)
      let sentence = passage.sentence(at: total.range.lowerBound)
      // 中央补助a、省级补助b、县级安排c: the list may go on in other words up to the end of its sentence.
      let further = list.further.map { statements.amounts[$0] }.filter { sentence.contains($0.range.lowerBound) }
      guard !list.isComplete, !list.isOpen, !total.isApproximate, total.item != .basicExpenditure,
        (parts + further).allSatisfy({ $0.role == total.role && !$0.isApproximate })
      else { return nil }
      let runs = Set([0, further.count]).sorted().map { parts + further.prefix($0) }
      guard !runs.contains(where: { StatedAmount(sumOf: $0.map(\.stated))?.relation(to: total.stated) == .agree })
      else {
        return nil
      }
      return runs.lazy.compactMap { MistypedSum(total, $0) }.first?.finding(in: statements)
    }
  }

  /// The amounts of one passage, without those that part others.
  private func mistypedSums(inPassage index: Int, _ levels: [AmountStatement], _ parts: Set<TextPlace>) -> [Finding] {
    let passage = statements.passages[index]
    guard passage.passage.role != .cell, !passage.isAboutPlans else { return [] }
    let all = levels.filter { !$0.amount.isZero }
    guard all.count >= 3, all.count <= 40 else { return [] }
    let plain = all.filter { !parts.contains($0.place) || $0.words.holds(anyOf: MistypedSum.totals) }
    return all.indices.compactMap { place -> Finding? in
      let total = all[place]
      guard total.words.holds(anyOf: MistypedSum.totals) else { return wholePassage(total, plain) }
      // What was added up may stand before, and be parted otherwise behind.
      for runs in self.runs(beside: total, in: all, plain, of: passage) {
        if runs.contains(where: { StatedAmount(sumOf: $0.map(\.stated))?.relation(to: total.stated) == .agree }) {
          continue
        }
        if let slip = runs.lazy.compactMap({ MistypedSum(total, $0) }).first { return slip.finding(in: statements) }
      }
      return nil
    }
  }

  /// The runs of amounts that end right before the total, those that begin right behind it, and the sentence that ends
  /// with 其余.
  private func runs(
    beside total: AmountStatement, in all: [AmountStatement], _ plain: [AmountStatement], of passage: PassageReading
  ) -> [[[AmountStatement]]] {
    var before: [[AmountStatement]] = []
    var behind: [[AmountStatement]] = []
    for amounts in [all, plain] {
      guard let place = amounts.firstIndex(where: { $0.place == total.place }) else { continue }
      before += (2...8).filter { $0 <= place }.map { Array(amounts[place - $0..<place]) }
      behind += (2...8).filter { place + $0 < amounts.count }.map { Array(amounts[place + 1...place + $0]) }
    }
    let rests = all.filter { $0.range.lowerBound > total.range.lowerBound && $0.words.begins(with: "其余") }.prefix(1).map
    { rest in
      let sentence = passage.sentence(at: rest.range.lowerBound)
      return all.filter {
        sentence.contains($0.range.lowerBound) && $0.range.lowerBound <= rest.range.lowerBound
          && $0.place != total.place
      }
    }
    return [before, behind, Array(rests)]
  }

  /// All other amounts of a passage that make up its largest one.
  private func wholePassage(_ total: AmountStatement, _ plain: [AmountStatement]) -> Finding? {
    let others = plain.filter { $0.place != total.place }
    guard plain.contains(where: { $0.place == total.place }), (2...6).contains(others.count),
      others.allSatisfy({ $0.stated.exact < total.stated.exact && $0.stage == others[0].stage }),
      !others.contains(where: { $0.words.holds(anyOf: ["结余", "结转", "未", "比", "较"]) }),
      // What one gets, the least and the most are no parts.
      !(others + [total]).contains(where: { $0.words.holds(anyOf: MistypedSum.measures) })
    else { return nil }
    return MistypedSum(total, others)?.finding(in: statements)
  }

  /// 一是…a；二是…b；三是…c, or paragraphs 1、…a, 2、…b, and a total told in one of the paragraphs around.
  private func enumeratedSums(_ levels: [Int: [AmountStatement]]) -> [Finding] {
    let lists = levels.keys.sorted().compactMap { enumeratedAmounts($0, levels[$0] ?? []) } + numberedParagraphs(levels)
    return lists.compactMap { list -> Finding? in
      guard list.count >= 3, let first = list.first, let last = list.last,
        let sum = StatedAmount(sumOf: list.map(\.stated))
      else { return nil }
      let annex = statements.passage(of: first).passage.annex
      let around = (first.passage - 4...last.passage + 2).flatMap { levels[$0] ?? [] }.filter { amount in
        statements.passage(of: amount).passage.annex == annex && !list.contains(where: { $0.place == amount.place })
          && list.allSatisfy { $0.stated.exact < amount.stated.exact }
      }
      guard !around.contains(where: { $0.stated.relation(to: sum) == .agree }) else { return nil }
      return around.lazy.compactMap { MistypedSum($0, list) }.first.map { $0.finding(in: statements) }
    }
  }

  /// The first amount behind every 一是, 二是 of a paragraph; nil where one has none.
  private func enumeratedAmounts(_ index: Int, _ amounts: [AmountStatement]) -> [AmountStatement]? {
    let passage = statements.passages[index]
    guard passage.passage.role != .cell, passage.passage.text.holds("一是"), passage.passage.text.holds("三是") else {
      return nil
    }
    let starts = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是"].prefix { passage.passage.text.holds($0) }
      .compactMap { word -> Int? in
        let scalars = Array(word.unicodeScalars)
        return passage.scalars.indices.dropLast().first {
          passage.scalars[$0] == scalars[0] && passage.scalars[$0 + 1] == scalars[1]
        }
      }
    guard starts.count >= 3, zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    let ends = starts.dropFirst() + [passage.scalars.count]
    let firsts = zip(starts, ends).map { start, end in amounts.first { (start..<end).contains($0.range.lowerBound) } }
    return firsts.contains { $0 == nil } ? nil : firsts.compactMap { $0 }
  }

  /// The first amounts of paragraphs that are numbered in turn, each under its number.
  private func numberedParagraphs(_ levels: [Int: [AmountStatement]]) -> [[AmountStatement]] {
    var lists: [[AmountStatement]] = []
    var list: [AmountStatement] = []
    var next = 1
    for (index, passage) in statements.passages.enumerated() {
      let number = passage.passage.text.leadingNumber
      let first = levels[index]?.first
      if let number, let first, number == 1 || number == next && !list.isEmpty {
        if number == 1 {
          lists.append(list)
          list = []
        }
        list.append(first)
        next = number + 1
      } else {
        lists.append(list)
        list = []
      }
    }
    return (lists + [list]).filter { $0.count >= 3 }
  }
}

extension MistypedSum {
  /// Words of amounts that nobody adds up.
  fileprivate static let measures = ["人均", "户均", "亩均", "平均", "最低", "最高", "每", "增加到", "提高到", "由", "达到"]
  static let totals = ["合计", "共计", "总计", "总共", "共安排", "共下达", "共收到", "共支出", "共投入", "共拨付", "累计"]
}

extension String {
  /// 3 of 3、 or 3. or （3） in front of a paragraph.
  fileprivate var leadingNumber: Int? {
    let scalars = unicodeScalars.lazy.map(\.halfWidth).drop { $0 == "(" || $0.isBlank }
    let head = Array(scalars.prefix(3))
    let digits = head.prefix { $0.isDigit }
    guard (1...2).contains(digits.count), digits.count < head.count, ["、", ".", ")"].contains(head[digits.count]) else {
      return nil
    }
    return Int(String(scalars: digits))
  }
}
