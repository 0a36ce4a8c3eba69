extension WrittenFigure {
  /// Every figure of one paragraph or cell, in order.
  public static func found(in text: String) -> [WrittenFigure] {
    var text = text
    return text.withUTF8 { bytes in
      var reader = ProseReader(ProseText(bytes))
      reader.readAll()
      return reader.figures
    }
  }
}

/// Walks over a text from one possible figure to the next and keeps what it can read.
struct ProseReader {
  let text: ProseText
  var figures: [WrittenFigure] = []
  /// Behind the last figure.
  var taken = ProsePlace.start
  /// Numbers without unit that wait for the unit of one behind them.
  var waiting = ProseWaiting()

  init(_ text: ProseText) { self.text = text }

  mutating func readAll() {
    var place = ProsePlace.start
    while let candidate = text.nextCandidate(from: place) {
      let end = read(at: candidate)
      place = candidate < end ? end : text.after(candidate)
    }
  }

  /// Reads what begins at a candidate; answers where to go on.
  private mutating func read(at place: ProsePlace) -> ProsePlace {
    switch text[place] {
    case .of("年"): readRelativeYear(endingAt: place)
    case .of("比"): readComparison(endingAt: place)
    case let scalar where ProseText.isDigit(scalar): readDigits(at: place)
    default: readChinese(at: place)
    }
  }

  /// 同比 and 环比.
  private mutating func readComparison(endingAt place: ProsePlace) -> ProsePlace {
    let end = text.after(place)
    let start = text.before(place)
    guard taken <= start, text[end] != .of("例") else { return end }
    switch text.scalarBefore(place) {
    case .of("同"): return keep(.comparison(.sameTimeLastYear), start, end)
    case .of("环"): return keep(.comparison(.precedingPeriod), start, end)
    default: return end
    }
  }

  /// Keeps a figure whose digits fill its range.
  @discardableResult
  mutating func keep(_ kind: WrittenFigure.Kind, _ start: ProsePlace, _ end: ProsePlace) -> ProsePlace {
    keep(kind, start, end, digits: start, end)
  }

  @discardableResult
  mutating func keep(
    _ kind: WrittenFigure.Kind, _ start: ProsePlace, _ end: ProsePlace, digits: ProsePlace, _ digitsEnd: ProsePlace,
    surroundings: ProseSurroundings = ProseSurroundings(), isInferred: Bool = false
  ) -> ProsePlace {
    figures.append(
      WrittenFigure(
        range: start.scalar..<end.scalar, number: digits.scalar..<digitsEnd.scalar, kind: kind,
        isApproximate: surroundings.isApproximate, bound: surroundings.bound, isInferred: isInferred))
    taken = end
    return end
  }
}
