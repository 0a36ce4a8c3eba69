import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t05FormInstruction = AuditRule.inWritings(
    RuleCard(
      "T05", "填写说明没有删去", severity: .warning,
      why: "“100字以内”“请在此填写”是给填报人看的话，留在报告里，说明内容照搬了模板。",
      remedy: "删去填写说明，写上实际内容。",
      sources: [.departmentSheet("各栏的填写说明"), .reportOutline("各节的写作提示")]
    ),
    method: "查“几字以内”“请在此”“此处填写”“对照年度目标逐条”等提示语。表下以“说明”“注”开头的段落和表尾的编号说明是表的一部分，不查。",
    examples: [
      .passes(.prose("说明：请在此表中填写全部项目。", "出台《公文字数500字以内的规定》等制度3项。")),
      .passes(["self/goal/actual": "完成招商任务，请示汇报制度健全"]),
      .fails(
        .prose("（一）部门概况⟦（500字以内）⟧", "⟦此处填写⟧资金管理情况。"),
        .at("⟦（500字以内）⟧", "“（500字以内）”是填写说明，请删去。"), .at("⟦此处填写⟧", "“此处填写”是填写说明，请删去。")),
      .fails(
        .prose("二、主要做法⟦（简述主要做法，300字以内）⟧"),
        .at("⟦（简述主要做法，300字以内）⟧", "“（简述主要做法，300字以内）”是填写说明，请删去。")),
      .fails(
        ["self/goal/actual": "对照年度目标逐条填写完成情况"],
        .at("self/goal/actual", "“对照年度目标逐条”是填写说明，请删去。")),
      .cannotLook([:]),
    ]
  ) { writing in
    FormInstruction.found(in: writing).map { range in
      let quoted = writing.quote(range)
      return Finding(at: [writing.place(range)], "“\(quoted)”是填写说明，请删去。", derivation: quoted)
    }
  }
}

/// What a form tells those who fill it in.
private enum FormInstruction {
  private static let words: WordFinder = [
    "请在此", "此处填写", "在此填写", "请填写", "请逐条", "请逐项", "请简述", "请简要", "请说明", "请详细说明", "请根据实际", "根据实际情况填写", "根据实际填写", "按实际情况填写",
    "如实填写", "对照年度目标逐条", "对照年度目标逐项填写", "对照绩效目标逐条填写", "对照绩效目标逐项填写", "对照年度目标填写", "对照年度总体目标", "可另附页", "可自行增减", "点击此处",
    "单击此处", "一个专项一行", "选填", "必填",
  ]
  private static let orders: WordFinder = ["限制", "控制", "不超", "填写", "简述", "概述"]
  private static let limits: WordFinder = ["字以内", "字左右", "字以上", "字为宜"]
  private static let notes: WordFinder = ["说明", "注:", "注释", "备注", "填表说明", "填报说明"]

  static func found(in writing: Writing) -> [Range<Int>] {
    let (limits, words) = (limits.matches(in: writing.scalars), words.matches(in: writing.scalars))
    guard !limits.isEmpty || !words.isEmpty, notes.match(at: 0, in: writing.scalars) == nil,
      writing.number.map({ $0.style != .arabic }) ?? true
    else {
      return []
    }
    return (limits.compactMap { limit(around: $0.range, in: writing) } + words.map(\.range)).sorted {
      $0.lowerBound < $1.lowerBound
    }
  }

  /// （500字以内）, 字数不超过… are orders to the writer only in brackets or at the beginning.
  private static func limit(around word: Range<Int>, in writing: Writing) -> Range<Int>? {
    var start = word.lowerBound
    while let scalar = writing.scalar(at: start - 1), scalar.isDigit || scalar == "-" { start -= 1 }
    guard start < word.lowerBound else { return nil }
    guard let opening = writing.scalar(at: start - 1) else { return 0..<word.upperBound }
    guard writing.scalar(at: word.upperBound) == ")" else { return nil }
    if opening == "(" { return start - 1..<word.upperBound + 1 }
    // （对照年度目标填写，200字以内）: the limit stands behind what is asked for.
    let order = writing.scalars[max(0, start - 30)..<start]
    guard let first = order.lastIndex(of: "("), order[first...].first(where: { $0 == ")" }) == nil,
      [",", ";", "、", "。"].contains(opening) || orders.match(at: start - 2, in: writing.scalars) != nil
    else { return nil }
    return first..<word.upperBound + 1
  }
}
