import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t04OtherUnit = AuditRule(
    RuleCard(
      "T04", "出现其他单位的名称或自称", severity: .warning,
      why: "标题、页眉写着别的单位，或局里的报告自称“我校”“我委”，多半是套用了别人的文本。",
      remedy: "改成本单位的名称，并核对这一段写的是不是本单位的情况。",
      sources: [.reportOutline("报告标题和各节的主语"), .customary("不套用其他单位的文本")]
    ),
    method: """
      一看自称：“我局”“我委”“我校”“我院”“我镇”“我中心”等与单位名称里的字不合，同一个词合报一处；引号、书名号里的不算。\
      二看标题、附件标题、页眉里“某某局2024年度部门整体支出……”的单位名称，与填报单位不同，正文又没有提到过的即报告。\
      三看同名的机构：“某县某某局”说的是本单位的自评，开头的地名却是另一个县（区、市）、另一个乡镇的即报告，写它的负责人督导、它制定办法一类本地才做的事也算；来访、协作的不看。报告单位不明的不看。\
      四看同地的其他机构：“将把自评结果”用于什么的，写成了同一地区另一个同类机构、全文只有这一处的，也报告。
      """,
    examples: [
      .passes(.prose("我局对2024年度支出开展了自评，县财政局、县教育局来我局调研，我委托第三方核查。")),
      .passes(
        .prose(
          "2024年度示例县商务局部门整体支出绩效自评报告", "一、概况", "下属示例县投资促进中心一个。", "附件1", "示例县投资促进中心2024年整体支出绩效自评表", "略。")),
      .fails(
        .prose("⟦我校⟧严格执行预算，会议费下降；我局厉行节约，⟦我校⟧评为先进。"),
        .at("⟦我校⟧", "自称“我校”，而填报单位是“示例县商务局”，可能是套用了其他单位的文本。")),
      .fails(
        .prose("2024年度示例县商务局部门整体支出绩效自评报告", "一、概况", "略。", "附件1", "⟦示例县教育局2024年整体支出绩效自评表⟧", "略。"),
        .at("⟦示例县教育局2024年整体支出绩效自评表⟧", "这里写的是“示例县教育局”，填报单位是“示例县商务局”。")),
      .fails(
        .prose("一、概况", "略。").carrying(
          FileTrace(.header, "示例县水利局2024年度部门整体支出绩效自评报告", part: "word/header1.xml", paragraph: 0)),
        .at("trace header word/header1.xml/0", "这里写的是“示例县水利局”，填报单位是“示例县商务局”。")),
      .passes(
        .prose(
          "示例县商务局成立绩效自评领导小组。", "现将2024年示例县商务局自评情况报告如下。", "赴邻水县商务局学习绩效自评经验。2024年5月，示例市商务局来我局指导绩效评价。", "邻水县商务局承接了展会。")),
      .fails(
        .prose("示例县商务局负责全县商贸工作。", "2025年2月，⟦邻水县商务局⟧成立了绩效自评领导小组。", "2024年⟦澜溪县商务局⟧绩效良好。"),
        .at("⟦邻水县商务局⟧", "写的是“邻水县商务局”，本报告是示例县的，可能是套用了其他单位的文本。"),
        .at("⟦澜溪县商务局⟧", "写的是“澜溪县商务局”，本报告是示例县的，可能是套用了其他单位的文本。")),
      .fails(
        .prose("二、绩效情况", "略。", "十、其他", "⟦柳河镇人民政府⟧将继续做好绩效评价整改工作。").of("示例县槐店镇人民政府"),
        .at("⟦柳河镇人民政府⟧", "写的是“柳河镇人民政府”，本报告是槐店镇的，可能是套用了其他单位的文本。")),
      .passes(.prose("二、绩效情况", "略。", "十、其他", "与柳河镇人民政府共建水厂，绩效良好。").of("示例县槐店镇人民政府")),
      .passes(.prose("以示例县名义举办展会。", "自评报告经示例县财政局审核后，在县人民政府网公开。", "赴澜溪县考察政务公开网建设。")),
      .fails(
        .prose("自评报告经⟦澜溪县⟧财政局审核后公开。"),
        .at("⟦澜溪县⟧", "写的是“澜溪县”，本报告是示例县的，可能是套用了其他单位的文本。")),
      .passes(.prose("示例县商务局每季度督导。", "借鉴澜溪县商务局经验，每季度督导。", "与澜溪县商务局联合印发方案。")),
      .fails(
        .prose("建立督导机制，⟦澜溪县商务局⟧主要负责同志每季度到项目点督导。"),
        .at("⟦澜溪县商务局⟧", "写的是“澜溪县商务局”，本报告是示例县的，可能是套用了其他单位的文本。")),
      .passes(
        .prose("项目由澜溪县公路管理中心协助，由示例县公路管理中心具体实施。", "学习澜溪县公路管理中心的经验。").of("示例县公路管理中心")),
      .fails(
        .prose("项目由⟦澜溪县公路管理中心⟧具体实施。").of("示例县公路管理中心"),
        .at("⟦澜溪县公路管理中心⟧", "写的是“澜溪县公路管理中心”，本报告的是“示例县公路管理中心”，可能是套用了其他单位的文本。")),
      .passes(.prose("示例县档案馆将把自评结果作为预算编制的依据。", "示例县财政局将根据自评结果安排预算。").of("示例县档案馆")),
      .fails(
        .prose("⟦示例县图书馆⟧将把自评结果作为预算编制的依据。").of("示例县档案馆"),
        .at("⟦示例县图书馆⟧", "这里写的是“示例县图书馆”，填报单位是“示例县档案馆”，可能是套用了其他单位的文本。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse || dossier.traces != nil else { return .noText }
    let unit = dossier.filing.unit.name.bare
    guard unit.unicodeScalars.count >= 3 else {
      // Whose report it is may be told by its forms alone.
      let others = NamesakeElsewhere.findings(in: dossier, unit: "")
      return others.isEmpty ? .notCheckable(missing: ["单位名称"]) : .fail(others)
    }
    // 某县、某项目 is no unit: whose report it is cannot be told from it.
    let selfNames = unit.isUnitName ? SelfName.findings(in: dossier, unit: unit) : []
    return Verdict(
      selfNames + OtherTitle.findings(in: dossier, unit: unit) + OtherPlace.findings(in: dossier, unit: unit)
        + NamesakeElsewhere.findings(in: dossier, unit: unit) + OtherEvaluator.findings(in: dossier, unit: unit))
  }
}

/// 我局 and the like, against what the unit is called.
private enum SelfName {
  private static let names: WordFinder = ["我局", "我委", "我办", "我院", "我校", "我镇", "我乡", "我中心", "我街道"]
  /// What goes on in another word: 我委托, 我办理, 我乡村.
  private static let goesOn: WordFinder = [
    "部", "托", "派", "任", "员", "理", "公", "事", "学", "案", "好", "实", "结", "村", "镇", "土", "愁", "子", "心", "容",
  ]

  static func findings(in dossier: Dossier, unit: String) -> [Finding] {
    var found: [(words: String, places: [Place])] = []
    for writing in dossier.writings {
      for match in names.matches(in: writing.scalars) where isOther(match.range, in: writing, unit: unit) {
        let quoted = writing.quote(match.range)
        if let index = found.firstIndex(where: { $0.words == quoted }) {
          found[index].places.append(writing.place(match.range))
        } else {
          found.append((quoted, [writing.place(match.range)]))
        }
      }
    }
    return found.map { name in
      Finding(
        at: Array(name.places.prefix(20)),
        "自称“\(name.words)”，而填报单位是“\(dossier.filing.unit.name)”，可能是套用了其他单位的文本。",
        derivation: "\(name.words) \(name.places.count)")
    }
  }

  private static func isOther(_ name: Range<Int>, in writing: Writing, unit: String) -> Bool {
    let kind = String(writing.quote(name).dropFirst())
    let isOwn = unit.holds(kind) || kind == "校" && unit.holds(anyOf: ["学", "幼儿园"])
    if isOwn || unit.holds("公司")
      || name.upperBound < writing.scalars.count && goesOn.match(at: name.upperBound, in: writing.scalars) != nil
    {
      return false
    }
    return !isQuoted(name, in: writing)
  }

  /// Inside of quotation marks or of a title.
  private static func isQuoted(_ range: Range<Int>, in writing: Writing) -> Bool {
    let before = writing.scalars[..<range.lowerBound].suffix(40)
    guard let open = before.lastIndex(where: { $0 == "“" || $0 == "《" }) else { return false }
    return !writing.scalars[open..<range.lowerBound].contains { $0 == "”" || $0 == "》" }
  }
}

/// A title that says whose report it is.
private enum OtherTitle {
  static func findings(in dossier: Dossier, unit: String) -> [Finding] {
    let titles = dossier.narrative.passages.filter { $0.role == .title }.map {
      (text: $0.text, place: Place.text($0.place))
    }
    let running = (dossier.traces?.of(.header, .footer) ?? []).map {
      (text: $0.text, place: Place.trace(TracePlace($0)))
    }
    let bodies = dossier.narrative.passages.filter { $0.role == .body || $0.role == .headed }
    return (titles + running).compactMap { title in
      guard title.text.bare.holds("整体支出"), let name = title.text.unitInTitle, name.isUnitName,
        !name.folded.isAbout(unit.folded), !name.holds("我"),
        !bodies.contains(where: { $0.text.holds(name) })
      else { return nil }
      return Finding(
        at: [title.place], "这里写的是“\(name)”，填报单位是“\(dossier.filing.unit.name)”。", derivation: "\(name) ≠ \(unit)")
    }
  }
}

extension String {
  /// Ends as offices, schools and companies do, and is more than a common word.
  fileprivate var isUnitName: Bool {
    let endings = [
      "局", "委", "委员会", "办公室", "中心", "院", "学校", "中学", "小学", "学院", "镇", "乡", "街道", "林场", "农场", "牧场", "渔场", "茶场", "部", "厅",
      "处", "站", "所", "大队", "支队",
      "联合会", "协会", "人民政府", "政府", "幼儿园", "管委会", "组", "队", "台", "社", "团",
      "馆", "公司", "法院", "检察院", "总工会",
    ]
    return unicodeScalars.count >= 4 && endings.contains { ends(with: $0) }
      && !holds(anyOf: ["本单位", "我单位", "各单位", "部门", "所属", "直属"])
  }

  /// One name says the same as the other, or less.
  fileprivate func isAbout(_ other: String) -> Bool { holds(other) || other.holds(self) }
}
