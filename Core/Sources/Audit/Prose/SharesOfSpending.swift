import Figures
import Reading
import Rules
import Text

/// Shares of parts that make up the whole together, where their own sentence does not tell the whole:
/// 基本支出620万元，占62%；项目支出380万元，占38%.
struct SharesOfSpending {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["占"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.figures.count >= 4 else { return [] }
    return passage.sentences.flatMap { findings(in: $0, of: read) }
  }

  private static let leads = [
    "占", "占比", "占比为", "占总支出", "占总支出的", "占支出总额的", "占全部支出的", "占支出的", "占总额的", "占资金总额的",
  ]

  private static func findings(in sentence: Range<Int>, of read: PassageStatements) -> [Finding] {
    let passage = read.passage
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard figures.count >= 4, figures.count.isMultiple(of: 2) else { return [] }
    var parts: [(sum: ProseQuantity, share: WrittenFigure, percent: WrittenNumber)] = []
    for index in stride(from: 0, to: figures.count, by: 2) {
      guard let sum = ProseQuantity(figures[index]), sum.unit == "元", figures[index + 1].isUnbounded,
        case .percent(.number(let percent)) = figures[index + 1].kind, !figures[index + 1].isApproximate,
        leads.contains(passage.text(passage.words(before: figures[index + 1])).withoutBlanks),
        !passage.text(passage.words(before: figures[index])).holds(anyOf: ["其中", "合计", "共计", "总计"]) || index == 0
      else { return [] }
      parts.append((sum, figures[index + 1], percent))
    }
    guard let whole = StatedAmount(sumOf: parts.map(\.sum.value)) else { return [] }
    let isBasicAndProject =
      parts.count == 2 && passage.text(passage.words(before: parts[0].sum.figure)).holds("基本支出")
      && passage.text(passage.words(before: parts[1].sum.figure)).holds("项目支出")
    // What they come to is told before, or they are all there can be.
    let isTold = read.amounts.contains {
      $0.range.upperBound <= sentence.lowerBound && $0.role == .level && $0.stated.exact == whole.exact
    }
    guard isTold || isBasicAndProject else { return [] }
    let wrong = parts.filter { !WrittenRatio(percent: $0.percent, part: $0.sum.value, whole: whole).isRight }
    // Where none fits, they are shares of something else.
    guard wrong.count < parts.count else { return [] }
    let working = parts.map { passage.quote($0.sum.figure) }.joined(separator: " + ")
    return wrong.compactMap { part in
      FoundRatio(
        ratio: WrittenRatio(percent: part.percent, part: part.sum.value, whole: whole),
        working: "\(passage.quote(part.sum.figure)) ÷（\(working)）", ranges: [part.sum.figure.range]
      ).look(at: part.share, in: passage).finding
    }
  }
}
