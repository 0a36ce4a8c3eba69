import Figures
import Reading
import Rules
import Text

/// One number that came from another, told with a word for the wrong direction: 由42天延长到25天.
struct TurnFromTo {
  let base: ProseQuantity
  let now: ProseQuantity
  let turn: Range<Int>
  private let isRise: Bool
  private let passage: PassageReading

  static let finder = PassageFinder(in: .twoFigures) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    return zip(figures, figures.dropFirst()).compactMap { TurnFromTo($0, $1, in: passage)?.finding }
  }

  /// nil where the direction is right, or the words between tell more than it.
  private init?(_ first: WrittenFigure, _ second: WrittenFigure, in passage: PassageReading) {
    let between = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
    guard (2...11).contains(between.count), let base = ProseQuantity.orShare(first),
      let now = ProseQuantity.orShare(second), base.unit == now.unit, !Self.ranks.contains(base.unit),
      let isRise = Self.direction(of: passage.text(between).withoutBlanks.withoutUnitBelow)
    else { return nil }
    let sentence = passage.sentence(at: first.range.lowerBound)
    let before = passage.text(passage.clause(at: first.range.lowerBound).lowerBound..<first.range.lowerBound)
    // 排名由第9位上升到第6位 goes up as the number goes down.
    guard before.holds(anyOf: ["由", "从"]), sentence.contains(second.range.lowerBound),
      !passage.text(sentence.lowerBound..<first.range.lowerBound).holds(anyOf: ["排名", "名次", "位次", "位居", "排位"]),
      now.value.relation(to: base.value) == (isRise ? .below : .above)
    else { return nil }
    (self.base, self.now, self.isRise, self.passage) = (base, now, isRise, passage)
    let verb = passage.text(between).withoutBlanks.withoutUnitBelow.unicodeScalars.count
    turn = max(between.lowerBound, between.upperBound - verb)..<between.upperBound
  }

  private static let ranks: Set<String> = ["", "位", "名", "级", "等", "类", "届"]

  /// true for 增加到 and 升至, false for 下降为; nil for everything else.
  private static func direction(of words: String) -> Bool? {
    guard let end = ["到了", "到", "至", "为"].first(where: words.ends) else { return nil }
    let verb = String(words.dropLast(end.count))
    return rises.contains(verb) ? true : falls.contains(verb) ? false : nil
  }
  private static let rises: Set<String> = [
    "增加", "增长", "上升", "提高", "提升", "上涨", "延长", "扩大", "攀升", "增", "升", "提", "涨", "上调", "增多", "扩增",
  ]
  private static let falls: Set<String> = [
    "减少", "下降", "降低", "缩短", "压缩", "压减", "缩减", "回落", "下滑", "降", "减", "下调", "精简", "压降", "缩小",
  ]

  private var finding: Finding {
    let quotes = [now, base].map { passage.quote($0.figure) }
    return Finding(
      at: [turn, base.figure.range, now.figure.range].map { .text(passage.passage.place($0)) },
      "写\(passage.text(turn))，\(quotes[0]) 比 \(quotes[1]) \(isRise ? "少" : "多")，方向相反。",
      derivation: "\(quotes[0]) \(isRise ? "<" : ">") \(quotes[1])")
  }
}

extension String {
  /// 上升为 of /立方米上升为: what a measure is told by stands behind its figure.
  fileprivate var withoutUnitBelow: String {
    guard begins(with: "/") else { return self }
    let unit = ["/立方米", "/平方米", "/升", "/人", "/吨", "/亩", "/公里", "/天", "/年", "/月", "/次", "/个", "/户"].first(where: begins)
    return String(dropFirst(unit?.count ?? 0))
  }
}
