import Figures
import Reading
import Rules
import Text

/// How far two quantities lie apart, told behind both: 需27万元，安排15万元，缺口12万元; 预算500万元，中标价468万元，节约32万元;
/// 年末26个，上年末21个，新增5个.
struct StatedGap {
  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: kinds.flatMap(\.gaps) + ["由", "从"]) {
    read -> [Finding] in
    let passage = read.passage
    return passage.sentences.flatMap { sentence -> [Finding] in
      let told = passage.labelledQuantities(in: sentence)
      guard (3...mostFigures).contains(told.count) else { return [] }
      return told.indices.dropFirst(2).compactMap { finding(at: $0, of: told, in: passage) }
    }
  }

  private static let mostFigures = 40

  /// Words for a gap, and those of the two that it lies between.
  private struct Kind {
    let gaps: [String]
    let firsts: [String]
    let seconds: [String]
    /// The first is the greater one.
    let isFall: Bool
  }

  private static let kinds = [
    Kind(
      gaps: ["缺口", "资金缺口", "缺口为", "缺口约", "仍缺", "尚缺", "尚差"], firsts: ["需", "应"],
      seconds: ["安排", "到位", "落实", "预算", "实际", "下达", "解决"], isFall: true),
    Kind(
      gaps: ["节约", "节约资金", "节省", "节省资金", "节约财政资金", "核减"], firsts: ["预算", "控制价", "限价", "概算", "送审", "计划"],
      seconds: ["中标", "成交", "合同", "审定", "实际", "支出", "结算"], isFall: true),
    Kind(
      gaps: ["新增", "净增", "增加", "比上年增加", "较上年增加"], firsts: ["今年", "本年", "2", "年末", "现有"], seconds: ["上年", "去年", "年初"],
      isFall: false),
  ]

  /// 由0.52提高到0.56，提高0.04: numbers without a unit.
  private static func fromTo(
    _ first: LabelledQuantity, _ second: LabelledQuantity, _ gap: LabelledQuantity, in passage: PassageReading
  ) -> Finding? {
    guard [first, second, gap].allSatisfy({ $0.unit.isEmpty }), first.label.holds(anyOf: ["由", "从"]),
      let turn = turns.first(where: { second.label.begins(with: $0) }), ["到", "至"].contains(where: second.label.ends),
      [turn, turn + "了"].contains(gap.label), first.value.exact != second.value.exact
    else { return nil }
    let right = first.value.gap(to: second.value)
    guard right.exact != gap.value.exact, let ratio = gap.value.exact.divided(by: right.exact), ratio < Rational(10)
    else {
      return nil
    }
    let quotes = [first, second, gap].map { passage.quote($0.figure) }
    let spoken = right.exact.spoken(4)
    return Finding(
      at: [gap, first, second].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) 与 \(quotes[1]) 相差 \(spoken)，所写\(gap.label) \(quotes[2])。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(spoken) ≠ \(quotes[2])")
  }

  private static let turns = ["提高", "提升", "上升", "增加", "增长", "下降", "降低", "减少", "缩短"]

  private static func finding(at index: Int, of told: [LabelledQuantity], in passage: PassageReading) -> Finding? {
    let (first, second, gap) = (told[index - 2], told[index - 1], told[index])
    if let found = fromTo(first, second, gap, in: passage) { return found }
    guard !gap.unit.isEmpty, first.unit == gap.unit, second.unit == gap.unit,
      let kind = kinds.first(where: { $0.gaps.contains(gap.label) }),
      first.label.holds(anyOf: kind.firsts) || kind.isFall == false && !first.label.holds(anyOf: kind.seconds),
      second.label.holds(anyOf: kind.seconds), !second.label.holds(anyOf: ["其中", "每", "均"]),
      passage.semicolonPart(at: first.figure.range.lowerBound).contains(gap.figure.range.lowerBound),
      first.value.relation(to: second.value) == .above
    else { return nil }
    let right = first.value.gap(to: second.value).with(first.value.slack, second.value.slack)
    guard right.relation(to: gap.value) != .agree, let ratio = gap.value.exact.divided(by: right.exact),
      ratio < Rational(2), ratio > Rational(1, over: 2) ?? .one
    else { return nil }
    let quotes = [first, second, gap].map { passage.quote($0.figure) }
    let spoken = gap.unit == "元" ? right.spoken : right.exact.spoken(4) + gap.unit
    return Finding(
      at: [gap, first, second].map { .text(passage.passage.place($0.figure.range)) },
      "\(quotes[0]) 与 \(quotes[1]) 相差 \(spoken)，所写\(gap.label) \(quotes[2])。",
      derivation: "\(quotes[0]) − \(quotes[1]) = \(spoken) ≠ \(quotes[2])")
  }
}
