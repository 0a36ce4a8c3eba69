import Figures
import Reading
import Rules
import Text

/// A rate of what passed, beside how many were looked at and how many did not: 合格率97.6%，抽检500个，不合格12个.
struct PassRateOfFailed {
  private static let kinds = [("合格", "不合格"), ("达标", "不达标"), ("达标", "未达标"), ("办结", "未办结"), ("整改", "未整改")]
  private static let looked = ["抽检", "检测", "抽查", "检查", "抽样", "样品", "受理", "发现", "监测", "共", "排查"]

  static let finder = PassageFinder(in: [.prose, .threeFigures], holding: ["不合格", "不达标", "未达标", "未办结", "未整改"]) {
    read -> [Finding] in
    let passage = read.passage
    guard passage.figures.contains(where: \.isPercent) else { return [] }
    return passage.figures.compactMap { finding(on: $0, in: passage) }
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard case .percent(.number(let percent)) = figure.kind, figure.isUnbounded, !figure.isApproximate else {
      return nil
    }
    let words = passage.text(passage.words(before: figure)).withoutBlanks
    guard !words.holds(anyOf: ["目标", "上年", "去年", "提高", "不合格率", "平均", "其中"]) else { return nil }
    let sentence = passage.semicolonPart(at: figure.range.lowerBound)
    let quantities = passage.figures(in: sentence).compactMap(ProseQuantity.init).filter {
      !["", "元", "㎡"].contains($0.unit)
    }
    func told(_ quantity: ProseQuantity) -> String {
      passage.text(passage.words(before: quantity.figure)).withoutBlanks
    }
    for (good, bad) in kinds where words.holds(good + "率") {
      guard passage.figures(in: sentence).filter(\.isPercent).count == 1, quantities.count == 2,
        let failed = quantities.first(where: { told($0).holds(bad) }),
        let whole = quantities.first(where: { $0.figure != failed.figure }), whole.unit == failed.unit,
        // 监督抽检合格率 behind all that was looked at is that of a part.
        figure.range.lowerBound < whole.figure.range.lowerBound || isPlain(words, good),
        told(whole).holds(anyOf: looked), !told(whole).holds(anyOf: [good, "其中"]),
        whole.value.exact > failed.value.exact
      else { continue }
      return FoundRatio(
        ratio: WrittenRatio(percent: percent, part: whole.value.gap(to: failed.value), whole: whole.value),
        working: "（\(passage.quote(whole.figure)) − \(passage.quote(failed.figure))）÷ \(passage.quote(whole.figure))",
        ranges: [whole.figure.range, failed.figure.range]
      ).look(at: figure, in: passage).finding
    }
    return nil
  }

  /// 合格率 alone, or with a word that says nothing of which.
  private static func isPlain(_ words: String, _ good: String) -> Bool {
    ["", "抽检", "抽查", "检测", "检验", "产品", "样品", "质量", "总体"].contains { lead in
      ["", "为", "达", "达到", "是"].contains { words == lead + good + "率" + $0 }
    }
  }
}
