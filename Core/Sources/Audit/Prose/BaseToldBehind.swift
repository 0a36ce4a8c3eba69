import Figures
import Reading
import Rules
import Text

/// A change, or its rate, told before last year's quantity: 接待356人次，同比下降11%，去年同期为400人次;
/// 原值826.5万元，较年初增加35.3万元，年初为791.2万元.
struct BaseToldBehind {
  static let finder = PassageFinder(in: [.prose, .threeFigures]) { read -> [Finding] in
    let passage = read.passage
    let figures = passage.figures.filter { $0.kind.extent != nil }
    guard figures.count >= 3 else { return [] }
    return figures.indices.dropFirst(2).compactMap { index in
      // Nearly always far apart, which to see costs nothing.
      figures[index].range.lowerBound - figures[index - 1].range.upperBound > 12
        ? nil : finding(figures[index - 2], figures[index - 1], figures[index], in: passage)
    }
  }

  private static let bases: Set<String> = [
    "上年", "上年为", "去年", "去年为", "上年同期", "上年同期为", "去年同期", "去年同期为", "年初", "年初为", "上年末", "上年末为", "同期为", "上年度为",
  ]

  /// 上年为, or 上年满意率为 of a rate.
  private static func isBase(_ words: String) -> Bool {
    bases.contains(words)
      || ["上年", "去年"].contains(where: words.begins) && ["率为", "度为", "率", "度", "率是"].contains(where: words.ends)
  }

  private static func finding(
    _ first: WrittenFigure, _ second: WrittenFigure, _ third: WrittenFigure, in passage: PassageReading
  ) -> Finding? {
    guard passage.isAside(third, behind: second), let now = ProseQuantity.orShare(first),
      let base = ProseQuantity.orShare(third), !now.unit.isEmpty, now.unit == base.unit,
      base.value.exact > .zero, !second.isApproximate, second.isUnbounded,
      passage.sentence(at: first.range.lowerBound).contains(third.range.lowerBound),
      isBase(passage.text(passage.words(before: third)).withoutBlanks)
    else { return nil }
    let words = passage.words(before: second)
    let text = passage.text(words).withoutBlanks
    let turns = passage.marks(in: words).filter { $0.cue == .rise || $0.cue == .fall }
    guard turns.count == 1, text.holds(anyOf: ["同比", "比上年", "较上年", "比去年", "较去年", "较年初", "比年初", "上年末"]),
      !passage.has(.target, in: words), !text.holds("预算"),
      // 共计x，其中y，同比…: the change may be that of the whole.
      !passage.has(.parts, in: passage.sentence(at: first.range.lowerBound).lowerBound..<first.range.lowerBound)
    else { return nil }
    let gap = now.value.gap(to: base.value).with(now.value.slack, base.value.slack)
    let (x, y) = (passage.quote(first), passage.quote(third))
    if case .percent(.number(let percent)) = second.kind {
      // Of shares it is no rate of growth.
      guard now.unit != "%" else { return nil }
      return FoundRatio(
        ratio: WrittenRatio(percent: percent, part: gap, whole: base.value), working: "（\(x) 与 \(y) 之差）÷ \(y)",
        ranges: [first.range, third.range]
      ).look(at: second, in: passage).finding
    }
    let isShare = now.unit == "%"
    guard let change = isShare ? ProseQuantity.orPoints(second) : ProseQuantity(second),
      change.unit == (isShare ? "个百分点" : base.unit)
    else { return nil }
    if gap.relation(to: change.value) == .agree {
      let isRise = turns[0].cue == .rise
      guard isShare, now.value.relation(to: base.value) == (isRise ? .below : .above) else { return nil }
      return Finding(
        at: [second, first, third].map { .text(passage.passage.place($0.range)) },
        "所写增减 \(passage.quote(second))，\(x) 比 \(y) \(isRise ? "低" : "高")，方向相反。",
        derivation: "\(x) \(isRise ? "<" : ">") \(y)")
    }
    return Finding(
      at: [second, first, third].map { .text(passage.passage.place($0.range)) },
      "所写增减 \(passage.quote(second))，\(x) 与 \(y) 相差 \(base.unit == "元" ? gap.spoken : gap.exact.spoken(2) + (isShare ? "个百分点" : base.unit))。",
      derivation: "\(x) − \(y) ≠ \(passage.quote(second))")
  }
}

extension PassageReading {
  /// A comma or a bracket and the words that name it, nothing else, stand between.
  fileprivate func isAside(_ figure: WrittenFigure, behind other: WrittenFigure) -> Bool {
    guard figure.range.lowerBound - other.range.upperBound <= 12 else { return false }
    let between = scalars[other.range.upperBound..<figure.range.lowerBound].filter { !$0.isBlank }
    return between.count <= 8 && (between.first == "," || between.first == "(")
      && between.dropFirst().allSatisfy(\.isIdeograph)
  }
}
