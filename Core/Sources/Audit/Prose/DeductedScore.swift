import Figures
import Reading
import Rules
import Text

/// All points that were taken off, beside the score that is left of 100: 自评得分93.4分。…，共扣5.6分.
struct DeductedScore {
  static func findings(in passage: PassageReading) -> [Finding] {
    guard passage.passage.text.holds("扣") else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
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

extension WrittenFigure {
  fileprivate var points: Rational? {
    switch kind {
    case .score(.number(let number)), .count(.number(let number), unit: "分"): number.value
    default: nil
    }
  }
}
