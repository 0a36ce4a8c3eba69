import Figures
import Reading
import Rules
import Text

/// What a share of a contract comes to, told right behind the share, and of no contract of the report:
/// 按合同约定支付首付款30%，即148.4万元.
struct ShareOfContract {
  let percent: WrittenNumber
  let figure: WrittenFigure
  let sum: ProseQuantity
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .twoFigures], holding: names) { read -> [ShareOfContract] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return zip(passage.figures, passage.figures.dropFirst()).compactMap { ShareOfContract($0, $1, in: passage) }
  }

  private static let names = ["首付", "预付款", "进度款", "质保金", "保证金", "尾款", "首期款", "合同款"]

  private init?(_ figure: WrittenFigure, _ next: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      let sum = ProseQuantity(next), sum.unit == "元",
      [",即", "即", "(", "(即", ",计", ",金额", "计", ",共", ",为", "共"].contains(
        passage.text(figure.range.upperBound..<next.range.lowerBound).withoutBlanks),
      passage.text(passage.words(before: figure)).holds(anyOf: Self.names)
    else { return nil }
    (self.percent, self.figure, self.sum, self.passage) = (percent, figure, sum, passage)
  }

  fileprivate func share(of contract: AmountStatement) -> StatedAmount? {
    guard let all = contract.stated.exact.multiplied(by: percent.value)?.divided(by: Rational(100)) else { return nil }
    return StatedAmount(all, slack: contract.stated.slack)
  }
}

extension Dossier {
  /// Shares that no sum of the report gives, and that a contract gives but for a digit.
  var wrongSharesOfContracts: [Finding] {
    let told = found(in: ShareOfContract.finder)
    guard !told.isEmpty else { return [] }
    let levels = statements.amounts.filter { $0.role == .level && !$0.isApproximate }
    return told.prefix(20).compactMap { told in
      let own = levels.filter {
        statements.passage(of: $0).passage.annex == told.passage.passage.annex
          && $0.place != told.passage.passage.place(told.sum.figure.range)
      }
      guard !own.contains(where: { told.share(of: $0)?.relation(to: told.sum.value) == .agree }),
        let contract = own.first(where: { amount in
          amount.words.holds(anyOf: ["合同", "中标", "成交", "总价", "采购"])
            && told.share(of: amount)?.isSlip(of: told.sum.value) == true
        }), let right = told.share(of: contract)
      else { return nil }
      let quotes = [
        statements.passage(of: contract).text(contract.range), told.passage.quote(told.figure),
        told.passage.quote(told.sum.figure),
      ]
      return Finding(
        at: [told.sum.figure, told.figure].map { .text(told.passage.passage.place($0.range)) }
          + [.text(contract.place)],
        "\(quotes[0]) 的 \(quotes[1]) 为 \(right.spoken)，所写 \(quotes[2])，请核对。",
        derivation: "\(quotes[0]) × \(quotes[1]) = \(right.digits) ≠ \(quotes[2])")
    }
  }
}
