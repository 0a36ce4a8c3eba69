import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p16TradeSecret = AuditRule.inWritings(
    RuleCard(
      "P16", "尚未签约的企业和项目", severity: .info,
      why: "没有谈成的投资、采购，写出企业和项目的名称，可能泄露企业的商业秘密，也影响谈判。",
      remedy: "问过企业再公开；没有把握的，只写数量。",
      sources: [.disclosure("涉及商业秘密的信息不得公开")]
    ),
    method: """
      一句里说“在谈”“拟签约”“正在洽谈”“达成意向”，又写有具体的公司名称，或在“在谈项目有”“洽谈了”之后一一列出名称的，即提示，每段只报一处。\
      同一句已经签约、落地、投产的不报；只写数量和行业、名称已隐去（XX有限公司）的不报。
      """,
    examples: [
      .passes(.prose("全年在谈项目12个，正在洽谈的企业10余家，达成采购意向700万元。")),
      .passes(.prose("洽谈的示例新材料有限公司项目已正式签约，临江食品集团项目落地投产。", "外贸公司与电商公司正在洽谈合作。", "我县XX食品有限公司现场达成采购意向700万元。")),
      .fails(
        .prose("正与⟦示例新材料有限公司⟧洽谈投资建厂，计划投资2亿元。"),
        .at("⟦示例新材料有限公司⟧", "“示例新材料有限公司”尚在洽谈，公开前请核实是否涉及商业秘密。")),
      .fails(
        .prose("重点在谈项目有⟦临江冷链、示例五金、青山茶油⟧等。"),
        .at("⟦临江冷链、示例五金、青山茶油⟧", "“临江冷链、示例五金、青山茶油”尚在洽谈，公开前请核实是否涉及商业秘密。")),
      .cannotLook([:]),
    ]
  ) { writing in
    guard let name = UnsignedDeal.name(in: writing) else { return [] }
    let quoted = writing.quote(name)
    return [Finding(at: [writing.place(name)], "“\(quoted)”尚在洽谈，公开前请核实是否涉及商业秘密。", derivation: quoted)]
  }
}

/// Talks that have not come to a contract, with those who lead them.
private enum UnsignedDeal {
  private static let talks: WordFinder = [
    "在谈", "拟签约", "拟投资", "拟落户", "意向投资", "意向签约", "意向采购", "采购意向", "投资意向", "合作意向", "正在洽谈", "正洽谈", "深入洽谈", "洽谈了", "洽谈投资",
    "洽谈合作", "洽谈引进", "正在对接", "尚未签约",
  ]
  private static let done: WordFinder = ["已签约", "正式签约", "签约落地", "落地投产", "已落地", "投产", "已签订", "签订了", "成功签约", "开工"]
  private static let lists: WordFinder = [
    "在谈项目有", "在谈的项目有", "在谈企业有", "在谈项目包括", "在谈项目:", "洽谈了", "在谈的有", "拟签约项目有", "洽谈的项目有", "对接洽谈了",
  ]
  private static let companies: WordFinder = ["有限公司", "有限责任公司", "股份公司", "集团公司", "公司", "集团"]
  /// What a kind of company is called, and no company.
  private static let kinds: Set<String> = [
    "外贸", "电商", "平台", "各", "子", "分", "总", "国有", "龙头", "物业", "母", "外资", "民营", "上市", "投资", "物流", "这些", "多家", "家", "商贸",
    "国内", "知名", "大型",
    "企业", "等", "该", "本", "贸易", "和", "及", "与",
  ]

  /// The first company, or the first list of names, that a sentence tells of.
  static func name(in writing: Writing) -> Range<Int>? {
    guard talks.occurs(in: writing.scalars) else { return nil }
    return writing.sentences.lazy.filter {
      talks.occurs(in: writing.scalars, $0) && !done.occurs(in: writing.scalars, $0)
    }.compactMap { list(in: $0, of: writing) ?? company(in: $0, of: writing) }.first
  }

  private static func company(in sentence: Range<Int>, of writing: Writing) -> Range<Int>? {
    companies.matches(in: writing.scalars, sentence).lazy.compactMap { ending -> Range<Int>? in
      var start = ending.range.lowerBound
      while start > sentence.lowerBound, writing.scalars[start - 1].isInCompanyName { start -= 1 }
      start = leading.matches(in: writing.scalars, start..<ending.range.lowerBound).last?.range.upperBound ?? start
      let own = writing.quote(start..<ending.range.lowerBound)
      guard own.unicodeScalars.count >= 2, !kinds.contains(own), !own.holds(anyOf: ["XX", "××", "xx", "**"]),
        !kinds.contains(where: { own.ends(with: "家" + $0) })
      else {
        return nil
      }
      return start..<ending.range.upperBound
    }.first
  }
  /// Words that a name cannot go on over.
  private static let leading: WordFinder = [
    "与", "和", "同", "向", "对", "由", "及", "引进", "洽谈", "对接", "拜访", "邀请", "接待", "联系", "包括", "分别", "企业", "客商", "其中", "的", "了",
    "有", "在", "为", "等",
    "家", "我县", "我市", "我区", "我省", "我镇", "我乡",
  ]

  /// Two names at least behind 在谈项目有.
  private static func list(in sentence: Range<Int>, of writing: Writing) -> Range<Int>? {
    guard let opening = lists.first(in: writing.scalars, sentence) else { return nil }
    let start = opening.range.upperBound
    let stops: Set<Unicode.Scalar> = [",", "。", ";", "等", "\n"]
    let end = writing.scalars[start..<sentence.upperBound].firstIndex(where: stops.contains) ?? sentence.upperBound
    let names = writing.scalars[start..<end].split(separator: "、")
    guard names.count >= 2, names.allSatisfy({ (2...20).contains($0.count) }) else { return nil }
    return start..<end
  }
}

extension Unicode.Scalar {
  fileprivate var isInCompanyName: Bool { isIdeograph || isLatinLetter || isDigit || self == "(" || self == ")" }
}
