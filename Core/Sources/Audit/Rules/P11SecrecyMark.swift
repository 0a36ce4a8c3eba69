import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p11SecrecyMark = AuditRule.inAllWritings(
    RuleCard(
      "P11", "密级和内部资料标志", severity: .error,
      why: "标有密级或“内部资料”“不予公开”的内容不能随报告公开。",
      remedy: "核实定密和公开属性；不能公开的删去，标志误留的删去标志。",
      sources: [
        LegalSource("中华人民共和国保守国家秘密法", clause: "国家秘密标志", isVerified: false), .disclosure("依法确定为国家秘密的信息不得公开"),
      ]
    ),
    method: """
      查“秘密★”一类的密级标志，单独成段或放在括号里的密级、“内部资料”，写明的“密级：”以及“此件不公开”等公开属性。只是说到保密工作、商业秘密的不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("组织保密法宣传教育月活动，严守国家秘密和商业秘密。密级：公开")),
      .passes(.prose("涉密及不予公开的事项除外，其余均已公开。", "内部资料管理制度健全。")),
      .fails(
        .prose("⟦机密★1年⟧", "2024年度绩效自评报告", "⟦（此件不公开）⟧"),
        .at("⟦机密★1年⟧", "写有“机密★1年”，请核实能否公开。"), .at("⟦（此件不公开）⟧", "写有“（此件不公开）”，请核实能否公开。")),
      .fails(
        .prose("⟦内部资料　注意保存⟧", "⟦密级：秘密⟧"),
        .at("⟦内部资料　注意保存⟧", "写有“内部资料　注意保存”，请核实能否公开。"), .at("⟦密级：秘密⟧", "写有“密级：秘密”，请核实能否公开。")),
      .cannotLook([:]),
    ]
  ) { writing in
    SecrecyMark.found(in: writing).map { mark in
      let quoted = writing.quote(mark)
      return Finding(at: [writing.place(mark)], "写有“\(quoted)”，请核实能否公开。", derivation: quoted)
    }
  }
}

/// What says that a document is not for everybody.
private enum SecrecyMark {
  private static let levels: WordFinder = ["绝密", "机密", "秘密"]
  private static let inner: WordFinder = ["内部资料", "内部文件", "内部使用", "内部材料", "内部参考"]
  private static let refusals: WordFinder = [
    "此件不公开", "此件不予公开", "本件不公开", "本件不予公开", "该件不公开", "公开属性:不予公开", "公开方式:不予公开", "公开属性:不公开", "公开方式:不公开", "请勿外传",
    "严禁外传", "不得外传",
  ]
  private static let all: WordFinder = [
    "绝密", "机密", "秘密", "内部资料", "内部文件", "内部使用", "内部材料", "内部参考", "不公开", "不予公开", "外传",
  ]

  static func found(in writing: Writing) -> [Range<Int>] {
    guard all.occurs(in: writing.scalars) else { return [] }
    let whole = 0..<writing.scalars.count
    if whole.count <= 14, isMark(whole, in: writing) { return [whole] }
    return levels.matches(in: writing.scalars).compactMap { levelMark($0.range, in: writing) }
      + (inner.matches(in: writing.scalars) + refusals.matches(in: writing.scalars)).compactMap {
        bracketed($0.range, in: writing)
      }
  }

  /// A paragraph that says nothing else.
  private static func isMark(_ whole: Range<Int>, in writing: Writing) -> Bool {
    if refusals.occurs(in: writing.scalars) { return true }
    var rest = whole.lowerBound
    while rest < whole.upperBound {
      if let word = levels.match(at: rest, in: writing.scalars) ?? inner.match(at: rest, in: writing.scalars)
        ?? companions.match(at: rest, in: writing.scalars)
      {
        rest = word.range.upperBound
      } else if !writing.scalars[rest].isIdeograph {
        rest += 1
      } else {
        return false
      }
    }
    return levels.occurs(in: writing.scalars) || inner.occurs(in: writing.scalars)
  }
  private static let companions: WordFinder = ["注意保存", "注意保密", "妥善保管", "年", "长期", "密级", "请", "严禁"]

  /// 秘密★, 密级：秘密.
  private static func levelMark(_ level: Range<Int>, in writing: Writing) -> Range<Int>? {
    if let star = writing.scalar(at: level.upperBound), ["★", "☆", "*"].contains(star) {
      return level.lowerBound..<level.upperBound + 1
    }
    let before: WordFinder = ["密级:", "密级为"]
    guard let word = before.first(in: writing.scalars, max(0, level.lowerBound - 3)..<level.lowerBound) else {
      return nil
    }
    return word.range.lowerBound..<level.upperBound
  }

  /// A mark in brackets of its own.
  private static func bracketed(_ mark: Range<Int>, in writing: Writing) -> Range<Int>? {
    let opening = writing.scalar(at: mark.lowerBound - 1)
    let closing = writing.scalar(at: mark.upperBound)
    guard let opening, let closing, ["(", "【", "["].contains(opening), [")", "】", "]", ",", " "].contains(closing)
    else {
      return nil
    }
    return mark
  }
}
