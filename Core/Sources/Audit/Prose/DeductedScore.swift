import Figures
import Reading
import Rules
import Text

/// All points that were taken off, beside the score that is left of 100: 自评得分93.4分。…，共扣5.6分.
struct DeductedScore {
  static func findings(in passage: PassageReading) -> [Finding] {
    guard passage.passage.text.holds("扣") else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) } + [tooMuch(in: passage)].compactMap { $0 }
  }

  /// What is taken off one by one comes to more than the score lacks of 100: 自评98.25分。甲扣0.25分；乙扣1分；丙扣1分.
  private static func tooMuch(in passage: PassageReading) -> Finding? {
    guard passage.passage.text.holds(anyOf: ["扣分情况", "扣分原因", "扣分项", "扣分如下", "扣分明细"]),
      !passage.passage.text.holds(anyOf: totals + ["加分", "附加", "折算", "其中扣", "满分120", "满分150"])
    else { return nil }
    let scores = passage.figures.filter { $0.points != nil && $0.isUnbounded }
    func words(_ figure: WrittenFigure) -> String { passage.text(passage.words(before: figure)).withoutBlanks }
    let told = scores.filter { ["自评", "得分", "自评得分", "总分", "自评总分", "自评为", "得分为", "综合得分"].contains(words($0)) }
    let off = scores.filter { ["扣", "扣除", "扣减"].contains(where: words($0).ends) }
    guard told.count == 1, off.count >= 2, scores.count == told.count + off.count, let total = told.first?.points,
      let sum = off.compactMap(\.points).reduce(Rational.zero, { $0.adding($1) ?? $0 }) as Rational?,
      let all = total.adding(sum), all > Rational(100), let right = Rational(100).subtracting(sum)
    else { return nil }
    return Finding(
      at: (told + off).map { .text(passage.passage.place($0.range)) },
      "各项共扣 \(sum.spoken(2)) 分，应得 \(right.spoken(2)) 分，所写得分 \(total.spoken(2)) 分。",
      derivation: "100 − \(sum.spoken(2)) = \(right.spoken(2)) ≠ \(total.spoken(2))")
  }

  /// nil where the paragraph tells several totals, or they fit 100.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard let off = figure.points, totals.contains(where: words.ends),
      // 其余项目合计扣1.5分 are some of them.
      !words.holds(anyOf: ["其余", "其他", "其它"])
    else { return nil }
    let scores = passage.totalScores.filter { !$0.isOfProject || passage.totalScores.count == 1 }
    guard scores.count == 1, let total = scores.first, total.figure.range.upperBound <= figure.range.lowerBound,
      // 与2023年度自评得分95.8分相比 tells of another year.
      !passage.text(passage.clause(at: total.figure.range.lowerBound)).holds(anyOf: ["相比", "上年", "去年", "上一年"]),
      !passage.passage.text.holds(anyOf: ["加分", "附加", "折算", "满分120", "满分150"]),
      let all = total.number.value.adding(off), all != Rational(100),
      let right = Rational(100).subtracting(off)
    else { return nil }
    return Finding(
      at: [total.figure.range, figure.range].map { .text(passage.passage.place($0)) },
      "\(passage.quote(figure))，应得 \(right.spoken(2)) 分，所写得分 \(total.spoken)。",
      derivation: "100 − \(off.spoken(2)) = \(right.spoken(2)) ≠ \(total.number.value.spoken(2))")
  }

  private static let totals = ["共扣", "合计扣", "共计扣", "总共扣", "累计扣", "共扣除", "合计扣分", "共扣分"]
}
