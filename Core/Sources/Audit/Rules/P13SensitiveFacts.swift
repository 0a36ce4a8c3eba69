import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p13SensitiveFacts = AuditRule.inAllWritings(
    RuleCard(
      "P13", "少数人的死亡、疾病、处分", severity: .warning,
      why: "人数很少时，写出死亡、患病、处分，熟悉单位的人就知道说的是谁。",
      remedy: "与绩效无关的删去；需要说明的，并入总数或改为概括的说法。",
      sources: [.personalInformation("敏感个人信息")]
    ),
    method: """
      说单位人员的一句里，“死亡”“病故”“重病”“处分”等词与 1 至 9 的人数相连，即报告；句中没有单位人员的，只作提示。\
      说事故、灾情、疫情等统计的不报，人数为零或十人以上的不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("全年生产安全事故死亡2人，同比下降；在职人员无受处分情况。")),
      .passes(.prose("年末在职人员17人，退休人员26人，遗属12人。")),
      .fails(
        .prose("年末在职人员17人，退休人员26人，离休人员2人，⟦死亡１人⟧。"),
        .at("⟦死亡１人⟧", "“死亡１人”人数很少，可能识别到个人，建议删去。")),
      .fails(
        .prose("全年受理案件12件，⟦2人受到党纪处分⟧。"),
        .at("⟦2人受到党纪处分⟧", "“2人受到党纪处分”人数很少，可能识别到个人，建议删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    SensitiveFact.found(in: writing).map { fact in
      let quoted = writing.quote(fact.range)
      return Finding(
        at: [writing.place(fact.range)], "“\(quoted)”人数很少，可能识别到个人，建议删去。", derivation: quoted,
        severity: fact.isAboutStaff ? nil : .info)
    }
  }
}

/// Something about a few people that others should not read.
private struct SensitiveFact {
  let range: Range<Int>
  let isAboutStaff: Bool

  private static let facts: WordFinder = [
    "死亡", "病故", "去世", "病逝", "患重病", "重病", "患癌", "癌症", "精神病", "留党察看", "开除", "撤职", "记过", "处分", "免职处理", "立案审查", "被判",
  ]
  private static let statistics: WordFinder = [
    "事故", "灾", "疫情", "火灾", "交通", "安全生产", "溺水", "传染病", "死亡率", "发病", "救治", "病例", "新生儿", "孕产妇", "条例", "规定",
  ]
  private static let staff: WordFinder = ["在职", "退休", "离休", "在编", "编制", "干部", "职工", "本单位", "我局", "党员", "人员"]
  private static let numerals: Set<Unicode.Scalar> = Set("123456789一二两三四五六七八九".unicodeScalars)

  static func found(in writing: Writing) -> [SensitiveFact] {
    guard facts.occurs(in: writing.scalars) else { return [] }
    return facts.matches(in: writing.scalars).compactMap { fact in
      let sentence = writing.sentence(around: fact.range)
      guard !statistics.occurs(in: writing.scalars, sentence) else { return nil }
      guard let range = behind(fact.range, in: writing) ?? before(fact.range, in: writing, from: sentence.lowerBound)
      else { return nil }
      return SensitiveFact(range: range, isAboutStaff: staff.occurs(in: writing.scalars, sentence))
    }
  }

  /// 死亡1人.
  private static func behind(_ fact: Range<Int>, in writing: Writing) -> Range<Int>? {
    let number = writing.skippingBlanks(from: fact.upperBound)
    guard isSmall(number, in: writing) else { return nil }
    return fact.lowerBound..<number + 2
  }

  /// 1人受到处分.
  private static func before(_ fact: Range<Int>, in writing: Writing, from start: Int) -> Range<Int>? {
    let reach = max(start, fact.lowerBound - 10)
    guard let number = (reach..<fact.lowerBound).last(where: { isSmall($0, in: writing) }) else { return nil }
    guard !writing.scalars[number..<fact.lowerBound].contains(where: { [",", "、", ":"].contains($0) }) else {
      return nil
    }
    return number..<fact.upperBound
  }

  private static func isSmall(_ index: Int, in writing: Writing) -> Bool {
    guard let number = writing.scalar(at: index), numerals.contains(number),
      let unit = writing.scalar(at: index + 1), unit == "人" || unit == "名"
    else { return false }
    return !(writing.scalar(at: index - 1).map { $0.isDigit || $0 == "." || $0 == "十" } ?? false)
  }
}
