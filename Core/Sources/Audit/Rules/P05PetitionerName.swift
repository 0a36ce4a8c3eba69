import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p05PetitionerName = AuditRule.inAllWritings(
    RuleCard(
      "P05", "信访人姓名", severity: .error,
      why: "信访、投诉和举报人的姓名依法保密，写进公开的报告会泄露其身份和诉求。",
      remedy: "删去姓名，写件数和事项即可，如“化解信访案件4件”。",
      sources: [.personalInformation("敏感个人信息"), LegalSource("信访工作条例", clause: "对信访人信息保密", isVerified: false)]
    ),
    method: """
      在说到信访、上访、投诉、举报的一句里，找姓名后接“等几人”“反映”“关于”“要求”“信访”等字样的；带职务的干部姓名不报。\
      隐去名字而留有姓和末字的（如“何某乙”）只作提示，全部隐去的不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("成立了以钱一局长为组长的信访工作领导小组，办理信访件5件。")),
      .passes(.prose("安全股关于投诉举报的制度健全，张某关于欠薪的信访事项已办结。")),
      .fails(
        .prose("成功化解⟦张甲⟧等３人关于市场搬迁的信访案件，⟦王丙⟧关于临街商户权益的信访案件。"),
        .at("⟦张甲⟧", "写有信访人姓名“张甲”，请删去。"), .at("⟦王丙⟧", "写有信访人姓名“王丙”，请删去。")),
      .fails(
        .prose("化解⟦何某乙⟧重点信访案件1件。"),
        .at("⟦何某乙⟧", "写有信访人“何某乙”，仍可能辨认，建议删去。")),
      .fails(
        .prose("对信访人⟦陈建国⟧反映的2起问题依法查处。"), .at("⟦陈建国⟧", "写有信访人姓名“陈建国”，请删去。")),
      .passes(.prose("处理信访、举报等线索5件，化解张家湾、彭家湾等人饮工程反映的信访问题。")),
      .fails(
        .prose("化解⟦张桂芬⟧、⟦彭长林⟧等人反映的信访积案7件。"), .at("⟦张桂芬⟧", "写有信访人姓名“张桂芬”，请删去。"),
        .at("⟦彭长林⟧", "写有信访人姓名“彭长林”，请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    guard PersonName.topics.occurs(in: writing.scalars) else { return [] }
    return writing.sentences.filter { PersonName.topics.occurs(in: writing.scalars, $0) }.flatMap { sentence in
      PersonName.petitioners(in: writing, sentence).map { name in
        let quoted = writing.quote(name)
        let isHalfMasked = writing.scalars[name].contains("某")
        return Finding(
          at: [writing.place(name)],
          isHalfMasked ? "写有信访人“\(quoted)”，仍可能辨认，建议删去。" : "写有信访人姓名“\(quoted)”，请删去。",
          derivation: quoted, severity: isHalfMasked ? .info : nil)
      }
    }
  }
}

extension PersonName {
  fileprivate static let topics: WordFinder = ["信访", "上访", "投诉", "举报", "缠访", "来信来访"]

  /// Names in a sentence about petitions that are followed by what a petitioner does.
  fileprivate static func petitioners(in writing: Writing, _ sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if isBeginning(index, in: writing, sentence),
        let name = candidates(at: index, in: writing).first(where: { actsAsPetitioner($0, in: writing) }),
        !isMasked(name, in: writing)
      {
        found.append(name)
        index = name.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static let verbs: WordFinder = [
    "化解", "处理", "调处", "办结", "接待", "受理", "办理", "信访人", "投诉人", "上访人", "举报人", "来访人", "答复", "劝返", "稳控", "回访", "信访户",
  ]
  private static let acts: WordFinder = [
    "关于", "反映", "要求", "信访", "上访", "投诉", "举报", "重点信访", "信访案", "一案", "诉求", "来访", "来信", "缠访", "越级", "因", "户", "同志",
  ]

  /// At the beginning of a clause, or behind a verb of dealing with petitions.
  private static func isBeginning(_ index: Int, in writing: Writing, _ sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return true }
    if !writing.scalars[index - 1].isIdeograph { return true }
    return (2...3).contains { length in
      index - length >= sentence.lowerBound
        && verbs.match(at: index - length, in: writing.scalars)?.range.upperBound == index
    }
  }

  private static func actsAsPetitioner(_ name: Range<Int>, in writing: Writing) -> Bool {
    guard let next = writing.scalar(at: name.upperBound) else { return false }
    if next == "等" {
      let behind = writing.scalar(at: name.upperBound + 1)
      return behind.map { $0.isDigit || "一二三四五六七八九十几多人".unicodeScalars.contains($0) } ?? false
    }
    // 张桂芬、彭长林等人反映: what the last one does, all of them do.
    if next == "、",
      let other = candidates(at: name.upperBound + 1, in: writing).first(where: { actsAsPetitioner($0, in: writing) })
    {
      return other.count >= 2
    }
    return acts.match(at: name.upperBound, in: writing.scalars) != nil
  }
}
