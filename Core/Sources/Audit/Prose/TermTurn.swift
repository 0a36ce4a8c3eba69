import Figures
import Reading
import Rules
import Text

/// The days that a work should take and those that it took, with the word for the other direction:
/// 合同工期240天，…实际工期235天，延期5天.
struct TermTurn {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["工期"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let late = ["延期", "延误", "超期", "超工期", "推迟", "延长", "滞后", "超"]
  private static let early = ["提前", "缩短", "节约", "少"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let change = ProseQuantity(figure), ["天", "日", "个月"].contains(change.unit) else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    let isLate = late.contains(words)
    guard isLate || early.contains(words) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let told = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).compactMap(ProseQuantity.init)
    func last(_ names: [String]) -> ProseQuantity? {
      told.last { one in
        let name = passage.text(passage.words(before: one.figure)).withoutBlanks
        return names.contains { name.ends(with: $0) || name.ends(with: $0 + "为") }
      }
    }
    guard let plan = last(["合同工期", "计划工期", "约定工期", "规定工期"]), let actual = last(["实际工期", "实际用时", "实际施工"]),
      plan.value.gap(to: actual.value).exact == change.value.exact, plan.unit == "日历天" || plan.unit == actual.unit,
      actual.value.relation(to: plan.value) == (isLate ? .below : .above)
    else { return nil }
    let quotes = [actual, plan].map { passage.quote($0.figure) }
    return Finding(
      at: [figure, actual.figure, plan.figure].map { .text(passage.passage.place($0.range)) },
      "写\(words)，而实际 \(quotes[0])，计划 \(quotes[1])，方向相反。", derivation: "\(quotes[0]), \(quotes[1])")
  }
}
