import Figures
import Reading
import Rules
import Text

/// How many of so many, told twice in the very same words but for that number:
/// 已签约84个项目中，有32个项目已开工 and 已签约84个项目中，有36个项目已开工.
struct RestatedClause {
  fileprivate let part: ProseQuantity
  fileprivate let passage: PassageReading
  /// From the clause of the whole to the end of that of the part, without the part's number.
  fileprivate let words: String

  static let finder = PassageFinder(in: .twoFigures, holding: ["中，", "中,", "中有"]) { read -> [RestatedClause] in
    let passage = read.passage
    let figures = passage.figures
    return zip(figures, figures.dropFirst()).compactMap { RestatedClause(whole: $0, part: $1, in: passage) }
  }

  private init?(whole first: WrittenFigure, part second: WrittenFigure, in passage: PassageReading) {
    guard let whole = ProseQuantity(first), let part = ProseQuantity(second), whole.unit == part.unit,
      !["", "元", "㎡"].contains(whole.unit), whole.value.exact >= Rational(10), whole.value.exact >= part.value.exact,
      passage.sentence(at: first.range.lowerBound).contains(second.range.lowerBound)
    else { return nil }
    let between = passage.text(first.range.upperBound..<second.range.lowerBound).withoutBlanks
    guard ["中,有", "中有", "中,已有", "中,已", "中,"].contains(where: between.ends), !between.ends(with: "其中,") else {
      return nil
    }
    let (start, end) = (passage.clause(at: first.range.lowerBound), passage.clause(at: second.range.lowerBound))
    let behind = passage.text(end.rest(behind: second.range)).withoutBlanks
    guard behind.unicodeScalars.count >= 2, passage.figures(in: end).count == 1 else { return nil }
    words = passage.text(start.lowerBound..<second.range.lowerBound).withoutBlanks + "#" + behind
    guard words.unicodeScalars.count >= 12 else { return nil }
    (self.part, self.passage) = (part, passage)
  }
}

extension Dossier {
  /// The first pair of numbers of every clause that is told again.
  var restatedClauses: [Finding] {
    let told = found(in: RestatedClause.finder)
    guard told.count >= 2 else { return [] }
    var known: [String: RestatedClause] = [:]
    return told.compactMap { one in
      let key = "\(one.passage.passage.annex) \(one.words)"
      guard let first = known[key] else {
        known[key] = one
        return nil
      }
      guard first.part.value.exact != one.part.value.exact else { return nil }
      let quotes = [first, one].map { $0.passage.quote($0.part.figure) }
      return Finding(
        at: [one, first].map { .text($0.passage.passage.place($0.part.figure.range)) },
        "同一句话写了两遍，数字前后不一：\(quotes.joined(separator: "、"))。", derivation: quotes.joined(separator: " ≠ "))
    }
  }
}
