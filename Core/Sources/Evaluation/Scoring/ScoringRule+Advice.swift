public import Figures

extension ScoringRule {
  /// The points of one indicator worth `points`, from its target and actual value.
  public func advice(
    points: Figure?, target: IndicatorValue, actual: IndicatorValue, subject: IndicatorSubject, rounding: Rounding
  ) -> ScoreAdvice {
    guard target != .void, actual != .void else { return .incomplete }
    guard let points else {
      // Whether two values can be compared does not depend on what they are worth.
      let anyway = advice(points: 1, target: target, actual: actual, subject: subject, rounding: rounding)
      if case .incomparable = anyway { return anyway } else { return .incomplete }
    }
    let comparison = ScoreComparison(rule: self, points: points, subject: subject, rounding: rounding)
    switch (target, actual) {
    case (.several, _), (_, .several): return .incomparable(.severalNumbers)
    case (.quantity(let target), .quantity(let actual)): return comparison.quantity(target, actual)
    case (.range(let low, let high, let unit), .quantity(let actual)):
      return comparison.range(.init(figure: low, unit: unit), .init(figure: high, unit: unit), actual)
    case (.date(let target), .date(let actual)): return comparison.date(target, actual)
    case (.words, .words(let text)): return comparison.words(text)
    case _ where target.isUnclear || actual.isUnclear: return .incomparable(.unclear)
    case (.date, _), (_, .date): return .incomparable(.dateAgainstOther)
    case (.words, _): return .incomparable(.wordsAgainstNumber)
    default: return .incomparable(.numberAgainstWords)
    }
  }

  /// The level whose label or word the text holds, the longest first: 未达成 before 达成. 未达标 does not hold 达标.
  func level(of text: String) -> QualitativeLevel? {
    let spellings = levels.flatMap { level in ([level.label] + level.words).map { (spelling: $0, level: level) } }
    return spellings.filter { text.affirms($0.spelling) }.max { $0.spelling.count < $1.spelling.count }?.level
  }
}

extension String {
  /// Holds the words without a denial: no 未 or 没 within four characters before them, no 不 or 无 right before.
  fileprivate func affirms(_ words: String) -> Bool {
    let (text, words) = (Array(unicodeScalars), Array(words.unicodeScalars))
    guard !words.isEmpty, text.count >= words.count else { return false }
    return (0...text.count - words.count).contains { start in
      let before = text[max(0, start - 4)..<start]
      return text[start..<start + words.count].elementsEqual(words) && !before.contains("未") && !before.contains("没")
        && before.last != "不" && before.last != "无"
    }
  }
}
