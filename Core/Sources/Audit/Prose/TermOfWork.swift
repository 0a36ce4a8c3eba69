import Figures
import Reading
import Rules
import Text

/// A term in months or days beside the first and the last day of it, which lie further apart or nearer:
/// 工期8个月，自2024年3月1日起至2024年11月30日止.
struct TermOfWork {
  static let finder = PassageFinder(in: .twoFigures, holding: terms) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let terms = ["工期", "建设期", "服务期", "合同期", "实施期", "租赁期", "租期", "期限", "周期", "历时"]

  /// For the months or days of a term; nil where the two days are not told, or lie so far apart.
  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .count(.number(let number), let unit) = figure.kind, let length = number.whole, length > 0,
      figure.isUnbounded, !figure.isApproximate, ["个月", "天", "日历天"].contains(unit)
    else { return nil }
    let words = passage.text(passage.words(before: figure)).withoutBlanks.withoutLinks
    guard terms.contains(where: words.ends), !words.holds(anyOf: ["实际", "净", "有效工期"]),
      // What was agreed is not what it took.
      !passage.text(passage.semicolonPart(at: figure.range.lowerBound)).holds(anyOf: ["实际", "顺延", "延期", "延长", "提前"]),
      let (range, first, last) = passage.term(beside: figure), let told = DaySpan(from: first, to: last)
    else { return nil }
    let isRight = unit == "个月" ? told.fits(months: length) : told.fits(days: length)
    guard !isRight else { return nil }
    let quotes = [passage.text(range), passage.quote(figure)]
    return Finding(
      at: [figure.range, range].map { .text(passage.passage.place($0)) }, "\(quotes[0])不是 \(quotes[1])，请核对。",
      derivation: "\(quotes[0]) ≠ \(quotes[1])")
  }
}

/// From one day to another, both of them inside.
private struct DaySpan {
  private let first: WrittenDate
  private let last: WrittenDate
  private let months: Int

  /// nil where a year or a month is missing, or it ends before it begins.
  init?(from first: WrittenDate, to last: WrittenDate) {
    guard let start = first.year?.number, let end = last.year?.number ?? first.year?.number, let month = first.month,
      let other = last.month
    else { return nil }
    months = end * 12 + other - start * 12 - month
    guard months >= 0 else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// From 1 March to 31 October are eight, from 10 May to 9 May and to 10 May of the next year twelve.
  func fits(months count: Int) -> Bool {
    guard let from = first.day, let to = last.day else { return [count, count - 1].contains(months) }
    let days = months * 30 + to - from + 1
    return abs(days - count * 30) <= 3
  }

  /// A month has 30.44 of them; some days are told off for rounding.
  func fits(days count: Int) -> Bool {
    guard let from = first.day, let to = last.day else { return true }
    return abs(months * 3_044 + (to - from + 1 - count) * 100) <= 400 + count * 2
  }
}

extension PassageReading {
  /// 自…起至…止, or a period, in the sentence of a figure and no further from it than words of a few characters.
  fileprivate func term(beside figure: WrittenFigure) -> (Range<Int>, WrittenDate, WrittenDate)? {
    let figures = figures(in: semicolonPart(at: figure.range.lowerBound))
    guard let place = figures.firstIndex(of: figure) else { return nil }
    let periods = figures.compactMap { one -> (Range<Int>, WrittenDate, WrittenDate)? in
      if case .period(let from, let to) = one.kind { (one.range, from, to) } else { nil }
    }
    if periods.count == 1, let period = periods.first,
      figures.contains(where: { $0.range == period.0 && abs((figures.firstIndex(of: $0) ?? place) - place) == 1 })
    {
      return period
    }
    let days = figures.compactMap { one -> (WrittenFigure, WrittenDate)? in
      if case .date(let date) = one.kind { (one, date) } else { nil }
    }
    guard periods.isEmpty, days.count == 2 else { return nil }
    let (from, to) = (days[0], days[1])
    let between = text(from.0.range.upperBound..<to.0.range.lowerBound).withoutBlanks
    // 2024年3月启动、2024年11月通过验收，历时9个月
    let isTold =
      words(before: figure).lowerBound > to.0.range.lowerBound && text(words(before: figure)).holds("历时")
      && ["启动", "开工", "开始", "动工"].contains(where: between.begins)
    guard isTold || ["起至", "至", "到", "起到", "起,至", "开始至", "—", "-", "起,到"].contains(between) else { return nil }
    return (from.0.range.lowerBound..<to.0.range.upperBound, from.1, to.1)
  }
}

extension String {
  /// 工期 of 工期均为.
  fileprivate var withoutLinks: String {
    var words = self
    while let link = ["为", "是", "均", "共", "总", "各"].first(where: words.ends) { words.removeLast(link.count) }
    return words
  }
}
