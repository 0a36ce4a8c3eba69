import Figures
import Reading
import Rules
import Text

/// Money that is said to be saved though more was spent than planned, by just that much: 预算96万元，实际支出102.4万元,
/// 节约资金6.4万元. And the other way round, 超支 though less was spent.
struct SavedThoughMore {
  static let finder = PassageFinder(in: .figure, holding: turns) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let savings = ["节约", "节省", "节支", "结余", "节余", "核减", "审减"]
  private static let excesses = ["超支", "超出预算", "超预算"]
  private static let turns = savings + excesses
  private static let plans = ["预算", "计划", "控制价", "限价", "概算", "送审", "估算", "批复"]
  private static let actuals = ["实际", "决算", "支出", "中标", "结算", "成交", "审定", "执行", "支付"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = ProseQuantity(figure), change.unit == "元" else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let isSaved = words.holds(anyOf: savings)
    guard isSaved || words.holds(anyOf: excesses), words.unicodeScalars.count <= 10,
      !words.holds(anyOf: ["年末", "累计", "上年", "年初"])
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).suffix(4).compactMap(
      ProseQuantity.init
    )
    .filter { $0.unit == "元" }
    guard told.count >= 2 else { return nil }
    let (first, second) = (told[told.count - 2], told[told.count - 1])
    func says(_ one: ProseQuantity, _ names: [String]) -> Bool {
      passage.text(passage.words(before: one.figure)).holds(anyOf: names)
    }
    guard says(first, plans), says(second, actuals), !says(second, plans),
      second.value.relation(to: first.value) == (isSaved ? .above : .below),
      second.value.gap(to: first.value).with(second.value.slack, first.value.slack).relation(to: change.value) == .agree
    else { return nil }
    let quotes = [second, first, change].map { passage.quote($0.figure) }
    return Finding(
      at: [change, second, first].map { .text(passage.passage.place($0.figure.range)) },
      "写\(words)\(quotes[2])，\(quotes[0]) 比 \(quotes[1]) \(isSaved ? "多" : "少")，方向相反。",
      derivation: "\(quotes[0]) \(isSaved ? ">" : "<") \(quotes[1])")
  }
}
