import Figures
import Reading
import Rules
import Text

/// Less than a goal by its rate, and more than it by the words behind: 为目标的87.2%，超出目标0.32万平方米; or the other way round.
struct ExcessBelowPlan {
  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: more + less) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let goals = ["目标", "计划", "任务", "目标值", "年度目标", "年度计划", "年度任务", "计划数"]
  private static let links = ["为", "是", "完成", "达到", "完成了", "占", "完成率"]
  private static let more = ["超出目标", "超过目标", "超目标", "超出计划", "超过计划", "超计划", "超额完成", "比目标多", "比计划多", "高于目标"]
  private static let less = ["低于目标", "比目标少", "比计划少", "少于目标", "少于计划", "未完成目标"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate,
      percent.value > Rational(20), percent.value != Rational(100)
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard words == "完成率" || goals.contains(where: { goal in links.contains { words == $0 + goal + "的" } }) else {
      return nil
    }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    guard figure.range.upperBound + 1 < sentence.upperBound, passage.scalars[figure.range.upperBound] == "," else {
      return nil
    }
    let clause = passage.clause(at: figure.range.upperBound + 1)
    let told = passage.text(clause).withoutBlanks
    let isLess = percent.value < Rational(100)
    guard (isLess ? more : less).contains(where: told.begins), passage.figures(in: clause).count == 1,
      !passage.figures(in: clause).contains(where: \.isPercent), !told.holds(anyOf: ["未", "没有", "不"])
    else { return nil }
    let quotes = [passage.text(passage.words(before: figure)) + passage.quote(figure), passage.text(clause)]
    return Finding(
      at: [clause, figure.range].map { .text(passage.passage.place($0)) },
      "写“\(quotes[0].droppingBlankEnds)”，又写“\(quotes[1].droppingBlankEnds)”，方向相反，请核对。",
      derivation: "\(passage.quote(figure)) \(isLess ? "<" : ">") 100%")
  }
}
