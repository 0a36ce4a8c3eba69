import Figures
import Reading
import Rules
import Text

/// A rate that says what it is of, right behind how many that were, of what is told before another rate or counted in
/// other words: 立案35,040件，立案率96%；结案33,990件，结案率97%; 676名学生参加中考，392人达到录取线，录取率57.99%.
struct ChainedRate {
  static let finder = PassageFinder(in: [.prose, .noPlans, .threeFigures], holding: ["率"]) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static let mostBefore = 12

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    var name = passage.text(passage.words(before: figure)).withoutBlanks
    for link in ["为", "达", "达到", "是"] where name.ends(with: link) { name.removeLast(link.count) }
    guard name.ends(with: "率"), (3...4).contains(name.unicodeScalars.count) else { return nil }
    let stem = String(name.dropLast())
    guard !Self.others.contains(stem) else { return nil }
    let sentence = passage.sentence(at: figure.range.lowerBound)
    let before = passage.figures(in: sentence.lowerBound..<figure.range.lowerBound).suffix(mostBefore)
    guard let last = before.last, let part = ProseQuantity(last), !["", "元", "㎡"].contains(part.unit) else {
      return nil
    }
    let own = passage.text(passage.words(before: last)).withoutBlanks
    let behind = passage.text(last.range.upperBound..<passage.words(before: figure).lowerBound).withoutBlanks
    let wholes = before.dropLast().compactMap(ProseQuantity.init).filter { $0.isCountedAlike(part) }
    let isOwn = [stem, "已" + stem, "完成" + stem, "实际" + stem].contains(own) && behind == ","
    // 392人达到普通高中录取线，: what they did stands behind how many did.
    let isBehind =
      behind.holds(stem) && behind.ends(with: ",") && behind.unicodeScalars.count <= 16 && wholes.count == 1
      && before.count == 2 && !behind.holds(anyOf: ["未", "不", "较", "比"])
    guard isOwn || isBehind,
      let whole = wholes.last(where: { $0.value.relation(to: part.value) == .above }),
      !wholes.contains(where: { WrittenRatio(percent: percent, part: part.value, whole: $0.value).isRight })
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(percent: percent, part: part.value, whole: whole.value),
      working: "\(passage.quote(last)) ÷ \(passage.quote(whole.figure))", ranges: [whole.figure.range, last.range]
    ).look(at: figure, in: passage).finding
  }

  /// Rates of a year before, and of no part.
  private static let others: Set<String> = [
    "增长", "完成", "执行", "下降", "节约", "到位", "满意", "利用", "使用", "支付", "增产", "死亡", "发病", "发生",
  ]
}

extension ProseQuantity {
  /// Both count people, or things in one unit.
  fileprivate func isCountedAlike(_ other: ProseQuantity) -> Bool {
    unit == other.unit || Self.people.isSuperset(of: [unit, other.unit])
  }
  private static let people: Set<String> = ["人", "名", "位"]
}
