import Figures
import Reading
import Rules
import Text

/// By how many what was done lies from what was planned, told in a clause of its own: 计划40场，实际36场，少2场.
struct GapToPlan {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: gaps) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let gaps = ["少", "多", "差", "缺", "超", "相差", "短缺", "缺口", "少完成", "多完成"]
  private static let plans = ["计划", "目标", "任务", "应", "需", "年初"]
  private static let actuals = ["实际", "完成", "实有", "已", "实"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = ProseQuantity(figure), !["", "㎡"].contains(change.unit) else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let before = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    let behind = passage.text(clause.rest(behind: figure.range)).withoutBlanks
    guard gaps.contains(before.withoutLe), behind.isEmpty else { return nil }
    let part = passage.semicolonPart(at: figure.range.lowerBound)
    let told = passage.figures(in: part.lowerBound..<clause.lowerBound).filter {
      ProseQuantity($0)?.unit == change.unit
    }
    guard told.count == 2, let plan = ProseQuantity(told[0]), let actual = ProseQuantity(told[1]),
      plan.unit == change.unit, actual.unit == change.unit,
      passage.text(passage.words(before: told[0])).holds(anyOf: plans),
      passage.text(passage.words(before: told[1])).holds(anyOf: actuals)
    else { return nil }
    let gap = plan.value.gap(to: actual.value).with(plan.value.slack, actual.value.slack)
    guard gap.relation(to: change.value) != .agree else { return nil }
    let quotes = [plan, actual, change].map { passage.quote($0.figure) }
    let right = change.unit == "元" ? gap.spoken : gap.exact.spoken(2) + change.unit
    return Finding(
      at: [change, plan, actual].map { .text(passage.passage.place($0.figure.range)) },
      "所写相差 \(quotes[2])，\(quotes[0]) 与 \(quotes[1]) 相差 \(right)。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(right) ≠ \(quotes[2])")
  }
}

extension String {
  fileprivate var withoutLe: String { ends(with: "了") ? String(dropLast()) : self }
}
