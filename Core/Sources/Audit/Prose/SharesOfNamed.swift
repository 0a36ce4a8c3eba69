import Figures
import Reading
import Rules
import Text

/// Shares of people or things that are named before 中: 35名职工中，党员12人，占34.29%；五十岁以上16人，占45.71%.
struct SharesOfNamed {
  static let finder = PassageFinder(in: .threeFigures, holding: ["占"]) { read -> [Finding] in
    let passage = read.passage
    guard passage.passage.text.holds("中") else { return [] }
    return passage.sentences.flatMap { findings(in: $0, of: passage) }
  }

  /// 离职46名，占上年末205名的22.44%: of a whole that is told between.
  static let ofWholes = PassageFinder(in: .threeFigures, holding: ["占"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on share: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = share.kind, share.isUnbounded, !share.isApproximate else { return nil }
    let sentence = passage.sentence(at: share.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<share.range.lowerBound).filter { $0.kind.extent != nil }
    guard let last = before.last, let whole = ProseQuantity(last), !["", "㎡"].contains(whole.unit),
      // Shares of income and spending are looked at by A22.
      whole.unit != "元"
        || passage.text(passage.words(before: last)).holds(anyOf: ["投资", "概算", "任务", "计划", "目标", "合同"]),
      passage.text(last.range.upperBound..<share.range.lowerBound).withoutBlanks == "的",
      passage.text(passage.words(before: last)).bare.begins(with: "占"),
      let part = before.dropLast().last.flatMap({ ProseQuantity($0) }),
      part.isAlike(whole), part.value.relation(to: whole.value) == .below
    else { return nil }
    func isRight(_ part: ProseQuantity) -> Bool {
      WrittenRatio(percent: percent, part: part.value, whole: whole.value).isRight
    }
    let parts = before.dropLast().compactMap { ProseQuantity($0) }.filter { $0.isAlike(whole) }
    guard !parts.contains(where: isRight),
      StatedAmount(sumOf: parts.map(\.value)).map({
        !WrittenRatio(percent: percent, part: $0, whole: whole.value).isRight
      }) ?? false
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: part.value, whole: whole.value),
      working: "\(passage.quote(part.figure)) ÷ \(passage.quote(last))", ranges: [part.figure.range, last.range]
    ).look(at: share, in: passage).finding
  }

  private static func findings(in sentence: Range<Int>, of passage: PassageReading) -> [Finding] {
    let figures = passage.figures(in: sentence).filter { $0.kind.extent != nil }
    guard let first = figures.first, let whole = ProseQuantity(first), !["", "元", "㎡"].contains(whole.unit),
      whole.value.exact > .zero, passage.leadsToShares(behind: first, in: sentence)
    else { return [] }
    let pairs = zip(figures.dropFirst(), figures.dropFirst(2)).compactMap {
      part, share -> (ProseQuantity, WrittenFigure, WrittenNumber)? in
      guard let quantity = ProseQuantity(part), quantity.isAlike(whole),
        case .percent(.number(let percent)) = share.kind,
        share.isUnbounded, !share.isApproximate,
        [",占", "占", "(占", ",占比", ",占比为", "(占比", ",占总数的"].contains(
          passage.text(part.range.upperBound..<share.range.lowerBound).withoutBlanks)
      else { return nil }
      return (quantity, share, percent)
    }
    func isRight(_ pair: (ProseQuantity, WrittenFigure, WrittenNumber)) -> Bool {
      WrittenRatio(percent: pair.2, part: pair.0.value, whole: whole.value).isRight
    }
    // One that fits shows that all of them are of this whole.
    guard pairs.contains(where: isRight) else { return [] }
    return pairs.filter { !isRight($0) && $0.0.value.relation(to: whole.value) == .below }.compactMap {
      part, share, percent in
      FoundRatio(
        ratio: WrittenRatio(percent: percent, part: part.value, whole: whole.value),
        working: "\(passage.quote(part.figure)) ÷ \(passage.quote(first))", ranges: [part.figure.range, first.range]
      ).look(at: share, in: passage).finding
    }
  }
}

extension PassageReading {
  /// 名在职人员中， right behind the figure.
  fileprivate func leadsToShares(behind figure: WrittenFigure, in sentence: Range<Int>) -> Bool {
    let rest = figure.range.upperBound..<max(figure.range.upperBound, sentence.upperBound)
    guard let comma = scalars[rest].firstIndex(where: { [",", ":", ";", "。"].contains($0) }),
      comma - figure.range.upperBound <= 14, comma > figure.range.upperBound
    else { return false }
    return scalars[comma] != "。" && scalars[comma] != ";" && scalars[comma - 1] == "中"
  }
}

extension ProseQuantity {
  /// Both count people, or things in one unit.
  fileprivate func isAlike(_ other: ProseQuantity) -> Bool {
    unit == other.unit || Self.people.isSuperset(of: [unit, other.unit])
  }
  private static let people: Set<String> = ["人", "名", "位"]
}
