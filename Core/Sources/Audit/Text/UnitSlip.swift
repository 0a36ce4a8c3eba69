import Figures
import Reading
import Rules
import Text

/// Units that are written twice, wrongly or not at all.
enum UnitSlip {
  private static let doubles: WordFinder = [
    "万万元", "亿亿元", "万元万元", "万元元", "元元", "元万元", "亿元万元", "万元亿元", "亿元元", "%%", "万亿亿元", "万元万", "元人民币元",
  ]

  /// 0万万元.
  static func doubled(in writing: Writing) -> [Range<Int>] {
    doubles.matches(in: writing.scalars).compactMap { unit in
      var start = unit.range.lowerBound
      while start > 0, writing.scalars[start - 1].isBlank { start -= 1 }
      let end = start
      while let scalar = writing.scalar(at: start - 1), scalar.isDigit || scalar == "." || scalar == "," { start -= 1 }
      while start < end, !writing.scalars[start].isDigit { start += 1 }
      guard start < end else { return nil }
      // 100%%以上 is one thing, 12元元旦 another.
      if let next = writing.scalar(at: unit.range.upperBound), ["旦", "素", "宵"].contains(next) { return nil }
      return start..<unit.range.upperBound
    }
  }

  /// Amounts in 元 among amounts in 万元.
  static func mixed(in writing: Writing) -> [Finding] {
    let amounts = (writing.passage?.figures ?? []).compactMap { Amount($0, in: writing) }
    guard amounts.contains(where: { $0.unit == .yuan }), amounts.contains(where: { $0.unit == .tenThousand }) else {
      return []
    }
    return sums(of: amounts, in: writing) + oddParts(of: amounts, in: writing)
  }

  /// A total in 元 that parts in 万元 add up to.
  private static func sums(of amounts: [Amount], in writing: Writing) -> [Finding] {
    amounts.indices.compactMap { index in
      let total = amounts[index]
      guard total.unit == .yuan, total.value > .zero else { return nil }
      let sentence = writing.sentence(around: total.range)
      let parts = amounts[(index + 1)...].prefix { sentence.contains($0.range.lowerBound) && $0.unit == .tenThousand }
      guard let chosen = smallestSum(of: Array(parts), equal: total.value) else { return nil }
      let sum = chosen.map(\.digits).joined(separator: " + ") + " = \(total.digits)"
      return Finding(
        at: [writing.place(total.range)] + chosen.map { writing.place($0.range) },
        "“\(writing.quote(total.range))”应为 \(total.digits) 万元：\(sum)。", derivation: sum, severity: .error)
    }
  }

  /// A part in 万元 among parts in 元 that its digits make up a total in 元 with.
  private static func oddParts(of amounts: [Amount], in writing: Writing) -> [Finding] {
    amounts.indices.compactMap { index -> Finding? in
      let odd = amounts[index]
      guard odd.unit == .tenThousand, odd.value >= Rational(10_000) else { return nil }
      let before = amounts[..<index].lastIndex { $0.unit == .yuan && $0.value > odd.value }
      guard let start = before else { return nil }
      let total = amounts[start]
      // Behind it, in its own sentence.
      let sentence = writing.sentence(around: odd.range)
      let parts = amounts[(start + 1)...].prefix { $0.range.lowerBound < sentence.upperBound }
      guard parts.count >= 2, parts.allSatisfy({ $0.unit == .yuan || $0.range == odd.range }),
        let sum = parts.reduce(Rational?.some(.zero), { sum, part in sum.flatMap { $0.adding(part.value) } }),
        sum == total.value
      else { return nil }
      return Finding(
        at: [writing.place(odd.range), writing.place(total.range)],
        "“\(writing.quote(odd.range))”应为 \(odd.digits) 元：与其他各项相加恰为 \(total.digits) 元。",
        derivation: "\(odd.digits) 元", severity: .error)
    }
  }

  /// The first so many parts, at least two and none of them nothing, that make up the total.
  private static func smallestSum(of parts: [Amount], equal total: Rational) -> [Amount]? {
    var chosen: [Amount] = []
    var sum = Rational.zero
    for part in parts where part.value > .zero {
      chosen.append(part)
      guard let next = sum.adding(part.value) else { return nil }
      sum = next
      if chosen.count > 1, sum == total { return chosen }
    }
    return nil
  }

  /// What a whole year brought or took, in 元 and less than any office has: 全年罚没收入862.4元.
  static func tiny(in writing: Writing) -> [Finding] {
    guard let passage = writing.passage, passage.role != .cell else { return [] }
    return passage.figures.compactMap { figure in
      guard case .amount(.number(let number)) = figure.kind, number.exponent < 0, !figure.isInferred,
        !figure.isApproximate, figure.isUnbounded, let amount = Amount(figure, in: writing), amount.unit == .yuan,
        amount.value >= Rational(10), amount.value < Rational(10_000)
      else { return nil }
      let sentence = writing.sentence(around: figure.range)
      let start =
        writing.scalars[sentence.lowerBound..<figure.range.lowerBound]
        .lastIndex { [",", ";", "。", "、"].contains($0) }.map { $0 + 1 } ?? sentence.lowerBound
      let words = writing.quote(start..<figure.range.lowerBound)
      guard words.holds(anyOf: ["收入", "投资", "总额", "资金", "税收"]), words.holds(anyOf: ["全年", "年度", "本年", "累计", "共"]),
        !words.holds(anyOf: ["每", "人均", "户均", "平均", "次均", "单价", "标准", "均"])
      else { return nil }
      let quoted = writing.quote(figure.range)
      return Finding(
        at: [writing.place(figure.range)], "“\(quoted)”只有这么少，请核对是否应为万元。", derivation: quoted, severity: .info)
    }
  }

  private static let names: WordFinder = ["费", "支出", "经费", "资金", "拨款", "决算数", "预算数"]
  private static let captions: WordFinder = ["单位:", "单位均为", "以万元", "万元为单位", "(万元)", "单位为"]

  /// 公务接待费5.17，
  static func bare(in writing: Writing) -> [Finding] {
    guard let passage = writing.passage, passage.role != .cell, !captions.occurs(in: writing.scalars) else { return [] }
    return passage.figures.compactMap { figure in
      guard case .plain(.number(let number)) = figure.kind, !figure.isInferred, number.exponent < 0, !number.isNegative,
        writing.hasBefore(figure.number.lowerBound, within: 3, names),
        names.matches(in: writing.scalars, max(0, figure.number.lowerBound - 3)..<figure.number.lowerBound)
          .contains(where: { $0.range.upperBound == figure.number.lowerBound }),
        // Where the text stops, the unit may stand on the next line.
        writing.scalar(at: figure.range.upperBound).map({ [",", "。", ";"].contains($0) }) ?? false
      else { return nil }
      let quoted = writing.quote(figure.range)
      return Finding(at: [writing.place(figure.range)], "“\(quoted)”没有写单位。", derivation: quoted)
    }
  }
}

/// An amount in the digits and the unit that it is written with.
private struct Amount {
  enum Unit { case yuan, tenThousand }
  let range: Range<Int>
  let value: Rational
  let unit: Unit
  private let written: ArraySlice<Unicode.Scalar>
  var digits: String { String(scalars: written) }

  /// nil for figures that are no plain amount in 元 or 万元.
  init?(_ figure: WrittenFigure, in writing: Writing) {
    guard case .amount(.number(let amount)) = figure.kind, !figure.isInferred else { return nil }
    let words = writing.scalars[figure.number.upperBound..<figure.range.upperBound]
    guard words.count(where: { !$0.isBlank }) <= 2 else { return nil }
    switch words.filter({ !$0.isBlank }) {
    case ["元"]:
      self.unit = .yuan
      value = amount.value
    case ["万", "元"]:
      self.unit = .tenThousand
      guard let shifted = amount.scaled(by: -4) else { return nil }
      value = shifted.value
    default: return nil
    }
    range = figure.range
    written = writing.scalars[figure.number]
  }
}
