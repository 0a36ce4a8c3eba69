import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t07FieldResidue = AuditRule(
    RuleCard(
      "T07", "批注、修订、隐藏文字和域代码残留", severity: .warning,
      why: "批注、删去的字句、隐藏的文字随文件一起公开，谁都能看到；“未找到引用源”、变量名一类的文字是软件留下的痕迹，本应显示的内容没有出来。",
      remedy: "公开前用“检查文档”删除批注、修订、隐藏文字和宏；更新域，或补上实际内容，再删去残留。",
      sources: [.customary("定稿前更新域、接受修订、删除批注")]
    ),
    method: """
      Word 文件看批注、修订、隐藏文字、宏和取别处内容的域（MERGEFIELD、LINK、INCLUDETEXT 等），每一种合报一处；页码、目录一类的域不报，嵌入的其他文件只作提示。\
      各种文件都查正文和各表文字里“未找到引用源”一类的提示、域代码（PAGEREF、HYPERLINK、_Toc 等）和没有替换的模板变量（{{…}}、${…}、«…»）。\
      报表软件命名的书签在纸面上看不见，合报一处，只作提示；文字处理软件自己的书签（_GoBack 等）不报。
      """,
    examples: [
      .passes(.prose("详见附件{1}，网址 https://www.example.gov.cn/?id=${x。")),
      .passes(.prose("[bookmark: _GoBack]错误率控制在1%以内，[bookmark: OLE_LINK1]引用源均已注明。")),
      .passes(
        .prose("一、概况", "略。").carrying(
          FileTrace(.bookmark, "_Toc1", part: "word/document.xml", paragraph: 0),
          FileTrace(.field, " PAGE ", part: "word/footer1.xml", paragraph: 0),
          FileTrace(.hidden, "\u{3000}", part: "word/document.xml", paragraph: 1),
          FileTrace(.header, "示例县商务局", part: "word/header1.xml", paragraph: 0))),
      .fails(
        .prose("一、概况", "略。").carrying(
          FileTrace(.comment, "这里的数再核", name: "郑五", part: "word/comments.xml", paragraph: 0),
          FileTrace(.comment, "已改", name: "吴四", part: "word/comments.xml", paragraph: 1),
          FileTrace(.deletion, "没有完成", name: "郑五", part: "word/document.xml", paragraph: 1),
          FileTrace(.formatting, "", part: "word/document.xml", paragraph: 0)),
        .at("trace comment word/comments.xml/0", "文件里有批注 2 条，随文件一起公开，请删除。"),
        .at("trace deletion word/document.xml/1", "文件里有修订 2 处，改动前后的文字都看得到，请接受或拒绝后再定稿。")),
      .fails(
        .prose("一、概况", "略。").carrying(
          FileTrace(.hidden, "不要公开", part: "word/document.xml", paragraph: 1),
          FileTrace(.field, " MERGEFIELD 单位名称 ", part: "word/document.xml", paragraph: 0),
          FileTrace(.macros, "", part: "word/vbaProject.bin"),
          FileTrace(.embedded, "word/embeddings/a.xlsx", part: "word/embeddings/a.xlsx"),
          FileTrace(.bookmark, "STAFF_TOTAL", part: "word/document.xml", paragraph: 1)),
        .at("trace hidden word/document.xml/1", "文件里有隐藏文字 1 处，打开“显示编辑标记”就能看到，请删除。"),
        .at("trace field word/document.xml/0", "文件里有取别处内容的域 1 个，请转成文字。"),
        .at("trace macros word/vbaProject.bin", "文件里有宏，请另存为不含宏的文件。"),
        .at("trace embedded word/embeddings/a.xlsx", "文件里嵌有其他文件 1 个，里面的内容都能打开，请核对能否公开。"),
        .at("trace bookmark word/document.xml/1", "文件里留有模板的书签“STAFF_TOTAL”，共 1 个，建议清除。")),
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
    let inText = Verdict(over: dossier.writings) { writing in
      FieldResidue.found(in: writing).map { range in
        let quoted = writing.quote(range)
        return Finding(at: [writing.place(range)], "“\(quoted)”是软件留下的痕迹，请更新后删去。", derivation: quoted)
      }
    }
    let bookmarks = FieldResidue.bookmarks(in: dossier)
    guard let traces = dossier.traces else { return inText.adding(bookmarks) }
    return (dossier.writings.isEmpty ? .pass : inText).adding(UnseenResidue.findings(in: traces) + bookmarks)
  }
}

/// What a file carries along that its pages do not show.
private enum UnseenResidue {
  /// Fields whose content comes from elsewhere.
  private static let fetching = [
    "MERGEFIELD", "LINK", "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE", "DOCVARIABLE", "ASK", "FILLIN",
  ]

  /// One finding for all of a kind.
  static func findings(in traces: FileTraces) -> [Finding] {
    let comments = traces.of(.comment)
    let changes = traces.of(.insertion, .deletion, .movement, .formatting)
    let hidden = traces.of(.hidden).filter { !$0.text.isBlank }
    let fields = traces.of(.field).filter { field in
      field.text.split(whereSeparator: \.isWhitespace).first.map { fetching.contains($0.uppercased()) } ?? false
    }
    let embedded = traces.of(.embedded)
    return [
      finding(comments, "文件里有批注 \(comments.count) 条，随文件一起公开，请删除。"),
      finding(changes, "文件里有修订 \(changes.count) 处，改动前后的文字都看得到，请接受或拒绝后再定稿。"),
      finding(hidden, "文件里有隐藏文字 \(hidden.count) 处，打开“显示编辑标记”就能看到，请删除。"),
      finding(fields, "文件里有取别处内容的域 \(fields.count) 个，请转成文字。"),
      finding(traces.of(.macros), "文件里有宏，请另存为不含宏的文件。"),
      finding(embedded, "文件里嵌有其他文件 \(embedded.count) 个，里面的内容都能打开，请核对能否公开。", .info),
    ].compactMap { $0 }
  }

  private static func finding(_ traces: [FileTrace], _ message: String, _ severity: Severity? = nil) -> Finding? {
    guard let first = traces.first else { return nil }
    return Finding(
      at: traces.prefix(20).map { .trace(TracePlace($0)) }, message,
      derivation: "\(first.kind.rawValue) \(traces.count)",
      severity: severity)
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
  static func bookmarks(in dossier: Dossier) -> [Finding] {
    let shown = dossier.narrative.bookmarks.map { (name: $0.name, place: Place.text($0.place)) }
    let unseen = dossier.traces?.of(.bookmark).map { (name: $0.text, place: Place.trace(TracePlace($0))) } ?? []
    let named = (shown + unseen).filter { bookmark in !ordinary.contains { bookmark.name.hasPrefix($0) } }
    guard !named.isEmpty else { return [] }
    let quoted = named.prefix(3).map { "“\($0.name)”" }.joined() + (named.count > 3 ? "等" : "")
    return [
      Finding(
        at: named.prefix(20).map(\.place), "文件里留有模板的书签\(quoted)，共 \(named.count) 个，建议清除。",
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
