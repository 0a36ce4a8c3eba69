import Reading
import Rules
import Text

/// A notice by which a self-evaluation is held, with the year in its title and that of its number.
struct EvaluationNotice {
  let passage: PassageReading
  /// In the title.
  let year: WrittenFigure
  let code: Range<Int>
  let codeYear: Int

  /// Those whose number is told right behind the title.
  static let finder = PassageFinder(in: .figure) { read -> [EvaluationNotice] in
    let passage = read.passage
    guard passage.passage.text.holds(anyOf: ["自评工作", "绩效自评"]), passage.passage.text.holds("通知》") else { return [] }
    return passage.figures.compactMap { EvaluationNotice($0, in: passage) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading) {
    guard figure.year != nil else { return nil }
    let scalars = passage.scalars
    guard let open = scalars[..<figure.range.lowerBound].lastIndex(of: "《"),
      let close = scalars[figure.range.upperBound...].firstIndex(of: "》"),
      !scalars[open..<figure.range.lowerBound].contains("》"), close < figure.range.upperBound + 40
    else { return nil }
    let title = passage.text(open..<close)
    guard title.ends(with: "通知"), title.holds("自评"), title.holds(anyOf: ["开展", "做好", "组织"]),
      !title.holds(anyOf: ["结果", "整改", "通报"]),
      let mark = scalars[close..<min(scalars.count, close + 16)].firstIndex(of: "〔"), mark + 5 < scalars.count,
      scalars[mark + 5] == "〕", let codeYear = Int(passage.text(mark + 1..<mark + 5))
    else { return nil }
    let end = scalars[mark..<min(scalars.count, mark + 14)].firstIndex(of: "号").map { $0 + 1 } ?? mark + 6
    (self.passage, year, code, self.codeYear) = (passage, figure, mark..<end, codeYear)
  }

  /// The number is of the year behind the report's, as it should be, and the title is of another year.
  func finding(in reportYear: Int) -> Finding? {
    guard let told = year.year?.number(in: reportYear), told != reportYear,
      // 开展2025年自评工作的通知 of 2025 tells when the work is done.
      told != codeYear, codeYear == reportYear + 1,
      abs(told - reportYear) <= 3
    else { return nil }
    return Finding(
      at: [year.range, code].map { .text(passage.passage.place($0)) },
      "通知写的是 \(told) 年度的自评，报告年度是 \(reportYear) 年，请核对。", derivation: "\(told) ≠ \(reportYear)")
  }
}
