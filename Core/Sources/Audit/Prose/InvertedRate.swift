import Figures
import Reading
import Rules
import Text

/// What was planned by what was done, instead of the other way round: 设计日处理200吨，实际220吨，负荷率90.91%.
struct InvertedRate {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["率"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let rates = ["负荷率", "利用率", "完成率", "达成率", "达产率", "使用率", "实现率"]
  private static let plans = ["设计", "计划", "目标", "核定", "应", "任务"]
  private static let dones = ["实际", "完成", "实有", "现有"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let name = passage.text(passage.words(before: figure)).withoutBlanks
    guard rates.contains(where: { name.ends(with: $0) || name.ends(with: $0 + "为") || name.ends(with: $0 + "达") })
    else {
      return nil
    }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.figures(in: part.lowerBound..<figure.range.lowerBound).filter { $0.kind.extent != nil }
    let last = told.suffix(2).compactMap(ProseQuantity.init)
    guard last.count == 2, last[0].unit == last[1].unit, !last[0].unit.isEmpty,
      passage.figures(in: last[1].figure.range.upperBound..<figure.range.lowerBound).isEmpty
    else { return nil }
    let words = last.map { passage.text(passage.words(before: $0.figure)).withoutBlanks }
    guard words[0].holds(anyOf: plans), words[1].holds(anyOf: dones), !words[1].holds(anyOf: plans),
      !words[0].holds(anyOf: ["不超过", "控制", "以内"]),
      !WrittenRatio(percent: percent, part: last[1].value, whole: last[0].value).isRight,
      WrittenRatio(percent: percent, part: last[0].value, whole: last[1].value).isRight
    else { return nil }
    let quotes = last.map { passage.quote($0.figure) }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: last[1].value, whole: last[0].value),
      working: "\(quotes[1]) ÷ \(quotes[0])", ranges: last.map(\.figure.range)
    ).look(at: figure, in: passage).finding
  }
}
