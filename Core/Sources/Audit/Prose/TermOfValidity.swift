import Figures
import Reading
import Rules
import Text

/// A day from which something holds, for how many years, and a day until which it does that is another:
/// 自2022年1月1日起施行，有效期三年，至2023年12月31日止.
struct TermOfValidity {
  static let finder = PassageFinder(in: .twoFigures, holding: termWords) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let termWords = ["有效期", "期限", "实施期", "服务期", "合同期", "租期", "建设期", "试行期", "任期"]

  /// For the years of a term; nil where either day is missing, or they fit to the month.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .count(.number(let number), unit: "年") = figure.kind, let years = number.whole, (1...30).contains(years),
      figure.isUnbounded, !figure.isApproximate,
      termWords.contains(where: passage.text(passage.words(before: figure)).withoutBlanks.withoutLink.ends)
    else { return nil }
    let place = passage.sentences.firstIndex { $0.contains(figure.range.lowerBound) }
    guard let place else { return nil }
    let from = passage.sentences[max(0, place - 1)].lowerBound
    let stretch = from..<passage.sentences[place].upperBound
    if let other = period(besides: figure, years, in: passage) { return other }
    let dates = passage.figures(in: stretch).compactMap { one -> (WrittenFigure, Int)? in
      guard case .date(let date) = one.kind, let year = date.year?.number, let month = date.month else { return nil }
      return (one, year * 12 + month)
    }
    let starts = dates.filter { one in
      let behind = passage.text(one.0.range.upperBound..<min(passage.scalars.count, one.0.range.upperBound + 1))
      return one.0.range.upperBound <= figure.range.lowerBound && behind == "起"
    }
    let ends = dates.filter { one in
      let behind = passage.text(one.0.range.upperBound..<min(passage.scalars.count, one.0.range.upperBound + 2))
      return one.0.range.lowerBound >= figure.range.upperBound && behind.begins(with: "止")
    }
    guard starts.count == 1, ends.count == 1, let start = starts.first, let end = ends.first,
      ![0, 1].contains(start.1 + years * 12 - end.1)
    else { return nil }
    let quotes = [start.0, figure, end.0].map { passage.quote($0) }
    return Finding(
      at: [end.0, start.0, figure].map { .text(passage.passage.place($0.range)) },
      "从 \(quotes[0]) 起 \(quotes[1])，不会到 \(quotes[2]) 止，请核对。", derivation: "\(quotes[0]) + \(quotes[1]) ≠ \(quotes[2])")
  }
}

extension TermOfValidity {
  /// 服务期三年（2022年7月1日至2024年6月30日）: the only months told beside it are more or fewer.
  private static func period(besides figure: WrittenFigure, _ years: Int, in passage: PassageReading) -> Finding? {
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let periods = passage.figures(in: sentence).compactMap { one -> (figure: WrittenFigure, months: Int)? in
      guard case .period(let from, let to) = one.kind, let start = from.count, let end = to.count else { return nil }
      return (one, end - start)
    }
    guard periods.count == 1, let told = periods.first, told.months >= 0 else { return nil }
    let between =
      told.figure.range.lowerBound >= figure.range.upperBound
      ? figure.range.upperBound..<told.figure.range.lowerBound
      : told.figure.range.upperBound..<figure.range.lowerBound
    guard passage.text(between).withoutBlanks.unicodeScalars.count <= 8,
      ![12 * years, 12 * years - 1].contains(told.months)
    else { return nil }
    let quotes = [told.figure, figure].map { passage.quote($0) }
    return Finding(
      at: [figure, told.figure].map { .text(passage.passage.place($0.range)) },
      "\(quotes[0])不是 \(quotes[1])，请核对。", derivation: "\(quotes[0]) ≠ \(quotes[1])")
  }
}

extension WrittenDate {
  /// Its month, counted from the beginning of the calendar; nil where year or month is missing.
  fileprivate var count: Int? {
    guard let year = year?.number, let month else { return nil }
    return year * 12 + month
  }
}

extension String {
  fileprivate var withoutLink: String { ends(with: "为") || ends(with: "是") ? String(dropLast()) : self }
}
