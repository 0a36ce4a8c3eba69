import Figures
import Reading
import Rules
import Text

/// A change told in a sentence of its own: 收入x。同比增加d，增长p%.
struct ChangeOfSentenceBefore {
  static let finder = PassageFinder(in: .threeFigures) { read -> [Finding] in
    let passage = read.passage
    guard passage.sentences.count >= 2 else { return [] }
    return passage.sentences.indices.dropFirst().compactMap { finding(at: $0, in: passage) }
  }

  /// nil where the sentence says whose change it is, where one of the sums before bears it out, and where there are
  /// several that may be meant.
  private static func finding(at index: Int, in passage: PassageReading) -> Finding? {
    let sentence = passage.sentences[index]
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard figures.count >= 2, let change = ProseQuantity(figures[0]), !change.unit.isEmpty,
      case .percent(.number(let percent)) = figures[1].kind, figures[1].isUnbounded, !figures[1].isApproximate,
      passage.isChangeAlone(change.figure.range.upperBound..<figures[1].range.lowerBound),
      let turn = passage.turn(in: sentence.lowerBound..<change.figure.range.lowerBound)
    else { return nil }
    let isRise = turn.isRise
    let before = passage.figures(in: passage.sentences[index - 1]).compactMap(ProseQuantity.init).filter {
      $0.unit == change.unit && !passage.isChange($0.figure)
        && (turn.name.isEmpty || passage.text(passage.words(before: $0.figure)).bare.holds(String(turn.name.prefix(4))))
    }
    let ratios = before.compactMap { now -> (now: ProseQuantity, base: StatedAmount, ratio: WrittenRatio)? in
      let base = isRise ? now.value.exact.subtracting(change.value.exact) : now.value.exact.adding(change.value.exact)
      guard let base, base > .zero else { return nil }
      let whole = StatedAmount(base, slack: .zero).with(now.value.slack, change.value.slack)
      return (now, whole, WrittenRatio(percent: percent, part: change.value, whole: whole))
    }
    guard ratios.count == 1, before.count == 1, let told = ratios.first, !told.ratio.isRight else { return nil }
    let quotes = [change.figure, figures[1], told.now.figure].map { passage.quote($0) }
    let base = change.unit == "元" ? told.base.spoken : told.base.exact.spoken(2) + change.unit
    return Finding(
      at: [figures[1], change.figure, told.now.figure].map { .text(passage.passage.place($0.range)) },
      "所写 \(quotes[1])，\(quotes[0]) ÷ \(base) 应为 \(told.ratio.right)%。",
      derivation: "\(quotes[0]) ÷（\(quotes[2]) \(isRise ? "−" : "+") \(quotes[0])）= \(told.ratio.right)% ≠ \(quotes[1])"
    )
  }
}

extension PassageReading {
  /// Whether something rose beside the year before, and what; nothing where the words say no more than that.
  fileprivate func turn(in range: Range<Int>) -> (name: String, isRise: Bool)? {
    let words = text(range).withoutBlanks
    let comparisons = [
      "同比上年度", "同比上年", "较上年度", "较上年", "比上年度", "比上年", "较上一年", "比上一年", "与上年相比", "与上年度相比", "较去年", "比去年", "同比",
    ]
    // 与2023年度相比，收、支总计各增加
    let clauses = words.split(separator: ",").map { String($0) }
    if clauses.count == 2, clauses[0].begins(with: "与"), clauses[0].ends(with: "年度相比") || clauses[0].ends(with: "年相比"),
      clauses[0].unicodeScalars.count <= 9, clauses[1].holds("各")
    {
      return turn(endingIn: clauses[1])
    }
    guard let comparison = comparisons.first(where: words.begins) else { return nil }
    var rest = String(words.dropFirst(comparison.count).drop { $0 == "," || $0 == "总" || $0 == "共" })
    if let year = figures(in: range).last(where: { if case .year = $0.kind { true } else { false } }) {
      rest = String(text(year.range.upperBound..<range.upperBound).withoutBlanks.drop { $0 == "的" })
    }
    return turn(endingIn: rest)
  }

  private func turn(endingIn rest: String) -> (name: String, isRise: Bool)? {
    for (turns, isRise) in [(Self.rises, true), (Self.falls, false)] {
      guard let turn = turns.first(where: rest.ends) else { continue }
      var name = String(rest.dropLast(turn.count))
      // 收、支总计各 is both at once.
      if name.ends(with: "各") { name = String(name.dropLast().suffix(2)) }
      return (name.bare, isRise)
    }
    return nil
  }
  private static let rises = ["增加了", "增长了", "增加", "增长", "上升", "提高"]
  private static let falls = ["减少了", "下降了", "减少", "下降", "降低"]

  /// It rose or fell by it, or is measured against it.
  fileprivate func isChange(_ figure: WrittenFigure) -> Bool {
    marks(in: words(before: figure)).contains { [.rise, .fall, .comparison, .target].contains($0.cue) }
  }
}
