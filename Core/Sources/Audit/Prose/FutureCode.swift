import Figures
import Reading
import Rules
import Text

/// The number of a document of a year that no report of this one can know: 〔2034〕5号 told for 2024.
struct FutureCode {
  let year: Int
  let passage: PassageReading
  let range: Range<Int>

  static let finder = PassageFinder(in: .figure) { read -> [FutureCode] in
    read.passage.figures.compactMap { figure in
      guard case .documentNumber(let year, _) = figure.kind else { return nil }
      return FutureCode(year: year, passage: read.passage, range: figure.range)
    }
  }

  /// Up to three years later a report may still be asked for.
  func finding(in reportYear: Int) -> Finding? {
    guard year > reportYear + 3 else { return nil }
    return Finding(
      at: [.text(passage.passage.place(range))], "文号是〔\(year)〕，报告年度是 \(reportYear) 年，不会有这个年份的文件，请核对。",
      derivation: "\(year) > \(reportYear) + 3")
  }
}
