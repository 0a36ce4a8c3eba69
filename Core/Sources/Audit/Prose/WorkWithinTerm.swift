import Figures
import Reading
import Rules
import Text

/// A day on which work was done, said to lie within the term that is told elsewhere and does not:
/// 建设工期：2023年10月至2024年9月 and 2024年12月完工，在批复工期内完成; the term may be told in months from a day:
/// 合同签订日期：2024年4月8日；合同工期：6个月；完工日期：2024年12月20日；按合同工期完成.
struct WorkWithinTerm {
  static let terms = PassageFinder(in: [.prose, .figure], holding: ["工期", "建设期限", "建设周期"]) {
    read -> [(PassageReading, WrittenFigure, WrittenDate)] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard case .period(_, let end) = figure.kind, end.year?.number != nil, end.month != nil,
        passage.label(of: figure).holds(anyOf: ["工期", "建设期限", "建设周期"]), !passage.label(of: figure).holds("实际")
      else { return nil }
      return (passage, figure, end)
    }
  }

  /// Words that what was done was done in time, with the day before them.
  static let claims = PassageFinder(in: [.prose, .noPlans, .figure], holding: words) { read -> [WorkWithinTerm] in
    let passage = read.passage
    return passage.clauses.compactMap { WorkWithinTerm($0, in: passage) }
  }

  private static let words = [
    "工期内", "按期完成", "如期完成", "按期完工", "如期完工", "按期竣工", "如期竣工", "按合同工期", "按工期完成", "按时完工", "按时完成",
  ]

  let passage: PassageReading
  let clause: Range<Int>
  let figure: WrittenFigure
  let date: WrittenDate

  private init?(_ clause: Range<Int>, in passage: PassageReading) {
    let words = passage.text(clause).withoutBlanks
    guard words.holds(anyOf: Self.words), !words.holds(anyOf: ["未", "不", "除", "没", "确保", "应", "率"]) else { return nil }
    let sentence = passage.sentence(at: clause.lowerBound)
    let days = passage.figures(in: sentence.lowerBound..<clause.upperBound).compactMap {
      figure -> (WrittenFigure, WrittenDate)? in
      guard case .date(let date) = figure.kind, date.year?.number != nil, date.month != nil,
        passage.isEnd(of: figure)
      else { return nil }
      return (figure, date)
    }
    guard days.count == 1, let day = days.first else { return nil }
    (self.passage, self.clause, figure, date) = (passage, clause, day.0, day.1)
  }

  /// The term in months that its own sentence tells, with the day that it begins.
  private var ownTerm: (figure: WrittenFigure, months: Int, start: WrittenDate)? {
    let figures = passage.figures(in: passage.sentence(at: clause.lowerBound))
    guard
      let term = figures.first(where: { figure in
        guard case .count(.number(let number), "个月") = figure.kind, number.whole != nil else { return false }
        return passage.label(of: figure).holds(anyOf: ["工期", "周期"])
      }), case .count(.number(let number), _) = term.kind, let months = number.whole,
      let start = figures.lazy.compactMap({ figure -> WrittenDate? in
        guard case .date(let date) = figure.kind, figure.range.upperBound <= self.figure.range.lowerBound,
          date.year?.number != nil, date.month != nil
        else { return nil }
        return date
      }).first
    else { return nil }
    return (term, Int(months), start)
  }

  /// nil where it lies within, or no term is told.
  func finding(beside terms: [(PassageReading, WrittenFigure, WrittenDate)]) -> Finding? {
    let words = passage.text(clause).droppingBlankEnds
    let places = [figure.range, clause].map { Place.text(passage.passage.place($0)) }
    if let own = ownTerm, let months = date.months(since: own.start), months > own.months + 1 {
      return Finding(
        at: places + [.text(passage.passage.place(own.figure.range))],
        "写“\(words)”，而\(passage.quote(figure))超出了所写的 \(passage.quote(own.figure))，请核对。",
        derivation: "\(months) > \(own.months)")
    }
    guard terms.count == 1, let term = terms.first, term.0.passage.annex == passage.passage.annex,
      let late = date.months(since: term.2), late > 0
    else { return nil }
    return Finding(
      at: places + [.text(term.0.passage.place(term.1.range))],
      "写“\(words)”，而\(passage.quote(figure))晚于所写的工期 \(term.0.quote(term.1))，请核对。",
      derivation: "\(passage.quote(figure)) > \(term.0.quote(term.1))")
  }
}

extension PassageReading {
  /// 完工 stands right behind the day, or a label of it before.
  fileprivate func isEnd(of figure: WrittenFigure) -> Bool {
    let ends = ["完工", "竣工", "完成", "交付", "验收"]
    let behind = text(figure.range.upperBound..<min(scalars.count, figure.range.upperBound + 6)).withoutBlanks
    return ends.contains { behind.begins(with: $0) || behind.begins(with: "全部" + $0) }
      || label(of: figure).holds(anyOf: ends)
  }
}

extension WrittenDate {
  /// How many months lie between; nil where a year or a month is missing.
  fileprivate func months(since other: WrittenDate) -> Int? {
    guard let year = year?.number, let month, let first = other.year?.number, let begin = other.month else {
      return nil
    }
    return year * 12 + month - first * 12 - begin
  }
}

extension Dossier {
  /// Claims of work done in time that the told term belies.
  var wrongWithinTerm: [Finding] {
    let claims = found(in: WorkWithinTerm.claims)
    guard !claims.isEmpty else { return [] }
    let terms = found(in: WorkWithinTerm.terms)
    return claims.compactMap { $0.finding(beside: terms) }
  }
}
