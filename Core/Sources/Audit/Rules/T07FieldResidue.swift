import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t07FieldResidue = AuditRule(
    RuleCard(
      "T07", "域代码和模板变量残留", severity: .warning,
      why: "“未找到引用源”、变量名一类的文字是软件留下的痕迹，本应显示的内容没有出来。",
      remedy: "在文字处理软件里更新域，或补上实际内容，再删去残留。",
      sources: [.customary("定稿前更新域、接受修订")]
    ),
    method:
      "查正文和各表文字里“未找到引用源”一类的提示、域代码（PAGEREF、HYPERLINK、_Toc 等）和没有替换的模板变量（{{…}}、${…}、«…»）。报表软件命名的书签在纸面上看不见，合报一处，只作提示；文字处理软件自己的书签（_GoBack 等）不报。",
    examples: [
      .passes(.prose("详见附件{1}，网址 https://www.example.gov.cn/?id=${x。")),
      .passes(.prose("[bookmark: _GoBack]错误率控制在1%以内，[bookmark: OLE_LINK1]引用源均已注明。")),
      .fails(
        .prose("具体见⟦错误！未找到引用源。⟧所列项目。", "目录⟦PAGEREF _Toc⟧12345"),
        .at("⟦错误！未找到引用源。⟧", "“错误！未找到引用源。”是软件留下的痕迹，请更新后删去。"),
        .at("⟦PAGEREF _Toc⟧", "“PAGEREF _Toc”是软件留下的痕迹，请更新后删去。")),
      .fails(
        .prose("⟦{{单位名称}}⟧2024年支出⟦${amount}⟧万元，负责人⟦«负责人»⟧。"),
        .at("⟦{{单位名称}}⟧", "“{{单位名称}}”是软件留下的痕迹，请更新后删去。"),
        .at("⟦${amount}⟧", "“${amount}”是软件留下的痕迹，请更新后删去。"),
        .at("⟦«负责人»⟧", "“«负责人»”是软件留下的痕迹，请更新后删去。")),
      .fails(
        .prose("核定⟦[bookmark: STAFF_TOTAL]⟧编制数42名，⟦[bookmark: STAFF_OFFICE]⟧行政编制10名。"),
        .at("⟦[bookmark: STAFF_TOTAL]⟧", "文件里留有模板的书签“STAFF_TOTAL”“STAFF_OFFICE”，共 2 个，建议清除。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.writings) { writing in
      FieldResidue.found(in: writing).map { range in
        let quoted = writing.quote(range)
        return Finding(at: [writing.place(range)], "“\(quoted)”是软件留下的痕迹，请更新后删去。", derivation: quoted)
      }
    }.adding(FieldResidue.bookmarks(in: dossier.narrative))
  }
}

/// What fields and variables leave in a text.
private enum FieldResidue {
  private static let words: WordFinder = [
    "错误!未找到引用源。", "错误!未找到引用源", "错误!未定义书签。", "错误!未定义书签", "错误!未指定", "error! bookmark not defined",
    "error! reference source not found",
    "pageref _toc", "hyperlink \\l", "toc \\o", "ref _ref", "mergefield", "_toc",
  ]
  private static let variables: [(opening: String, closing: String)] = [
    ("{{", "}}"), ("${", "}"), ("«", "»"), ("<%", "%>"),
  ]
  private static let openings = WordFinder(variables.map(\.opening))
  private static let longest = 40

  private static let ordinary = ["_", "OLE_LINK", "bookmark", "书签"]

  /// One finding for all that a program named.
  static func bookmarks(in narrative: Narrative) -> [Finding] {
    let named = narrative.bookmarks.filter { bookmark in !ordinary.contains { bookmark.name.hasPrefix($0) } }
    guard !named.isEmpty else { return [] }
    let quoted = named.prefix(3).map { "“\($0.name)”" }.joined() + (named.count > 3 ? "等" : "")
    return [
      Finding(
        at: named.prefix(20).map { .text($0.place) }, "文件里留有模板的书签\(quoted)，共 \(named.count) 个，建议清除。",
        derivation: "\(named.count)", severity: .info)
    ]
  }

  static func found(in writing: Writing) -> [Range<Int>] {
    let named = words.matches(in: writing.scalars).map(\.range)
    let opened = openings.matches(in: writing.scalars).compactMap { opening -> Range<Int>? in
      let closing = WordFinder([variables[opening.word].closing])
      let reach = opening.range.upperBound..<min(writing.scalars.count, opening.range.upperBound + longest)
      return closing.first(in: writing.scalars, reach).map { opening.range.lowerBound..<$0.range.upperBound }
    }
    return (named + opened).sorted { $0.lowerBound < $1.lowerBound }
  }
}
