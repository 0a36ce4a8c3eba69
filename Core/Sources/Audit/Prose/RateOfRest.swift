import Figures
import Reading
import Rules
import Text

extension Dossier {
  /// Rates of spending where what was not spent is told right behind, and both together are an amount of the report:
  /// 支出1876.4万元，支出率95.82%。未支出的123.6万元….
  var ratesOfRest: [Finding] {
    let told = found(in: RateOfRest.finder)
    guard !told.isEmpty else { return [] }
    let levels = statements.amounts.filter { $0.role == .level && !$0.isApproximate }
    return told.compactMap { told in
      let isKnown = levels.contains { amount in
        statements.passage(of: amount).passage.annex == told.passage.passage.annex
          && amount.stated.relation(to: told.whole) == .agree
      }
      return isKnown ? told.finding : nil
    }
  }
}

/// A rate that what was spent and what was left do not give.
struct RateOfRest {
  let passage: PassageReading
  let whole: StatedAmount
  let finding: Finding

  static let finder = PassageFinder(in: .threeFigures, holding: ["率"]) { read -> [RateOfRest] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent), passage.passage.text.holds(anyOf: ["未", "结余"]) else {
      return []
    }
    return passage.figures.compactMap { RateOfRest($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    var name = passage.text(passage.words(before: figure)).withoutBlanks
    if let link = ["为", "达", "达到"].first(where: name.ends) { name.removeLast(link.count) }
    guard ["支出率", "支付率", "执行率", "预算执行率", "资金支付率", "资金支出率", "使用率", "拨付率"].contains(name) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap(ProseQuantity.init)
    let end = passage.sentences.first { $0.lowerBound >= sentence.upperBound }?.upperBound ?? sentence.upperBound
    let behind = passage.figures(in: figure.range.upperBound..<end).compactMap(ProseQuantity.init)
    let sums = before.filter { $0.unit == "元" }
    // 支出x，结余y，执行率p%: what is left may stand before the rate.
    let left = sums.count == 2 ? sums.last.flatMap { passage.isLeft($0.figure) ? $0 : nil } : nil
    guard let spent = left == nil ? before.last : sums.first, spent.unit == "元", sums.count == (left == nil ? 1 : 2),
      passage.text(passage.words(before: spent.figure)).holds(anyOf: ["支出", "支付", "执行", "使用", "拨付"]),
      let rest = left ?? behind.first(where: { passage.isUnspent($0.figure) }), rest.unit == "元",
      let sum = StatedAmount(sumOf: [spent.value, rest.value])
    else { return nil }
    let ratio = WrittenRatio(percent: percent, part: spent.value, whole: sum)
    let working = "\(passage.quote(spent.figure)) ÷（\(passage.quote(spent.figure)) + \(passage.quote(rest.figure))）"
    guard
      let finding = FoundRatio(ratio: ratio, working: working, ranges: [spent.figure.range, rest.figure.range])
        .look(at: figure, in: passage).finding
    else { return nil }
    (self.passage, whole, self.finding) = (passage, sum, finding)
  }
}

extension PassageReading {
  /// 结余 right before it.
  fileprivate func isLeft(_ figure: WrittenFigure) -> Bool {
    ["结余", "结余资金", "资金结余", "剩余资金", "剩余", "结转结余", "年末结余"].contains(text(words(before: figure)).withoutBlanks)
  }

  /// 未支出的 right before it.
  fileprivate func isUnspent(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    return ["未支出", "未支付", "未使用", "未执行", "未拨付", "未支出的", "未支付的", "未使用的", "未执行的"].contains { words.ends(with: $0) }
  }
}
