import Figures
import Reading
import Rules
import Text

/// Words that the accounts are more or less than the budget, behind both amounts that lie the other way round:
/// 年初预算1460万元，支出决算1512万元，决算数小于预算数.
struct BudgetTurn {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: ["决算"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("预算") else { return [] }
    return passage.clauses.compactMap { finding(on: $0, in: passage) }
  }

  private static let more = ["大于", "高于", "多于", "超过", "超出", "增加"]
  private static let less = ["小于", "低于", "少于", "减少", "节约"]

  /// nil for other clauses, and where the two amounts before it lie as it says.
  private static func finding(on clause: Range<Int>, in passage: PassageReading) -> Finding? {
    let words = passage.text(clause).withoutBlanks
    guard words.unicodeScalars.count <= 40, words.begins(with: "决算数") || words.begins(with: "支出决算数"),
      words.holds(anyOf: ["预算数", "年初预算", "预算"])
    else { return nil }
    let head = String(words.prefix(16))
    let isMore = head.holds(anyOf: more)
    guard isMore != head.holds(anyOf: less), !words.holds(anyOf: ["上年", "去年", "调整"]) else { return nil }
    let sentence = passage.sentence(at: clause.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<clause.lowerBound)
    let amounts = before.compactMap(ProseQuantity.init).filter { $0.unit == "元" }
    func told(_ amount: ProseQuantity) -> String { passage.text(passage.words(before: amount.figure)).withoutBlanks }
    // 年初预算1460.25万元，全年预算1600.36万元: where the clause names neither, either may be meant.
    let budgets = amounts.filter { told($0).holds("预算") && (told($0).holds("年初") || !words.holds("年初")) }
    // 与上年相比增加1.82万元 stands between in other reports.
    guard budgets.count == 1, let budget = budgets.first, let final = amounts.last,
      told(final).holds(anyOf: ["决算", "支出"]), !told(final).holds("预算"),
      final.value.relation(to: budget.value) == (isMore ? .below : .above)
    else { return nil }
    let quotes = [final, budget].map { passage.quote($0.figure) }
    return Finding(
      at: [clause, final.figure.range, budget.figure.range].map { .text(passage.passage.place($0)) },
      "写“\(passage.text(clause).droppingBlankEnds)”，而决算 \(quotes[0])\(isMore ? "小于" : "大于")预算 \(quotes[1])，方向相反。",
      derivation: "\(quotes[0]) \(isMore ? "<" : ">") \(quotes[1])")
  }
}
