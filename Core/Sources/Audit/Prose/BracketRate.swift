import Figures
import Reading
import Rules
import Text

/// What each one of an age or a size gets, told once more with another sum: 80至89周岁每人每月60元 and later 80元.
struct BracketRate {
  let bracket: String
  let period: String
  let amount: ProseQuantity
  let passage: PassageReading

  static let finder = PassageFinder(in: [.prose, .noPlans, .figure], holding: ["每"]) { read -> [BracketRate] in
    let passage = read.passage
    return passage.figures.compactMap { BracketRate($0, in: passage, of: read.year) }
  }

  private init?(_ figure: WrittenFigure, in passage: PassageReading, of year: Int) {
    guard let amount = ProseQuantity(figure), amount.unit == "元" else { return nil }
    let words = passage.words(before: figure)
    var told = passage.text(words).withoutBlanks
    if let link = ["为", "是"].first(where: told.ends) { told.removeLast(link.count) }
    let clause = passage.clause(at: figure.range.lowerBound)
    guard let period = Self.periods.first(where: told.ends), words.count <= 12,
      let before = passage.figures(in: clause.lowerBound..<words.lowerBound).last,
      before.range.upperBound == words.lowerBound,
      case .count(.between(let low, let high), let unit) = before.kind
    else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let isOther =
      passage.marks(in: clause).contains { [.rise, .fall, .comparison].contains($0.cue) }
      || passage.text(sentence).holds(anyOf: ["原", "调整前", "此前", "上年", "拟", "建议", "由每", "从每"])
      || passage.figures(in: clause).contains { $0.year?.number(in: year).map { $0 != year } ?? false }
    guard !isOther else { return nil }
    bracket = "\(low.value.spoken(2))—\(high.value.spoken(2))\(unit)"
    (self.period, self.amount, self.passage) = (period, amount, passage)
  }

  private static let periods = ["每人每月", "每人每年", "每月每人", "每年每人", "每户每年", "每户每月", "每生每年", "每人每天", "每户", "每人", "每亩", "每套"]

  fileprivate func contradicts(_ other: BracketRate) -> Bool {
    bracket == other.bracket && period == other.period && passage.passage.annex == other.passage.passage.annex
      && amount.value.relation(to: other.amount.value) != .agree
  }
}

extension Dossier {
  /// One bracket with two sums.
  var bracketRates: [Finding] {
    let told = found(in: BracketRate.finder)
    return told.indices.compactMap { index -> Finding? in
      let first = told[index]
      guard !told[..<index].contains(where: { $0.contradicts(first) }),
        let other = told[(index + 1)...].first(where: { $0.contradicts(first) })
      else { return nil }
      let quotes = [first, other].map { $0.passage.quote($0.amount.figure) }
      return Finding(
        at: [first, other].map { .text($0.passage.passage.place($0.amount.figure.range)) },
        "\(first.bracket)\(first.period)前后不一：\(quotes.joined(separator: "、"))。",
        derivation: quotes.joined(separator: " ≠ "))
    }
  }
}
