import Figures
import Reading
import Rules
import Text

/// A day of the year itself, on which what came out of its evaluation is said to have been made public.
struct EarlyPublication {
  static let finder = PassageFinder(in: [.prose, .figure], holding: ["自评"]) { read -> [Finding] in
    let passage = read.passage
    guard read.year > 0, passage.figures.contains(where: { if case .date = $0.kind { true } else { false } }),
      passage.passage.text.holds(anyOf: ["公开", "公示"])
    else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage, of: read.year) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading, of year: Int) -> Finding? {
    guard case .date(let date) = figure.kind, let written = date.year?.number, date.month != nil, written <= year,
      written >= year - 1
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.text(sentence.lowerBound..<figure.range.lowerBound).withoutBlanks
    let behind = passage.text(passage.clause(at: figure.range.lowerBound).rest(behind: figure.range)).withoutBlanks
    // Last year's evaluation is made public in the year itself.
    let isOfOther = passage.figures(in: sentence).contains { other in
      other.year?.number(in: year).map { $0 < year } ?? false
    }
    guard before.holds("自评"), before.holds(anyOf: ["自评结果", "自评报告", "自评情况"]), behind.holds(anyOf: ["公开", "公示"]),
      !isOfOther, !before.holds(anyOf: ["上年", "上一年", "去年", "目标", "预算公开", "决算", "管理办法", "通知", "〔"])
    else { return nil }
    let quote = passage.quote(figure)
    return Finding(
      at: [.text(passage.passage.place(figure.range))], "自评结果写于 \(quote) 公开，报告年度 \(year) 年还没有结束，请核对。",
      derivation: "\(quote) < \(year + 1)-01-01")
  }
}
