import Evaluation
import Figures
import Reading
import Rules
import Text

/// How many third-level indicators prose says that there are: 设置三级指标20个.
struct LevelCount {
  let place: TextPlace
  let quote: String
  let number: Int

  /// Every one that prose tells of.
  static let finder = PassageFinder(in: [.noPlans, .figure], holding: ["三级指标"]) { read -> [LevelCount] in
    let passage = read.passage
    return passage.figures.compactMap { figure -> LevelCount? in
      guard case .count(.number(let number), let unit) = figure.kind, ["个", "项", "条"].contains(unit),
        !figure.isApproximate, figure.bound == nil, let whole = number.whole, passage.countsThirdLevel(figure)
      else { return nil }
      return LevelCount(
        place: passage.passage.place(figure.range), quote: passage.quote(figure), number: whole)
    }
  }
}

extension PassageReading {
  fileprivate func countsThirdLevel(_ figure: WrittenFigure) -> Bool {
    let words = text(words(before: figure)).withoutBlanks
    // Of how many of them something is told are fewer.
    guard !words.holds(anyOf: ["完成", "达", "得分", "扣", "未", "满分", "其中", "失分", "有效", "平均", "每"]) else { return false }
    let end = figure.range.upperBound
    let clause = clause(at: figure.range.lowerBound)
    let rest = text(end..<max(end, clause.upperBound)).withoutBlanks
    guard !rest.holds(anyOf: ["完成", "达", "得分", "扣", "未", "满分"]) else { return false }
    if rest.begins(with: "三级指标") { return rest == "三级指标" }
    return ["三级指标", "三级指标共", "三级指标有", "三级指标为", "三级指标共有", "三级指标共计"].contains { words.ends(with: $0) } && rest.isEmpty
  }
}

extension Dossier {
  /// Numbers of third-level indicators that no sheet has, one by one or all together.
  var wrongLevelCounts: [Finding] {
    let sheets = scoredSheets.filter { !$0.countedLines.isEmpty }
    guard !sheets.isEmpty else { return [] }
    let counts = sheets.map(\.thirdLevelCounts)
    // The execution rate is an indicator to some; what does not concern the unit may be counted or not.
    let allowed = counts.flatMap { [$0.scored, $0.scored + 1, $0.named, $0.named + 1] } + sumsOfThirdLevelCounts
    return found(in: LevelCount.finder).filter { !allowed.contains($0.number) }.map { count in
      let all = counts.map { "\($0.scored)" }.joined(separator: "、")
      return Finding(
        at: [.text(count.place), .sheet(sheets[0].id)], "写的是三级指标 \(count.quote)，自评表有 \(all) 条，请核对。",
        derivation: "\(count.number) ≠ \(all)")
    }
  }
  /// All sheets together, and those of the projects without the department's own.
  private var sumsOfThirdLevelCounts: [Int] {
    [scoredSheets, projectSheets].map { sheets in
      sheets.reduce(0) { $0 + $1.thirdLevelCounts.scored }
    }
  }
}

extension SheetReading {
  /// How many third-level indicators it scores, and how many it names.
  fileprivate var thirdLevelCounts: (scored: Int, named: Int) { (countedLines.count, indicators.count { !$0.isBlank }) }
}
