import Figures
import Reading
import Rules
import Text

/// What each of some things gets and what they get together, right behind: 每座补助10万元，计407万元. No number of whole things
/// gets that much.
struct EachMustDivide {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: ["每"]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return zip(figures, figures.dropFirst()).compactMap { finding($0, $1, in: passage) }
  }

  /// Things that come whole.
  private static let units = ["座", "个", "户", "人", "名", "所", "家", "台", "辆", "套", "处", "村", "站", "栋", "生"]
  private static let verbs = ["补助", "补贴", "安排", "奖励", "奖补", "资助", "拨付", "支付", "救助", "发放"]

  private static func finding(_ figure: WrittenFigure, _ next: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let each = ProseQuantity(figure), let total = ProseQuantity(next), each.unit == "元", total.unit == "元",
      each.value.exact > .zero, total.value.exact > each.value.exact
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let link = passage.text(figure.range.upperBound..<next.range.lowerBound).withoutBlanks
    guard
      units.contains(where: { unit in
        verbs.contains { words.ends(with: "每" + unit + $0) } || words.ends(with: "每" + unit)
      }),
      [",计", ",共计", ",合计", ",共", ",共补助", ",共安排"].contains(link), !words.holds(anyOf: ["平均", "最高", "约", "左右"]),
      let low = quotient(total, -1, each, 1), let high = quotient(total, 1, each, -1), let exact = ratio(total, each),
      // So many that some whole number lies between tells nothing.
      high.subtracting(low).map({ $0 < Rational(1, over: 5) ?? .zero }) == true
    else { return nil }
    let below = exact.whole
    guard exact.denominator != 1, Rational(below) < low, Rational(below + 1) > high else { return nil }
    let quotes = [figure, next].map { passage.quote($0) }
    return Finding(
      at: [next, figure].map { .text(passage.passage.place($0.range)) },
      "\(quotes[1]) ÷ \(quotes[0]) 为 \(exact.spoken(2))，不是整数，请核对。",
      derivation: "\(quotes[1]) ÷ \(quotes[0]) = \(exact.spoken(2))")
  }

  private static func ratio(_ total: ProseQuantity, _ each: ProseQuantity) -> Rational? {
    total.value.exact.divided(by: each.value.exact)
  }

  private static func quotient(_ total: ProseQuantity, _ up: Int64, _ each: ProseQuantity, _ down: Int64) -> Rational? {
    guard let top = total.value.slack.multiplied(by: Rational(up)).flatMap({ total.value.exact.adding($0) }),
      let bottom = each.value.slack.multiplied(by: Rational(down)).flatMap({ each.value.exact.adding($0) }),
      bottom > .zero
    else { return nil }
    return top.divided(by: bottom)
  }
}

extension Rational {
  /// Cut off to a whole number.
  fileprivate var whole: Int64 { Int64(clamping: numerator / denominator) }
}
