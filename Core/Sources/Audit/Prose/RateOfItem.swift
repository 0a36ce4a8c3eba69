import Figures
import Reading
import Rules
import Text

/// The rate of execution of one item, told beside what was spent of it: 渔港建设588.5万元，执行率87.47%.
struct RateOfItem {
  let name: String
  let spent: ProseQuantity
  let percent: WrittenNumber
  let figure: WrittenFigure
  let passage: PassageReading

  /// Those of every sentence.
  static let finder = PassageFinder(in: .prose, holding: ["率"]) { read -> [RateOfItem] in
    let passage = read.passage
    return passage.figures.compactMap { RateOfItem($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      ["执行率", "支付率", "支出率", "预算执行率"].contains(passage.text(passage.words(before: figure)).withoutBlanks)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).last { $0.kind.extent != nil }
    guard let spent = before.flatMap({ ProseQuantity($0) }), spent.unit == "元" else { return nil }
    name = passage.text(passage.words(before: spent.figure)).nameOfItem
    guard name.unicodeScalars.count >= 2 else { return nil }
    (self.spent, self.percent, self.figure, self.passage) = (spent, percent, figure, passage)
  }

  fileprivate func isRight(for budget: AmountStatement) -> Bool {
    WrittenRatio(
      percent: percent, part: spent.value, whole: StatedAmount(budget.stated.exact, slack: spent.value.slack)
    )
    .isRight
  }
}

extension RateOfItem {
  /// One digit of four of the rate that the budget gives is another, or they stand in another order.
  fileprivate func isSlip(for budget: AmountStatement) -> Bool {
    let decimals = max(0, -percent.exponent)
    guard percent.value.spoken(decimals).significantDigits >= 4, budget.stated.exact > spent.value.exact,
      let exact = spent.value.exact.divided(by: budget.stated.exact)?.multiplied(by: Rational(100))
    else { return false }
    let (told, right) = (percent.value.spoken(decimals), exact.spoken(decimals))
    return switch DigitSlip(told, right) {
    case .swapped?, .exchanged?, .replaced?: true
    // 94.18 of 98.14: the same four digits in another order.
    case .moved?, nil: told != right && told.sorted() == right.sorted()
    }
  }
}

extension String {
  /// 渔港建设 of 其中渔港建设支出.
  fileprivate var nameOfItem: String {
    var name = folded
    for lead in ["其中", "下达", "安排", "到位", "收到"] where name.begins(with: lead) { name.removeFirst(lead.count) }
    for end in ["支出", "支付", "执行", "资金", "安排", "预算"] where name.ends(with: end) { name.removeLast(end.count) }
    return name
  }
}

extension Dossier {
  /// Rates that the budgets told before under the same names do not give, where they give the others of the sentence, or
  /// where a digit is another.
  var wrongRatesOfItems: [Finding] {
    let told = found(in: RateOfItem.finder)
    guard !told.isEmpty else { return [] }
    let pairs = told.compactMap { rate -> (rate: RateOfItem, budget: AmountStatement)? in
      let place = rate.passage.passage.place(rate.figure.range)
      let budgets = statements.amounts.filter {
        $0.role == .level && !$0.isApproximate && $0.place.source == place.source
          && $0.place.range.upperBound < place.range.lowerBound
          && statements.passage(of: $0).passage.place != rate.passage.passage.place && $0.words.nameOfItem == rate.name
      }
      return budgets.count == 1 ? budgets.first.map { (rate, $0) } : nil
    }
    return pairs.compactMap { rate, budget in
      let beside = pairs.filter {
        $0.rate.passage.passage.place == rate.passage.passage.place && $0.rate.figure != rate.figure
      }
      let isAmongRight =
        rate.name.unicodeScalars.count >= 4 && beside.count >= 2
        && beside.count(where: { $0.rate.isRight(for: $0.budget) }) >= 2
      guard !rate.isRight(for: budget), isAmongRight || rate.isSlip(for: budget) else { return nil }
      let passage = rate.passage
      let ratio = WrittenRatio(percent: rate.percent, part: rate.spent.value, whole: budget.stated)
      let quotes = [
        passage.quote(rate.figure), passage.quote(rate.spent.figure), statements.passage(of: budget).text(budget.range),
      ]
      return Finding(
        at: [rate.figure, rate.spent.figure].map { .text(passage.passage.place($0.range)) } + [.text(budget.place)],
        "所写 \(quotes[0])，\(quotes[1]) ÷ \(quotes[2]) 应为 \(ratio.right)%。",
        derivation: "\(quotes[1]) ÷ \(quotes[2]) = \(ratio.right)% ≠ \(quotes[0])")
    }
  }
}
