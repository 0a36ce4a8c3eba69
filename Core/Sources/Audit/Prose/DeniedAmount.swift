import Figures
import Reading
import Rules
import Text

/// Words that there is none of something, and in the same paragraph how much of it there is:
/// 资金无结转结余……年末结转71.52万元.
struct DeniedAmount {
  private struct Kind {
    let denials: [String]
    /// What an amount is called that there should not be.
    let names: [String]
    /// Words with which it is another one.
    let others: [String]
  }

  private static let kinds = [
    Kind(
      denials: ["无结转结余", "无结余结转", "没有结转结余", "没有结余", "无资金结余", "无结余资金", "未形成结余", "未形成结转", "不存在结转结余", "无年末结转"],
      names: ["结转", "结余"], others: ["上年", "年初", "以前", "累计", "无", "历年"]),
    Kind(
      denials: ["未发生公务接待费", "无公务接待费", "未发生公务接待", "没有发生公务接待"], names: ["公务接待费", "公务接待费支出", "公务接待支出"],
      others: ["上年", "去年", "预算", "减少", "增加", "下降"]),
  ]

  static let finder = PassageFinder(in: [.prose, .noPlans, .amount], holding: kinds.flatMap(\.denials)) {
    read -> [Finding] in
    let passage = read.passage
    return passage.clauses.compactMap { finding(on: $0, in: read) }
  }

  private static func finding(on clause: Range<Int>, in read: PassageStatements) -> Finding? {
    let passage = read.passage
    let words = passage.text(clause).withoutBlanks
    guard let kind = kinds.first(where: { words.holds(anyOf: $0.denials) }),
      !words.holds(anyOf: ["上年", "去年", "除", "若", "如", "以前"]),
      !passage.text(passage.sentence(at: clause.lowerBound).lowerBound..<clause.lowerBound).holds("除")
    else { return nil }
    let told = read.amounts.first { amount in
      let name = amount.words.withoutBlanks
      return !amount.amount.isZero && amount.role == .level && kind.names.contains(where: name.ends)
        && !name.holds(anyOf: kind.others) && amount.year ?? read.year == read.year && amount.stage != .budget
        && !clause.contains(amount.range.lowerBound)
    }
    guard let told else { return nil }
    let (said, sum) = (passage.text(clause).droppingBlankEnds, passage.text(told.range))
    return Finding(
      at: [.text(passage.passage.place(clause)), .text(told.place)],
      "写“\(said)”，又写\(told.words.withoutBlanks) \(sum)，请核对。",
      derivation: "\(said), \(sum)", severity: .warning)
  }
}
