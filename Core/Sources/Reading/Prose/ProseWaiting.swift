import Figures

/// Numbers without a unit, joined by 、 or 和, that take the unit of the number behind them.
struct ProseWaiting {
  /// Where the chain begins among the figures; nil while nothing waits.
  private var first: Int?
  /// They have 万 or the like of their own and lack 元 only.
  private var isMultiplied = false
  private var start = ProsePlace.start
  private var end = ProsePlace.start

  /// A quantity was read that is about to be kept as the figure number `index`; the figure before ends at `behind`.
  mutating func meet(
    _ measure: ProseMeasure, _ word: ProseUnitWord?, at index: Int, from begin: ProsePlace, to end: ProsePlace,
    behind: ProsePlace, in text: ProseText, _ figures: inout [WrittenFigure]
  ) {
    let isJoined = first != nil && self.end == behind && isJoint(from: behind, to: begin, in: text)
    // 3.1、4.5和6.7万 are all counted in 万.
    let power = isMultiplied ? 0 : measure.number.exponent - measure.written.exponent
    if word != nil || (measure.isMultiplied && !isMultiplied) {
      if isJoined, let first { carry(word, power, to: first..<index, &figures) }
      if word != nil {
        first = nil
        return
      }
      first = nil
    }
    if !isJoined || first == nil { (first, start) = (index, begin) }
    (isMultiplied, self.end) = (measure.isMultiplied, end)
  }

  /// 2023、2024年, 1、2月: a date was read that is a year or a month alone.
  mutating func meet(
    _ date: WrittenDate, from begin: ProsePlace, behind: ProsePlace, in text: ProseText,
    _ figures: inout [WrittenFigure]
  ) {
    if let first, end == behind, isJoint(from: behind, to: begin, in: text) {
      for index in first..<figures.count {
        guard case .plain(.number(let number)) = figures[index].kind, number.exponent == 0, let whole = number.whole,
          let kind = date.kind(of: whole)
        else { continue }
        figures[index] = figures[index].inferred(kind)
      }
    }
    first = nil
  }

  private func carry(
    _ word: ProseUnitWord?, _ power: Int, to indices: Range<Int>, _ figures: inout [WrittenFigure]
  ) {
    for index in indices {
      guard case .plain(let extent) = figures[index].kind,
        let scaled = extent.map({ $0.scaled(by: power + (word?.unit.power ?? 0)) })
      else { continue }
      figures[index] = figures[index].inferred(word?.kind(of: scaled) ?? .plain(scaled))
    }
  }

  /// Only 、, 和, 与, 及 stand between; a comma as well where 分别 announced a list.
  private func isJoint(from end: ProsePlace, to begin: ProsePlace, in text: ProseText) -> Bool {
    let place = text.skippingBlanks(end)
    guard place < begin else { return false }
    let behind: ProsePlace
    switch text[place] {
    case .of("、"), .of("和"), .of("与"), .of("及"): behind = text.after(place)
    case .of("以"): behind = text.taking("以及", at: place) ?? place
    case .of(","): behind = isAnnounced(in: text) ? text.after(place) : place
    default: return false
    }
    return behind != place && text.skippingBlanks(behind) == begin
  }

  private func isAnnounced(in text: ProseText) -> Bool {
    var place = start
    for _ in 0..<8 where !ProseText.isStop(text.scalarBefore(place)) {
      if text.retaking("分别", before: place) != nil { return true }
      place = text.before(place)
    }
    return false
  }
}

extension WrittenFigure {
  /// The same place with the kind that other words gave it.
  func inferred(_ kind: Kind) -> WrittenFigure {
    WrittenFigure(
      range: range, number: number, kind: kind, isApproximate: isApproximate, bound: bound, isInferred: true)
  }
}

extension WrittenDate {
  /// What a number is that is counted as this date's last part.
  fileprivate func kind(of number: Int) -> WrittenFigure.Kind? {
    if month != nil { return (1...12).contains(number) ? .date(WrittenDate(year: year, month: number)) : nil }
    guard let year, year.number != nil, ProseReader.years.contains(number) else { return nil }
    return .year(WrittenYear(.calendar(number), isFiscal: year.isFiscal))
  }
}
