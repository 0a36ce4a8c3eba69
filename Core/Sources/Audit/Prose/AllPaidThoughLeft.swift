import Figures
import Reading
import Rules
import Text

/// Words that nothing was left of the money, in a paragraph that tells a rate of execution below 100 %:
/// 累计支出271.79万元，执行率87%。…资金当年全部支付完毕，没有结余。
struct AllPaidThoughLeft {
  static let finder = PassageFinder(in: [.prose, .noPlans, .figure]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: claims), let rate = rate(in: passage) else { return [] }
    // Once a sentence, however many words for it follow one another.
    return passage.sentences.compactMap { sentence in
      passage.clauses.lazy.filter { sentence.contains($0.lowerBound) }
        .compactMap { finding(on: $0, beside: rate, in: passage) }.first
    }
  }

  private static let claims = ["全部支付完毕", "全部支出完毕", "全部使用完毕", "已全额支付完毕", "没有结余", "无结余"]
  private static let names = ["执行率", "支付率", "支出率"]

  /// The only rate of execution of the paragraph.
  private static func rate(in passage: PassageReading) -> WrittenFigure? {
    let rates = passage.figures.filter { figure in
      guard case .percent(.number) = figure.kind, figure.isUnbounded else { return false }
      let words = passage.text(passage.words(before: figure)).withoutBlanks
      return names.contains { name in [name, name + "为", name + "达", name + "达到"].contains(where: words.ends) }
        && !words.holds(anyOf: ["上年", "去年", "上半年", "季度", "目标"])
    }
    guard rates.count == 1, let rate = rates.first, case .percent(.number(let percent)) = rate.kind,
      percent.value < Rational(99)
    else { return nil }
    return rate
  }

  private static func finding(
    on clause: Range<Int>, beside rate: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    let claim = passage.text(clause).withoutBlanks
    let sentence = passage.sentence(at: clause.lowerBound)
    guard claim.holds(anyOf: claims), claim.unicodeScalars.count <= 24,
      // Of a part of the money, of another year, or of what shall be.
      claim.holds(anyOf: ["项目资金", "全部资金", "资金当年", "当年资金", "年末", "项目"]) || claims.contains(claim),
      !claim.holds(anyOf: ["上年", "去年", "以前年度", "上级", "省级", "中央", "财政专户", "将", "应", "如", "其他"]),
      !passage.text(sentence).holds(anyOf: ["除", "剩余", "收回", "上缴", "未支付", "调减", "追加"])
    else { return nil }
    return Finding(
      at: [.text(passage.passage.place(clause)), .text(passage.passage.place(rate.range))],
      "写“\(passage.text(clause).droppingBlankEnds)”，而执行率为 \(passage.quote(rate))，请核对。",
      derivation: "\(passage.quote(rate)) < 100%")
  }
}
