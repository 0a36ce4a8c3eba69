import Figures
import Reading
import Rules
import Text

/// By how much something grew, told before the two numbers that it lies between: 新增床位48张，由72张增至122张.
struct StepTold {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["由", "从"]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil && !$0.isPercent }
    return figures.indices.dropFirst(2).compactMap {
      finding(figures[$0 - 2], figures[$0 - 1], figures[$0], in: passage)
    }
  }

  private static let rises = ["新增", "增加", "净增", "增设", "扩增"]
  private static let falls = ["减少", "压减", "精简", "净减", "核减"]

  private static func finding(
    _ first: WrittenFigure, _ second: WrittenFigure, _ third: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    guard let change = ProseQuantity(first), let base = ProseQuantity(second), let now = ProseQuantity(third),
      !change.unit.isEmpty, change.unit == base.unit, base.unit == now.unit,
      passage.semicolonPart(at: first.range.lowerBound).contains(third.range.lowerBound)
    else { return nil }
    let words = passage.text(passage.words(before: first)).withoutBlanks
    let lead = passage.text(passage.words(before: second)).withoutBlanks
    let turn = passage.text(second.range.upperBound..<third.range.lowerBound).withoutBlanks
    let isRise = rises.contains { words.holds($0) } && ["增至", "增加到", "增加至", "增长到", "提高到", "扩大到", "上升到"].contains(turn)
    let isFall = falls.contains { words.holds($0) } && ["减至", "减少到", "减少至", "降至", "下降到", "精简到", "压减到"].contains(turn)
    guard isRise || isFall, lead.holds(anyOf: ["由", "从"]), !lead.holds(anyOf: ["其中", "另"]),
      // 新增护理型床位48张，护理型床位由72张: of the same things.
      passage.sharesNoun(words, lead),
      let gap = now.value.exact.subtracting(base.value.exact).map({ isRise ? $0 : $0.negated }),
      StatedAmount(gap, slack: base.value.slack).with(base.value.slack, now.value.slack).relation(to: change.value)
        != .agree,
      // What left in between is not told.
      let right = isRise
        ? base.value.exact.adding(change.value.exact) : base.value.exact.subtracting(change.value.exact),
      DigitSlip(now.value.exact.spoken(4), right.spoken(4)) != nil
    else { return nil }
    let quotes = [first, second, third].map { passage.quote($0) }
    return Finding(
      at: [third, second, first].map { .text(passage.passage.place($0.range)) },
      "\(quotes[1]) 与 \(quotes[2]) 相差 \(gap.spoken(2))，所写增减 \(quotes[0])，请核对。",
      derivation: "\(quotes[2]) − \(quotes[1]) = \(gap.spoken(2)) ≠ \(quotes[0])")
  }
}

extension PassageReading {
  /// Nothing but 由 leads to the second, or both end in the same words.
  fileprivate func sharesNoun(_ first: String, _ second: String) -> Bool {
    let name = second.split(separator: "由").first.map { String($0) } ?? ""
    return second.begins(with: "由") || second.begins(with: "从")
      || name.unicodeScalars.count >= 2 && first.holds(String(scalars: Array(name.unicodeScalars.suffix(2))))
  }
}
