import Figures
import Reading
import Rules
import Text

/// So many times as many each, and all of them: 培训4期，每期45人，共培训180人; what falls on each of what is named by its
/// last character: 教学班42个、学生2016人，平均每班48人; on each month of a year: 全年1,152万人次，月均96万人次; what so much
/// at a price comes to: 增产48公斤，按2.6元/公斤计算，增收124.8元.
struct EachTimesCount {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: ["每", "均", "计算", "测算", "折算"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.sentences.flatMap { sentence -> [Finding] in
      let told = passage.labelledQuantities(in: sentence)
      guard (2...mostFigures).contains(told.count) else { return [] }
      return told.indices.compactMap {
        ofEach(at: $0, of: told, in: passage) ?? ofMonth(at: $0, of: told, in: passage)
          ?? ofDay(at: $0, of: told, in: passage) ?? ofCounted(at: $0, of: told, in: passage) ?? ofNamed(
            at: $0, of: told, in: passage) ?? ofPrice(at: $0, of: told, in: passage)
      }
    }
  }

  private static let mostFigures = 40

  /// 4期，每期45人，共培训180人: three quantities that follow one another.
  private static func ofEach(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    guard index > 0, index + 1 < told.count else { return nil }
    let (count, each, total) = (told[index - 1], told[index], told[index + 1])
    guard !count.unit.isEmpty, ["每" + count.unit, "平均每" + count.unit].contains(each.label), each.unit == total.unit,
      each.unit != count.unit, each.unit != "元", isSum(total.label),
      passage.part(of: count, to: total), let right = count.value.exact.multiplied(by: each.value.exact)
    else { return nil }
    return finding(
      right, each.value.slack.multiplied(by: count.value.exact), total,
      "\(passage.quote(count.figure)) × \(passage.quote(each.figure))", [count, each], in: passage)
  }

  /// 月均 beside what the whole year comes to.
  private static func ofMonth(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    let each = told[index]
    guard index > 0, ["月均", "月平均", "平均每月", "每月平均"].contains(each.label) else { return nil }
    let total = told[index - 1]
    guard total.unit == each.unit, total.label.holds("全年"), passage.part(of: total, to: each),
      let right = total.value.exact.divided(by: Rational(12))
    else { return nil }
    return finding(
      right, total.value.slack.divided(by: Rational(12)), each, "\(passage.quote(total.figure)) ÷ 12",
      [total], in: passage)
  }

  /// 日均 beside the days on which doors were open.
  private static func ofDay(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    let each = told[index]
    guard index > 1, ["日均", "日平均", "平均每天", "平均每日"].contains(each.label) else { return nil }
    let (days, total) = (told[index - 2], told[index - 1])
    guard days.unit == "天", days.label.holds(anyOf: ["开馆", "开放", "开园", "运行", "运营", "供餐", "开课", "营业"]),
      total.unit == each.unit,
      passage.part(of: days, to: each), let right = total.value.exact.divided(by: days.value.exact),
      let slack = total.value.slack.divided(by: days.value.exact)
    else { return nil }
    return finding(
      right, slack, each, "\(passage.quote(total.figure)) ÷ \(passage.quote(days.figure))", [total, days], in: passage)
  }

  /// 护林队14支、护林员420人，每支30人; what each is to have at least may be told as well.
  private static func ofCounted(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    guard index > 1 else { return nil }
    let (count, total, each) = (told[index - 2], told[index - 1], told[index])
    guard !["", "元", "天", "年", "个月", "㎡"].contains(count.unit), each.label == "每" + count.unit, total.unit == each.unit,
      each.unit != count.unit, !["", "元", "㎡"].contains(each.unit), passage.part(of: count, to: each),
      count.value.slack == .zero, total.value.slack == .zero,
      let right = total.value.exact.divided(by: count.value.exact), right.denominator == 1
    else { return nil }
    return finding(
      right, .zero, each, "\(passage.quote(total.figure)) ÷ \(passage.quote(count.figure))", [total, count], in: passage
    )
  }

  /// 平均每班 beside the number of 教学班.
  private static func ofNamed(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    let each = told[index]
    let label = Array(each.label.unicodeScalars)
    let isShort = label.count == 2 && label[1] == "均"
    guard index > 1, isShort || each.label.begins(with: "平均每") && label.count == 4 else { return nil }
    let noun = isShort ? label[0] : label[3]
    let counts = told[..<index].filter {
      $0.unit != each.unit
        && ($0.label.ends(with: String(scalars: [noun]))
          || $0.figure.range.upperBound < passage.scalars.count && passage.scalars[$0.figure.range.upperBound] == noun)
    }
    let totals = told[..<index].filter { $0.unit == each.unit && !$0.unit.isEmpty }
    guard counts.count == 1, totals.count == 1, let count = counts.first, let total = totals.first,
      let right = total.value.exact.divided(by: count.value.exact)
    else { return nil }
    return finding(
      right, .one, each, "\(passage.quote(total.figure)) ÷ \(passage.quote(count.figure))", [total, count], in: passage)
  }

  /// 48公斤，按2.6元/公斤计算，…124.8元: the sum right behind the price.
  private static func ofPrice(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    guard index > 0 else { return nil }
    let (count, total) = (told[index - 1], told[index])
    guard total.unit == "元", !["", "元", "㎡"].contains(count.unit), passage.part(of: count, to: total) else {
      return nil
    }
    let between = passage.figures(in: count.figure.range.upperBound..<total.figure.range.lowerBound)
    guard between.count == 1, let figure = between.first, case .price(.number(let price), count.unit) = figure.kind,
      passage.text(passage.words(before: figure)).withoutBlanks.begins(with: "按"),
      let right = count.value.exact.multiplied(by: price.value)
    else { return nil }
    let behind = passage.text(figure.range.upperBound..<total.figure.range.lowerBound).withoutBlanks
    guard ["计算", "测算", "折算", "核算"].contains(where: behind.holds), !behind.holds(anyOf: ["月", "天", "年", "×"]) else {
      return nil
    }
    let slack = count.value.slack.multiplied(by: price.value)
    return finding(
      right, slack, total, "\(passage.quote(count.figure)) × \(passage.quote(figure))", [count], in: passage)
  }

  private static func isSum(_ label: String) -> Bool {
    ["共", "合计", "总计", "累计"].contains(where: label.begins) && label.unicodeScalars.count <= 6
  }

  /// nil where it comes out but for two hundredths, or lies so far off that it is of something else.
  private static func finding(
    _ right: Rational, _ slack: Rational?, _ told: LabelledQuantity, _ working: String, _ from: [LabelledQuantity],
    in passage: PassageReading
  ) -> Finding? {
    let value = StatedAmount(right, slack: slack ?? .zero)
    guard right > .zero, value.relation(to: told.value) != .agree, let ratio = told.value.exact.divided(by: right),
      let gap = ratio.subtracting(.one)?.magnitude, gap > Rational(1, over: 50) ?? .zero,
      ratio > Rational(1, over: 2) ?? .one, ratio < Rational(2)
    else { return nil }
    let spoken = told.unit == "元" ? right.spoken(2) + "元" : right.spoken(2)
    return Finding(
      at: ([told] + from).map { .text(passage.passage.place($0.figure.range)) },
      "\(working) 为 \(spoken)，所写 \(passage.quote(told.figure))。", derivation: "\(working) = \(spoken)")
  }
}

extension PassageReading {
  /// Both stand between the same semicolons.
  fileprivate func part(of first: LabelledQuantity, to last: LabelledQuantity) -> Bool {
    semicolonPart(at: first.figure.range.lowerBound).contains(last.figure.range.lowerBound)
  }
}
