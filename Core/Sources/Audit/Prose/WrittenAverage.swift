import Figures
import Reading
import Rules
import Text

/// What one gets on average, told beside how many there are and what all get: 改造128户，户均投入6000元，投入资金76.8万元.
struct WrittenAverage {
  let average: ProseQuantity
  let count: ProseQuantity
  let total: ProseQuantity

  static let finder = PassageFinder(in: .threeFigures, holding: words) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { WrittenAverage(wrong: $0, in: passage)?.finding(in: passage) }
  }

  /// Words for an average, with the units of what it is told for.
  private static let words = units.map(\.word) + ["平均"]
  private static let units: [(word: String, of: [String])] = [
    ("户均", ["户"]), ("人均", ["人", "名", "人次"]), ("亩均", ["亩"]), ("每户平均", ["户"]), ("平均每户", ["户"]),
    ("平均每人", ["人", "名", "人次"]),
    ("每人每年", ["人", "名"]), ("每生每年", ["人", "名"]), ("每户每年", ["户"]), ("每生", ["人", "名"]), ("每人", ["人", "名"]),
    ("每户", ["户"]), ("每亩", ["亩"]),
    ("车均", ["辆", "台"]), ("村均", ["个"]), ("件均", ["件"]),
  ]

  /// nil for other figures, and where its sentence tells of several counts or sums, or they fit.
  private init?(wrong figure: WrittenFigure, in passage: PassageReading) {
    guard let average = ProseQuantity(figure), average.unit == "元", average.value.exact > .zero else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard
      let unit = Self.units.first(where: { words.holds($0.word) }) ?? passage.averageUnit(in: words, beside: figure),
      !words.holds(anyOf: ["月", "收入", "净", "增收", "标准", "每天", "每日", "每学期", "其中", "最高", "最低"]),
      !words.holds("每次") || words.holds("平均每次")
    else { return nil }
    // 每生2000元，共计37.2万元 is what all of them get; of 每户 alone another sum may be told.
    let isRate = words.holds("每") && !words.holds("平均")
    let stretch =
      isRate ? passage.semicolonPart(at: figure.range.lowerBound) : passage.sentence(at: figure.range.lowerBound)
    let others = passage.figures(in: stretch).filter { $0 != figure }.compactMap(ProseQuantity.init)
    let counts = others.filter { unit.of.contains($0.unit) }
    let totals = others.filter { $0.unit == "元" }
    guard !isRate || totals.allSatisfy({ passage.has(.sum, in: passage.words(before: $0.figure)) }) else { return nil }
    guard counts.count == 1, totals.count == 1, let count = counts.first, let total = totals.first,
      let all = average.value.exact.multiplied(by: count.value.exact), all > .zero,
      let ratio = total.value.exact.divided(by: all), let far = Rational(1, over: 50),
      let gap = ratio.subtracting(.one)?.magnitude, gap > far,
      ratio < Rational(2) && ratio > Rational(1, over: 2) ?? .one || Self.isTenfold(ratio)
    else { return nil }
    (self.average, self.count, self.total) = (average, count, total)
  }

  /// A point that stands one place off.
  private static func isTenfold(_ ratio: Rational) -> Bool {
    [Rational(10), Rational(1, over: 10) ?? .zero].contains { step in
      guard let share = ratio.divided(by: step), let gap = share.subtracting(.one)?.magnitude,
        let near = Rational(1, over: 100)
      else { return false }
      return gap < near
    }
  }

  private func finding(in passage: PassageReading) -> Finding {
    let quotes = [average, count, total].map { passage.quote($0.figure) }
    let right = StatedAmount(
      average.value.exact.multiplied(by: count.value.exact) ?? .zero, slack: .zero)
    return Finding(
      at: [average, count, total].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) × \(quotes[1]) 为 \(right.spoken)，所写总额 \(quotes[2])。",
      derivation: "\(quotes[0]) × \(quotes[1]) = \(right.digits) ≠ \(quotes[2])")
  }
}

extension PassageReading {
  /// 平均每套 beside 16套: what the words end in is a unit that its sentence counts in.
  fileprivate func averageUnit(in words: String, beside figure: WrittenFigure) -> (word: String, of: [String])? {
    guard words.holds("平均每") || words.holds("每") && words.ends(with: "平均") else { return nil }
    let units = figures(in: sentence(at: figure.range.lowerBound)).compactMap(ProseQuantity.init).map(\.unit)
    return units.first {
      !["", "元", "㎡"].contains($0) && words.ends(with: "平均每" + $0) || words.ends(with: "每" + $0 + "平均")
    }.map { ("平均每" + $0, [$0]) }
  }
}
