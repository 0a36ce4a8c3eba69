import Reading
import Rules
import Text

/// A notice by which a self-evaluation is held, with the year in its title and that of its number.
struct EvaluationNotice {
  let passage: PassageReading
  /// In the title.
  let year: WrittenFigure
  let code: Range<Int>?
  let codeYear: Int?

  /// Those whose number is told right behind the title, and those of which only the title is told.
  static let finder = PassageFinder(in: .figure, holding: ["自评工作", "绩效自评"]) { read -> [EvaluationNotice] in
    let passage = read.passage
    guard passage.passage.text.holds("通知》") else { return [] }
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
      !title.holds(anyOf: ["结果", "整改", "通报"])
    else { return nil }
    (self.passage, year) = (passage, figure)
    guard let mark = scalars[close..<min(scalars.count, close + 16)].firstIndex(of: "〔"), mark + 5 < scalars.count,
      scalars[mark + 5] == "〕", let codeYear = Int(passage.text(mark + 1..<mark + 5))
    else {
      (code, self.codeYear) = (nil, nil)
      return
    }
    let end = scalars[mark..<min(scalars.count, mark + 14)].firstIndex(of: "号").map { $0 + 1 } ?? mark + 6
    (code, self.codeYear) = (mark..<end, codeYear)
  }

  /// The year that the title names, where it is told as one: 2023年度.
  private func told(in reportYear: Int) -> Int? {
    guard let told = year.year?.number(in: reportYear), told != reportYear, abs(told - reportYear) <= 3 else {
      return nil
    }
    return told
  }

  /// The one notice that the evaluation is held by is that of an earlier year.
  func findingAlone(in reportYear: Int, among all: [EvaluationNotice]) -> Finding? {
    guard let told = told(in: reportYear), told < reportYear, codeYear ?? reportYear <= reportYear,
      passage.text(year.range).ends(with: "年度")
        || passage.text(year.range.upperBound..<year.range.upperBound + 1) == "度",
      all.allSatisfy({ $0.year.year?.number(in: reportYear) == told }),
      let sentence = Optional(passage.text(passage.sentence(at: year.range.lowerBound))),
      sentence.holds(anyOf: ["根据", "按照", "依据"]), sentence.holds(anyOf: ["要求", "精神", "规定", "文件"])
    else { return nil }
    return Finding(
      at: [.text(passage.passage.place(year.range))], "通知写的是 \(told) 年度的自评，报告年度是 \(reportYear) 年，请核对。",
      derivation: "\(told) ≠ \(reportYear)")
  }

  /// The number is of the year behind the report's, as it should be, and the title is of another year.
  func finding(in reportYear: Int) -> Finding? {
    guard let told = told(in: reportYear), let code, let codeYear,
      // 开展2025年自评工作的通知 of 2025 tells when the work is done.
      told != codeYear, codeYear == reportYear + 1
    else { return nil }
    return Finding(
      at: [year.range, code].map { .text(passage.passage.place($0)) },
      "通知写的是 \(told) 年度的自评，报告年度是 \(reportYear) 年，请核对。", derivation: "\(told) ≠ \(reportYear)")
  }
}
