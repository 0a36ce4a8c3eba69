import Figures
import Reading
import Rules
import Text

/// By how many per cent a price lies below another: 中标价8236万元，比最高限价8720万元下浮5.55%.
struct FallFromLimit {
  private static let turns = ["下浮", "下降", "降低", "低", "节约", "下浮率为", "下浮率", "核减率", "审减率", "核减率为", "审减率为"]
  private static let limits = ["限价", "控制价", "预算价", "预算", "送审", "概算", "估算", "报价"]
  private static let prices = ["中标", "成交", "审定", "合同", "结算"]

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: prices) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      turns.contains(passage.text(passage.words(before: figure)).withoutBlanks.withoutBeginning(","))
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    // What another rate is told of lies behind it.
    let own = before.suffix(3).filter { !$0.isPercent }.compactMap(ProseQuantity.init).filter { $0.unit == "元" }
    func told(_ one: ProseQuantity, _ names: [String]) -> Bool {
      passage.text(passage.words(before: one.figure)).holds(anyOf: names)
    }
    let limit = own.filter { told($0, limits) && !told($0, prices) }
    let price = own.filter { told($0, prices) && !told($0, limits) }
    guard limit.count == 1, price.count == 1, let whole = limit.first, let part = price.first,
      before.filter(\.isPercent).isEmpty, part.value.exact < whole.value.exact
    else { return nil }
    let gap = whole.value.gap(to: part.value).with(whole.value.slack, part.value.slack)
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: gap, whole: whole.value),
      working: "（\(passage.quote(whole.figure)) − \(passage.quote(part.figure))）÷ \(passage.quote(whole.figure))",
      ranges: [part.figure.range, whole.figure.range]
    ).look(at: figure, in: passage).finding
  }
}

extension String {
  fileprivate func withoutBeginning(_ words: String) -> String {
    begins(with: words) ? String(dropFirst(words.count)) : self
  }
}
