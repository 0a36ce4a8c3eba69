import Figures
import Reading
import Rules
import Text

/// Words that all of them are more than a number, and right behind how little the least of them is:
/// 集体经济收入全部超过10万元……，最低9.6万元.
struct FloorBelied {
  static let finder = PassageFinder(in: [.prose, .noPlans, .twoFigures], holding: ["全部", "均", "都"]) {
    read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: leasts) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let leasts = ["最低", "最少", "最小"]
  private static let floors = ["超过", "达到", "达", "高于", "不低于", "在", "不少于"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let least = ProseQuantity.orShare(figure) else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard leasts.contains(where: { words.ends(with: $0) || words.ends(with: $0 + "的") || words.ends(with: $0 + "为") })
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound)
    let all = before.last { one in
      let clause = passage.clause(at: one.range.lowerBound)
      let lead = passage.text(clause.lowerBound..<one.range.lowerBound).withoutBlanks
      return ["全部", "均", "都"].contains { word in floors.contains { lead.ends(with: word + $0) } }
        || one.bound == .atLeast && lead.holds(anyOf: ["全部", "均", "都"])
        || one.bound == .above && ["全部", "均", "都"].contains(where: lead.ends)
    }
    guard let all, all.bound != .atMost, all.bound != .below, let floor = ProseQuantity.orGoal(all),
      floor.unit == least.unit, least.value.exact < floor.value.exact
    else { return nil }
    let clause = passage.clause(at: all.range.lowerBound)
    let quotes = [passage.text(clause).droppingBlankEnds, passage.quote(figure)]
    return Finding(
      at: [figure.range, clause].map { .text(passage.passage.place($0)) },
      "写“\(quotes[0])”，而\(words)只有 \(quotes[1])，请核对。", derivation: "\(quotes[1]) < \(passage.quote(all))")
  }
}
