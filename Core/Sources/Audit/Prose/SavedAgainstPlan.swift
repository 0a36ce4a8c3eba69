import Figures
import Reading
import Rules
import Text

/// What was saved of a budget, or how far the year lies from the last, beside both sums of its own sentence:
/// 预算18万元，实际支出13.85万元，比预算节约4.15万元; 支出13.85万元，与上年14.62万元相比，减少0.77万元.
struct SavedAgainstPlan {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["比预算", "较预算", "比年初预算", "较年初预算", "相比"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { saved($0, in: read) ?? compared($0, in: passage) }
  }

  /// 比预算节约d behind a budget and what was spent.
  private static func saved(_ figure: WrittenFigure, in read: PassageStatements) -> Finding? {
    let passage = read.passage
    guard let change = ProseQuantity(figure), change.unit == "元" else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard
      ["比预算", "较预算", "比年初预算", "较年初预算", "比预算数", "较预算数"].contains(where: { lead in
        ["节约", "减少", "节省", "增加", "下降", "超支", "超出"].contains { words == lead + $0 || words == lead + $0 + "了" }
      })
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = read.amounts.filter {
      sentence.contains($0.range.lowerBound) && $0.range.upperBound <= figure.range.lowerBound && $0.role == .level
    }
    let budgets = told.filter { $0.words.holds("预算") && !$0.words.holds(anyOf: ["支出预算执行", "决算"]) }
    let spent = told.filter { $0.words.holds(anyOf: ["实际", "支出", "决算", "执行"]) && !$0.words.holds("预算") }
    guard told.count == 2, budgets.count == 1, spent.count == 1, let budget = budgets.first, let final = spent.first,
      !budget.isApproximate, !final.isApproximate
    else { return nil }
    let gap = budget.stated.gap(to: final.stated).with(budget.stated.slack, final.stated.slack)
    guard gap.relation(to: change.value) != .agree else { return nil }
    let quotes = [passage.text(final.range), passage.text(budget.range), passage.quote(figure)]
    return Finding(
      at: [figure.range, final.range, budget.range].map { .text(passage.passage.place($0)) },
      "所写增减 \(quotes[2])，\(quotes[0]) 与 \(quotes[1]) 相差 \(gap.spoken)。",
      derivation: "\(quotes[1]) − \(quotes[0]) ≠ \(quotes[2])")
  }

  /// 与上年y相比，减少d: some quantity before lies so far from y, and on the other side.
  private static func compared(_ figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = ProseQuantity(figure), !change.unit.isEmpty else { return nil }
    let words = passage.words(before: figure)
    let turn = passage.text(words).withoutBlanks
    let (rises, falls) = (["增加", "增长", "上升", "增加了"], ["减少", "下降", "降低", "减少了"])
    guard rises.contains(turn) || falls.contains(turn) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    guard let last = before.last, let base = ProseQuantity(last), base.unit == change.unit,
      [",", "相比,", "相比", "相比较,"].contains(passage.text(last.range.upperBound..<words.lowerBound).withoutBlanks),
      ["与上年", "和上年", "与上年的", "与去年", "与去年的", "与上年数", "同上年", "同上年的", "与上年度"].contains(
        passage.text(passage.words(before: last)).withoutBlanks)
    else { return nil }
    let others = before.dropLast().compactMap(ProseQuantity.init).filter { $0.unit == base.unit }
    guard !others.isEmpty else { return nil }
    func lies(_ one: ProseQuantity, above: Bool) -> Bool {
      one.value.relation(to: base.value) == (above ? .above : .below)
        && one.value.gap(to: base.value).with(one.value.slack, base.value.slack).relation(to: change.value) == .agree
    }
    let isRise = rises.contains(turn)
    guard !others.contains(where: { lies($0, above: isRise) }),
      let wrong = others.first(where: { lies($0, above: !isRise) })
    else { return nil }
    let quotes = [passage.quote(wrong.figure), passage.quote(last)]
    return Finding(
      at: [words, wrong.figure.range, last.range].map { .text(passage.passage.place($0)) },
      "写\(turn)，\(quotes[0]) 比 \(quotes[1]) \(isRise ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]) \(isRise ? "<" : ">") \(quotes[1])")
  }
}
