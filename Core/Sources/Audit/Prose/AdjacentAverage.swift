import Figures
import Reading
import Rules
import Text

/// What each of so many comes to, told right behind how many they are and what all come to, that is off:
/// 新增贷款1126户、5067万元，户均5.4万元; 186批2.3万人次，平均每批132人.
struct AdjacentAverage {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["均", "每"]) { read -> [Finding] in
    let passage = read.passage
    let quantities = passage.figures.compactMap(ProseQuantity.init)
    return passage.figures.compactMap { AdjacentAverage($0, among: quantities, in: passage)?.finding }
  }

  private let figure: WrittenFigure
  private let average: Rational
  private let count: ProseQuantity
  private let total: ProseQuantity
  private let passage: PassageReading

  /// What an average is told for, by the character before 均 or behind 每.
  private static let counted: [(words: [String], units: [String])] = [
    (["户均", "每户"], ["户"]), (["人均", "每人", "每名", "每生", "生均"], ["人", "名", "人次"]), (["亩均", "每亩"], ["亩"]),
    (["车均", "每辆", "辆均"], ["辆", "台"]), (["村均", "每村", "每个村"], ["个"]), (["件均", "每件"], ["件"]),
    (["场均", "每场"], ["场", "场次"]), (["期均", "每期"], ["期"]), (["批均", "每批", "每批次"], ["批", "批次"]),
    (["每个", "每处", "每所", "每座", "每台", "每套", "每家"], ["个", "处", "所", "座", "台", "套", "家"]),
    (["人次均"], ["人次"]), (["宗均", "每宗"], ["宗"]), (["笔均", "每笔"], ["笔"]), (["每公里"], ["公里"]), (["每吨", "吨均"], ["吨"]),
  ]
  /// What a word for an average may be told of besides.
  private static let others = [
    "月", "收入", "净", "日", "天", "标准", "不超过", "由", "从", "上年", "去年", "目标", "成本", "预算", "耗", "面积", "次均", "其中", "最高", "最低",
  ]

  private init?(_ figure: WrittenFigure, among quantities: [ProseQuantity], in passage: PassageReading) {
    guard let value = figure.kind.extent?.number?.value, figure.isUnbounded, value > .zero else { return nil }
    let unit: String
    switch figure.kind {
    case .amount: unit = "元"
    case .count(_, let counter): unit = counter
    default: return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard words.unicodeScalars.count <= 10, !words.holds(anyOf: Self.others),
      let counted = Self.counted.first(where: { $0.words.contains(where: words.holds) }),
      words.holds("均")
    else { return nil }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let before = quantities.filter {
      part.contains($0.figure.range.lowerBound) && $0.figure.range.upperBound <= figure.range.lowerBound
    }
    func isTotal(_ one: ProseQuantity) -> Bool { one.unit == unit || unit == "人" && one.unit == "人次" }
    func isCount(_ one: ProseQuantity) -> Bool { counted.units.contains(one.unit) && one.unit != unit }
    // The last two quantities alone are plainly what it is worked out from; of a count told further back it is a slip.
    let last = before.suffix(2)
    guard let total = last.last(where: isTotal) else { return nil }
    let beside = last.last(where: isCount)
    let further = quantities.filter { isCount($0) && $0.figure.range.upperBound <= figure.range.lowerBound }
    guard let count = beside ?? further.max(by: { $0.value.exact < $1.value.exact }), total.figure != count.figure,
      count.value.exact > Rational.one
    else { return nil }
    let slack = figure.kind.extent?.number?.halfStep ?? .zero
    let room = figure.isApproximate ? value.divided(by: Rational(20)) ?? .zero : slack
    func gives(_ total: ProseQuantity, _ count: ProseQuantity) -> Bool {
      guard let low = total.value.exact.subtracting(total.value.slack)?.divided(by: count.value.exact),
        let high = total.value.exact.adding(total.value.slack)?.divided(by: count.value.exact),
        let least = low.subtracting(room)?.subtracting(room), let most = high.adding(room)?.adding(room)
      else { return true }
      return least <= value && value <= most
    }
    let totals = quantities.filter(isTotal).suffix(8)
    let counts = quantities.filter { counted.units.contains($0.unit) }.suffix(8)
    guard !totals.contains(where: { total in counts.contains { gives(total, $0) } }),
      let average = total.value.exact.divided(by: count.value.exact), let ratio = value.divided(by: average),
      // Within a hundredth, what was added up was rounded.
      let gap = ratio.subtracting(.one)?.magnitude, gap > Rational(1, over: 50) ?? .zero,
      ratio < Rational(2), ratio > Rational(1, over: 2) ?? .one,
      beside != nil || DigitSlip(average, rounded: value.spoken(4)) != nil
    else { return nil }
    (self.figure, self.average, self.count, self.total, self.passage) = (figure, average, count, total, passage)
  }

  private var finding: Finding {
    let quotes = [total.figure, count.figure, figure].map { passage.quote($0) }
    let right = total.unit == "元" ? StatedAmount(average, slack: .zero).told : average.spoken(2)
    return Finding(
      at: [figure, total.figure, count.figure].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0]) ÷ \(quotes[1]) 为 \(right)，所写平均 \(quotes[2])。", derivation: "\(quotes[0]) ÷ \(quotes[1]) = \(right)")
  }
}

extension StatedAmount {
  /// In 元 below 万元.
  fileprivate var told: String { exact < Rational(10_000) ? exact.spoken(2) + " 元" : spoken }
}
