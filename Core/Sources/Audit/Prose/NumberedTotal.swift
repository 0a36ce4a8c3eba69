import Figures
import Reading
import Rules
import Text

/// The sum of paragraphs that are numbered in turn, told right before or right behind them:
/// 实际支出1,100万元，具体为：, 1.工资…, 2.商品…; 以上三项合计2,925万元.
private struct NumberedTotal {
  let total: AmountStatement
  let parts: [AmountStatement]
  let sum: StatedAmount

  func finding(in statements: Statements) -> Finding {
    let quoted = statements.passage(of: total).text(total.range)
    return Finding(
      at: ([total] + parts).map { .text($0.place) },
      "各项之和 \(sum.spoken)，所写总额 \(quoted)，相差 \(sum.gap(to: total.stated).spoken)。",
      derivation: "\(parts.map(\.stated.digits).joined(separator: " + ")) = \(sum.digits) ≠ \(total.stated.digits)")
  }
}

extension Dossier {
  /// Lists of numbered paragraphs whose sum is told otherwise.
  var wrongNumberedTotals: [Finding] {
    let passages = statements.passages
    guard passages.count >= 3 else { return [] }
    let numbers = passages.map { $0.passage.role == .cell || $0.isAboutPlans ? nil : $0.passage.text.itemNumber }
    let starts = numbers.indices.filter { numbers[$0] == 1 && $0 + 1 < numbers.count && numbers[$0 + 1] == 2 }
    guard !starts.isEmpty else { return [] }
    let levels = Dictionary(
      grouping: statements.amounts.filter { $0.role == .level && !$0.isApproximate }, by: \.passage)
    return starts.compactMap { start -> Finding? in
      var end = start
      while end < numbers.count, numbers[end] == end - start + 1 { end += 1 }
      let parts = (start..<end).compactMap { onlyAmount(levels[$0] ?? []) }
      guard parts.count == end - start, parts.count <= 20, let sum = StatedAmount(sumOf: parts.map(\.stated)) else {
        return nil
      }
      let totals =
        (end < passages.count ? totals(behind: passages[end], levels[end] ?? [], count: parts.count) : [])
        + (start > 0 ? totals(before: passages[start - 1], levels[start - 1] ?? []) : [])
      guard let total = totals.first(where: { $0.stated.isNear(sum) }),
        !totals.contains(where: { $0.stated.relation(to: sum) == .agree })
      else { return nil }
      return NumberedTotal(total: total, parts: parts, sum: sum).finding(in: statements)
    }
  }

  /// nil where an item tells of several sums, or of none.
  private func onlyAmount(_ amounts: [AmountStatement]) -> AmountStatement? {
    guard let first = amounts.first, !first.words.holds(anyOf: ["节约", "上年", "去年", "计划", "预算"]) else { return nil }
    let others = amounts.dropFirst()
    let areParts = others.allSatisfy {
      $0.stated.exact < first.stated.exact && $0.words.holds(anyOf: ["均", "每", "其中", "单价"])
    }
    return areParts ? first : nil
  }

  /// 以上三项合计x, 三批设备购置共支出x.
  private func totals(behind passage: PassageReading, _ amounts: [AmountStatement], count: Int) -> [AmountStatement] {
    guard let first = amounts.first, passage.sentence(at: 0).contains(first.range.lowerBound) else { return [] }
    let lead = passage.text(0..<first.range.lowerBound).withoutBlanks
    let numerals = Array("一二三四五六七八九十".unicodeScalars)
    let numeral = count <= numerals.count ? String(scalars: [numerals[count - 1]]) : ""
    let spellings = ["\(count)", numeral] + (count == 2 ? ["两"] : [])
    let isNumbered = spellings.contains { spelling in
      !spelling.isEmpty && ["项", "批", "类", "笔", "部分", "个"].contains { lead.holds(spelling + $0) }
    }
    let isReference = lead.begins(with: "以上") || lead.begins(with: "上述")
    guard isNumbered || isReference, lead.unicodeScalars.count <= 20, lead.holds(anyOf: ["合计", "共", "总计", "总额"])
    else { return [] }
    return [first]
  }

  /// x，具体为： before the list, of whatever of its sums it may be.
  private func totals(before passage: PassageReading, _ amounts: [AmountStatement]) -> [AmountStatement] {
    let words = passage.passage.text.withoutBlanks
    guard words.ends(with: "：") || words.ends(with: ":"),
      ["具体为", "分别为", "分别是", "具体如下", "明细如下", "构成如下", "用途如下", "包括", "其中", "情况如下", "如下"].contains(where: {
        String(words.dropLast()).ends(with: $0)
      })
    else { return [] }
    return amounts.reversed()
  }
}

extension StatedAmount {
  /// Within a fifth of it.
  fileprivate func isNear(_ other: StatedAmount) -> Bool {
    guard let ratio = exact.divided(by: other.exact), let low = Rational(4, over: 5), let high = Rational(5, over: 4)
    else { return false }
    return ratio > low && ratio < high
  }
}
