import Figures
import Reading
import Rules
import Text

/// How many passed and how many did not, with the rate that tells of how many they are:
/// 抽检2,680批次……；合格2,627批次，不合格53批次，合格率98.02%.
struct PassedAndFailed {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["率"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: stems.map { "不" + $0 }) else { return [] }
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return figures.indices.dropFirst(2).compactMap { finding(at: $0, of: figures, in: passage) }
  }

  private static let stems = ["合格", "达标", "满意", "通过"]

  private static func finding(at index: Int, of figures: [WrittenFigure], in passage: PassageReading) -> Finding? {
    func words(_ figure: WrittenFigure) -> String { passage.text(passage.words(before: figure)).withoutBlanks }
    let (rate, failed, passed) = (figures[index], figures[index - 1], figures[index - 2])
    guard case .percent(.number(let percent)) = rate.kind, rate.isUnbounded, !rate.isApproximate,
      let stem = stems.first(where: { words(rate) == $0 + "率" || words(rate) == $0 + "度" }),
      words(passed) == stem, words(failed) == "不" + stem, let good = ProseQuantity(passed),
      let bad = ProseQuantity(failed), good.unit == bad.unit, good.value.slack == .zero, bad.value.slack == .zero,
      let sum = good.value.exact.adding(bad.value.exact)
    else { return nil }
    let sentence = passage.sentence(at: rate.range.lowerBound)
    let wholes = passage.figures(in: sentence.lowerBound..<passed.range.lowerBound).compactMap(ProseQuantity.init)
      .filter { $0.unit == good.unit && $0.value.exact > good.value.exact }
    guard !wholes.contains(where: { $0.value.exact == sum }),
      let whole = wholes.last(where: { WrittenRatio(percent: percent, part: good.value, whole: $0.value).isRight }),
      let right = whole.value.exact.subtracting(good.value.exact)
    else { return nil }
    let quotes = [whole, good, bad].map { passage.quote($0.figure) }
    return Finding(
      at: [bad, whole, good].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) 减去 \(quotes[1]) 为 \(right.spoken(0))，所写不\(stem) \(quotes[2])。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(right.spoken(0)) ≠ \(quotes[2])")
  }
}
