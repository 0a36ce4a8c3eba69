import Evaluation
import Reading
import Rules

extension AuditRule {
  static let t06HeadingNumbers = AuditRule(
    RuleCard(
      "T06", "标题编号不连续或不统一", severity: .warning,
      why: "编号跳号、重号，常是漏了一节或重复粘贴；同级编号写法不一，读的人分不清层次。",
      remedy: "按“一、”“（一）”“1.”“（1）”的层次改正编号；自动编号改成文字后再定稿。",
      sources: [.documentFormat("结构层次序数"), .reportOutline("各级标题")]
    ),
    method: """
      把段首的编号按层次归成一列一列，逐列核对：跳号、重号须说明；同一列写法不一（如“三、”后面是“4、”，“1.”后面是“3、”，全角括号和半角括号混用）、\
      上下级用同一种编号、括号编号后又加顿号的，只作提示。段落里面写到的编号不算跳号；每个附件重新数起。\
      同一标题下的“一是”“二是”和一段里面的“（1）”“（2）”“1.”“2.”跳号的也报告，一段里面重号后接着数下去的也报告。
      """,
    examples: [
      .passes(.prose("一、基本情况", "（一）职能", "1.指导全县商贸。", "2.管理市场。", "（二）机构", "1.股室四个。", "二、支出情况")),
      .passes(.prose("主要措施：1、加强领导。2、加强培训。", "3、加强监管。", "附件：1.基础数据表", "2.自评表")),
      .fails(
        .prose("一、基本情况", "二、支出情况", "⟦四、⟧存在的问题", "（一）预算不细", "（二）资产不清"),
        .at("⟦四、⟧", "编号从“二、”跳到“四、”，请核对是否漏了内容。")),
      .fails(
        .prose(
          "一、概况", "二、支出", "三、绩效", "（一）产出", "（二）效益", "（三）满意度", "（四）结论", "⟦五、⟧存在的问题", "（一）预算不细", "六、措施"),
        .at("⟦五、⟧", "编号从“三、”跳到“五、”，请核对是否漏了内容。")),
      .fails(
        .prose("⟦二、⟧存在的问题", "三、工作计划", "⟦二、⟧支出情况", "三、绩效情况"),
        .at("⟦二、⟧", "编号“二、”前面已经用过，请改正。")),
      .fails(
        .prose("一、存在问题", "（一）经费不足。", "⟦（一）⟧人员老化。", "二、改进措施", "（一）争取经费。", "（二）招聘人员。"),
        .at("⟦（一）⟧", "编号“（一）”前面已经用过，请改正。")),
      .fails(
        .prose("一、基本情况", "二、支出情况", "三、基金情况", "⟦4、⟧资本经营情况", "（一）支出", "⟦（2）⟧成效", "（三）其他", "五、绩效情况"),
        .at("⟦（2）⟧", "同级编号写法不一：“（2）”与“（一）”不同。"), .at("⟦4、⟧", "同级编号写法不一：“4、”与“一、”不同。")),
      .passes(
        .prose(
          "一、问题", "一是设备老化。二是人员不足。", "三是监管不到位。", "二、措施", "一是更新设备，一是更新车辆，二是更新系统；二是招聘人员；三是加强监管。",
          "二是不清。统一是方向。", "主要任务：（1）修路；（2）架桥；（3）供水。按照（1）和（3）两项安排。")),
      .fails(
        .prose("一、问题", "一是设备老化。", "二是人员不足。", "⟦四是⟧监管不到位。"), .at("⟦四是⟧", "编号从“二是”跳到“四是”，请核对是否漏了内容。")),
      .fails(
        .prose("主要任务：（1）修路；（2）架桥；⟦（4）⟧供水。"), .at("⟦（4）⟧", "编号从“（2）”跳到“（4）”，请核对是否漏了内容。")),
      .fails(
        .prose("主要工作：1.修路。2.架桥。3.供水。⟦3.⟧供电。4.供气。", "1、拟订计划；2、组织实施；⟦4、⟧开展评价。"),
        .at("⟦3.⟧", "编号“3.”前面已经用过，请改正。"), .at("⟦4、⟧", "编号从“2、”跳到“4、”，请核对是否漏了内容。")),
      .passes(.prose("投入如下：2.5万元用于修路；1.5万元用于架桥。房屋：1、2、4号楼。2024.1万元。", "股室：1、办公室； 2、财务股；3、业务股； 4、综合股。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.writings.contains(where: { $0.passage != nil }) else { return .noText }
    let numbering = Numbering(dossier.writings)
    return Verdict(
      NumberedLists.found(in: dossier.writings).flatMap(numbering.findings) + dossier.found(in: RunningNumbers.inside)
        + RunningNumbers.ordinals(in: dossier))
  }
}

/// What is wrong with a list's numbers.
private struct Numbering {
  let writings: [Writing]
  init(_ writings: [Writing]) { self.writings = writings }

  func findings(in list: NumberedList) -> [Finding] {
    order(list) + [style(list), marks(list), twin(list)].compactMap { $0 } + doubledMarks(list)
  }

  private func place(_ item: NumberedList.Item) -> Place { writings[item.writing].place(item.range) }
  private func quote(_ item: NumberedList.Item) -> String { writings[item.writing].quote(item.range) }

  private func order(_ list: NumberedList) -> [Finding] {
    list.items.indices.compactMap { index in
      let item = list.items[index]
      switch item.fault {
      case nil: return nil
      case .gap:
        let previous = quote(list.items[index - 1])
        return Finding(
          at: [place(item)], "编号从“\(previous)”跳到“\(quote(item))”，请核对是否漏了内容。", derivation: "\(previous) → \(quote(item))"
        )
      case .again:
        let earlier = list.items[..<index].last { $0.number.value == item.number.value }
        return Finding(
          at: [place(item)] + [earlier].compactMap { $0.map(place) }, "编号“\(quote(item))”前面已经用过，请改正。",
          derivation: quote(item))
      }
    }
  }

  /// One finding for all numbers that are not written as most are.
  private func odd<Key: Hashable>(
    _ list: NumberedList, by key: (NumberedList.Item) -> Key, tied: ([Key]) -> Key?
  ) -> Finding? {
    var counts: [Key: Int] = [:]
    for item in list.items { counts[key(item), default: 0] += 1 }
    guard counts.count > 1, let first = list.items.first else { return nil }
    let most = counts.values.max() ?? 0
    let usual = tied(counts.filter { $0.value == most }.map(\.key)) ?? key(first)
    guard let model = list.items.first(where: { key($0) == usual }) else { return nil }
    let others = list.items.filter { key($0) != usual && $0.fault == nil }
    guard !others.isEmpty else { return nil }
    let quoted = others.prefix(5).map { "“\(quote($0))”" }.joined() + (others.count > 5 ? "等" : "")
    return Finding(
      at: others.map(place), "同级编号写法不一：\(quoted)与“\(quote(model))”不同。",
      derivation: others.map(quote).joined(separator: ", "),
      severity: .info)
  }

  /// Where both are written equally often, the outer style is meant: automatic numbers turn into the other.
  private func style(_ list: NumberedList) -> Finding? { odd(list, by: \.number.style) { $0.min() } }
  /// Of marks only where the numbers themselves are written alike.
  private func marks(_ list: NumberedList) -> Finding? {
    list.styles.count == 1
      ? odd(list, by: { $0.marks.withoutClosingComma }, tied: { $0.count == 1 ? $0.first : nil }) : nil
  }

  private func twin(_ list: NumberedList) -> Finding? {
    guard let above = list.provenTwin, let first = list.items.first else { return nil }
    return Finding(
      at: [place(above), place(first)], "上下两级都用“\(quote(first))”编号，层次不清。", derivation: quote(first), severity: .info)
  }

  /// （一）、
  private func doubledMarks(_ list: NumberedList) -> [Finding] {
    let doubled = list.items.filter { $0.marks != $0.marks.withoutClosingComma }
    guard let first = doubled.first else { return [] }
    return [
      Finding(
        at: doubled.map(place), "带括号的编号“\(quote(first))”后面不加标点。",
        derivation: doubled.map(quote).joined(separator: ", "),
        severity: .info)
    ]
  }
}

extension String {
  /// Brackets without the 、 or full stop behind them.
  fileprivate var withoutClosingComma: String {
    guard unicodeScalars.count > 1, hasSuffix("、") || hasSuffix(".") || hasSuffix("．") else { return self }
    return String(dropLast())
  }
}
