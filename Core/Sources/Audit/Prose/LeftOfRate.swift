import Figures
import Reading
import Rules
import Text

/// What is left, beside what was spent and its rate, where the rate tells of which budget of the report it is:
/// 支出115.2万元，结余5.8万元，执行率96%, and elsewhere 预算120万元.
struct LeftOfRate {
  let spent: AmountStatement
  let left: AmountStatement
  let percent: WrittenNumber
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: leftWords) { read -> [LeftOfRate] in
    let passage = read.passage
    guard read.amounts.count >= 2, passage.figures.contains(where: \.isPercent) else { return [] }
    return zip(read.amounts, read.amounts.dropFirst()).compactMap { LeftOfRate($0, $1, in: passage) }
  }

  private static let leftWords = ["结余", "剩余", "结转", "节余"]
  private static let spentWords = ["支出", "支付", "执行", "使用", "拨付", "决算"]

  private init?(_ spent: AmountStatement, _ left: AmountStatement, in passage: PassageReading) {
    guard [spent, left].allSatisfy({ $0.role == .level && !$0.isApproximate }), left.words.holds(anyOf: Self.leftWords),
      !left.words.holds(anyOf: ["上年", "年初", "以前", "累计", "其中"]), spent.words.holds(anyOf: Self.spentWords),
      !spent.words.holds(anyOf: Self.leftWords + ["未", "其中"]), spent.stated.exact > left.stated.exact
    else { return nil }
    let sentence = passage.sentence(at: spent.range.lowerBound)
    guard sentence.contains(left.range.lowerBound) else { return nil }
    let rates = passage.figures(in: spent.range.upperBound..<sentence.upperBound).filter(\.isPercent)
    guard rates.count == 1, let rate = rates.first, rate.isUnbounded, !rate.isApproximate,
      case .percent(.number(let percent)) = rate.kind, percent.value > .zero, percent.value < Rational(100)
    else { return nil }
    let name = passage.text(passage.words(before: rate)).withoutBlanks
    guard name.unicodeScalars.count <= 10, ["率", "进度", "率为", "率达", "进度为"].contains(where: name.ends) else { return nil }
    (self.spent, self.left, self.percent, self.passage) = (spent, left, percent, passage)
  }

  /// What of a budget with this rate is left; nil where the rate is not of it.
  func rest(of budget: AmountStatement) -> StatedAmount? {
    let whole = StatedAmount(budget.stated.exact, slack: min(budget.stated.slack, spent.stated.slack))
    guard whole.exact > spent.stated.exact, WrittenRatio(percent: percent, part: spent.stated, whole: whole).isRight
    else { return nil }
    return whole.gap(to: spent.stated).with(spent.stated.slack)
  }
}

extension Dossier {
  /// Sums said to be left that no budget of that rate leaves, and that the one such budget leaves but for a digit.
  var leftOfRates: [Finding] {
    let told = found(in: LeftOfRate.finder)
    guard !told.isEmpty else { return [] }
    let levels = statements.amounts.filter { $0.role == .level && !$0.isApproximate }
    // A report tells of what is left in a few places.
    return told.prefix(20).compactMap { told in
      let annex = told.passage.passage.annex
      let budgets = levels.compactMap { amount -> (budget: AmountStatement, rest: StatedAmount)? in
        guard statements.passage(of: amount).passage.annex == annex else { return nil }
        return told.rest(of: amount).map { (amount, $0) }
      }
      let whole = StatedAmount(sumOf: [told.spent.stated, told.left.stated])
      guard let first = budgets.first, budgets.allSatisfy({ $0.budget.stated.exact == first.budget.stated.exact }),
        first.rest.relation(to: told.left.stated) != .agree,
        !levels.contains(where: { $0.stated.exact == whole?.exact }),
        first.rest.isSlip(of: told.left.stated)
      else { return nil }
      let quotes =
        [statements.passage(of: first.budget).text(first.budget.range)]
        + [told.spent, told.left].map { told.passage.text($0.range) }
      return Finding(
        at: [told.left, first.budget, told.spent].map { .text($0.place) },
        "\(quotes[0]) 减去 \(quotes[1]) 为 \(first.rest.spoken)，所写结余 \(quotes[2])。",
        derivation: "\(first.budget.stated.digits) − \(told.spent.stated.digits) = \(first.rest.digits)")
    }
  }
}
