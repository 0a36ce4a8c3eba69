import Figures
import Reading
import Rules
import Text

/// What so many years come to, each of them told before: 新增就业52.6万人。2022年、2023年分别新增44.8万人和48.3万人，近三年累计155.7万人.
/// Only a slip of digits is told of: whether these are the years cannot be seen for certain.
struct YearsInAll {
  /// Nobody looks further back, in characters.
  private static let reach = 600

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: spans.map(\.words)) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let spans: [(words: String, years: Int)] = [("两年", 2), ("三年", 3), ("四年", 4), ("五年", 5)]
  private static let sums = ["累计", "合计", "共", "总计"]

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let total = ProseQuantity(figure), !total.unit.isEmpty else { return nil }
    // 三年 reads as a figure of its own.
    let clause = passage.clause(at: figure.range.lowerBound)
    let words = passage.text(clause.lowerBound..<figure.range.lowerBound).withoutBlanks
    guard words.unicodeScalars.count <= 12, words.holds(anyOf: sums), !words.holds("平均"), !words.holds("目标"),
      let span = spans.first(where: { words.holds($0.words) })
    else { return nil }
    let before = passage.figures(in: max(0, figure.range.lowerBound - Self.reach)..<figure.range.lowerBound).suffix(20)
      .compactMap(ProseQuantity.init).filter {
        $0.unit == total.unit
      }
    let parts = Array(before.suffix(span.years))
    guard parts.count == span.years, let sum = StatedAmount(sumOf: parts.map(\.value)),
      sum.relation(to: total.value) != .agree, isSlip(sum, of: total)
    else { return nil }
    return Finding("\(span.words)", parts, comingTo: sum, of: total, in: passage)
  }

  private static func isSlip(_ sum: StatedAmount, of total: ProseQuantity) -> Bool {
    let (mine, right) = (total.value.exact.spoken(4), sum.exact.spoken(4))
    return mine.significantDigits >= 3 && DigitSlip(mine, right) != nil
  }
}
