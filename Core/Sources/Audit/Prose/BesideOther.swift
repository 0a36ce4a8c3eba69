import Figures
import Reading
import Rules
import Text

/// A number that is said to lie below or above another and lies on the other side of it: 98.5%，低于上年的97.2%.
struct BesideOther {
  static let finder = PassageFinder(in: [.prose, .twoFigures], holding: either) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return zip(figures, figures.dropFirst()).compactMap { finding($0, $1, in: passage) }
  }

  private static let lower = ["低于", "少于", "不及"]
  private static let higher = ["高于", "多于", "超过"]
  private static let either = lower + higher
  private static let others = ["上年", "去年", "全国", "全省", "全市", "平均", "同期", "20", "目标", "规定", "控制标准", "要求", "标准", "计划"]

  private static func finding(_ first: WrittenFigure, _ second: WrittenFigure, in passage: PassageReading) -> Finding? {
    let between = passage.text(first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound))
      .withoutBlanks
    guard between.unicodeScalars.count <= 16, between.begins(with: ","),
      !between.holds(anyOf: ["。", ";", "不低于", "不高于", "不超过", "不少于", "未超过", "没有"]),
      let now = ProseQuantity.orShare(first), let other = ProseQuantity.orGoal(second), now.unit == other.unit,
      !now.unit.isEmpty
    else { return nil }
    let words = String(between.dropFirst())
    // The word may belong to the figure already, as a bound: 超过60%.
    let told = words + passage.text(second.range.lowerBound..<second.number.lowerBound).withoutBlanks
    let isLower = lower.contains {
      told.begins(with: $0) || told.begins(with: "明显" + $0) || told.begins(with: "略" + $0)
    }
    let isHigher = higher.contains {
      told.begins(with: $0) || told.begins(with: "明显" + $0) || told.begins(with: "略" + $0)
    }
    guard isLower != isHigher, told.holds(anyOf: others),
      now.value.relation(to: other.value) == (isLower ? .above : .below)
    else { return nil }
    let quotes = [now, other].map { passage.text($0.figure.number) }
    let turn = second.range.lowerBound - words.unicodeScalars.count..<second.range.upperBound
    return Finding(
      at: [turn, first.range].map { .text(passage.passage.place($0)) },
      "写\(isLower ? "低于" : "高于")，\(quotes[0]) 比 \(quotes[1]) \(isLower ? "大" : "小")，方向相反。",
      derivation: "\(quotes[0]) \(isLower ? ">" : "<") \(quotes[1])")
  }
}
