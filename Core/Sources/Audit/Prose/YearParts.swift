import Figures
import Reading
import Rules
import Text

/// What all years together come to, with each of them told behind it: 总投资4200万元，其中2023年1300万元、2024年1500万元、….
struct YearParts {
  static let finder = PassageFinder(in: [.prose, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 5 else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage, of: read.year) }
  }

  /// nil where fewer than three years follow one another, more is told, or they add up; two that come to more than all.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading, of year: Int) -> Finding? {
    guard let total = ProseQuantity(figure), !total.unit.isEmpty,
      passage.text(passage.words(before: figure)).withoutBlanks.holds(anyOf: totals)
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let behind = passage.figures(in: figure.range.upperBound..<max(figure.range.upperBound, sentence.upperBound))
    var parts: [ProseQuantity] = []
    var years: [Int] = []
    for (before, part) in zip(behind, behind.dropFirst()) {
      guard let told = before.year?.number(in: year), let quantity = ProseQuantity(part), quantity.unit == total.unit,
        passage.text(before.range.upperBound..<part.range.lowerBound).withoutBlanks.unicodeScalars.count <= 4
      else { continue }
      parts.append(quantity)
      years.append(told)
    }
    let others = behind.filter { $0.kind.extent != nil }
    let steps = Set(zip(years, years.dropFirst()).map { $1 - $0 })
    guard parts.count >= 2, others.count == parts.count, steps == [1] || steps == [-1],
      !passage.marks(in: sentence.rest(behind: figure.range)).contains(where: { $0.cue == .rest }),
      let sum = StatedAmount(sumOf: parts.map(\.value)), sum.relation(to: total.value) != .agree,
      parts.count >= 3 || sum.relation(to: total.value) == .above
    else { return nil }
    return Finding("各年", parts, comingTo: sum, of: total, in: passage)
  }

  private static let totals = ["总投资", "总预算", "总额", "共", "合计", "累计", "三年", "总计", "总任务", "总规模", "总量"]
}
