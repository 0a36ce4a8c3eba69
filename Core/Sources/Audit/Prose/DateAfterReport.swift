import Figures
import Reading
import Rules
import Text

/// A day or a month that is told of as gone by: 截至2025年12月31日, 已于2025年10月通过验收.
struct DateAfterReport {
  let date: WrittenDate
  let place: Place
  let isMain: Bool

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: leads) { read -> [DateAfterReport] in
    let passage = read.passage
    return passage.figures.compactMap { DateAfterReport($0, in: passage) }
  }

  private static let leads = ["截至", "截止", "已于", "截止到", "截至到"]

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard case .date(let date) = figure.kind, date.year?.number != nil, date.month != nil else { return nil }
    let clause = passage.clause(at: figure.range.lowerBound)
    let before = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard Self.leads.contains(where: before.ends),
      !passage.text(clause).holds(anyOf: ["预计", "计划", "将", "拟", "力争", "目标", "有效", "期限", "质保"])
    else { return nil }
    (self.date, place, isMain) = (date, .text(passage.passage.place(figure.range)), passage.passage.annex == 0)
  }
}

extension Dossier {
  /// What is told as done at a day behind the one that the report was signed on.
  func datesAfter(_ signed: BorneDate?) -> [Finding] {
    // A report that bears a day of the year it is about is looked at elsewhere.
    guard let signed, let year = signed.date.year?.number, year > filing.year else { return [] }
    return found(in: DateAfterReport.finder).compactMap { told in
      guard told.isMain, told.date.isAfter(signed.date) else { return nil }
      return Finding(
        at: [told.place, signed.place], "写已到 \(told.date.words)，晚于报告日期 \(signed.date.words)，请核对。",
        derivation: "\(told.date.words) > \(signed.date.words)")
    }
  }
}
