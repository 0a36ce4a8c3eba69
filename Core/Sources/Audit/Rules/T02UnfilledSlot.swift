import Evaluation
import Reading
import Rules

extension AuditRule {
  static let t02UnfilledSlot = AuditRule(
    RuleCard(
      "T02", "模板空位没有填全", severity: .warning,
      why: "“其中万元”“用于0等方面”这样的话缺了数字或内容，读的人不知道花了多少、花在哪里。",
      remedy: "补上数字和内容；没有的，整句删去。",
      sources: [.reportOutline("各节正文"), .projectSheet("指标栏的“指标1：”")]
    ),
    method: """
      查：单位前缺少数字（“其中万元”），没有用途（“用于0等方面”“用于等方面”），空括号，缺号的文号（〔2025〕号）。\
      编号后多出的“是”字、金额为 0 却写明用途的，只作提示。表上留着没有填写的“指标2：”“……”各行，一张表提示一次。“单位：万元”、表头的“（万元）”不算。
      """,
    examples: [
      .passes(.prose("单位：万元。共安排资金27万元，主要用于招商等方面。", "金额的默认单位是万元。")),
      .passes(.prose("一是进一步健全制度，（一）是否按期完成以验收为准。", "投资万元以上的项目3个。")),
      .fails(
        .prose("共下达471.83万元，⟦其中万元⟧，招商引资27万元。", "运行经费0万元。主要⟦用于0等方面⟧。"),
        .at("⟦其中万元⟧", "“其中万元”缺少数字。"), .at("⟦用于0等方面⟧", "“用于0等方面”没有写明用途。")),
      .fails(.prose("接待费5万元，⟦占 %⟧，运行费3万元，占37.5%。"), .at("⟦占 %⟧", "“占 %”缺少数字。")),
      .passes(.prose("主管部门  示例县商务局    联系人  张某    电话")),
      .fails(
        .prose("全年开展⟦健康讲座  场次⟧，咨询活动12场次。"), .at("⟦健康讲座  场次⟧", "“健康讲座  场次”缺少数字。")),
      .fails(
        .prose("根据通知（示财绩〔2025⟦〕 号⟧）要求，项目⟦（　）⟧已完成。", "⟦指标1：⟧", "⟦（二）是⟧进一步完善制度。"),
        .at("⟦〕 号⟧", "文号缺少序号。"), .at("⟦（　）⟧", "括号里没有内容。"),
        .at("⟦（二）是⟧", "编号“（二）”后多了“是”字。"), .at("⟦指标1：⟧", "“指标1：”后面没有内容。")),
      .fails(
        .indicators("quantity | 指标1：新签约项目 | ≥80个 | 84个 | 5 | 5", "quantity | 指标2： | | | |", "quality | …… | | | |"),
        .at("self/quantity.2/name", "表上“指标2：”“……”等 2 行没有填写，请填写或删去。")),
      .fails(
        .prose("以旧换新专项⟦0万元，主要用于⟧家电补贴。"),
        .at("⟦0万元，主要用于⟧", "金额为 0，却写明了用途，请核对是否漏填。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard !dossier.writings.isEmpty else { return .noText }
    return Verdict(dossier.found(in: slots) + dossier.rowsToCome)
  }

  private static let slots = WritingFinder { writing -> [Finding] in
    UnfilledSlot.found(in: writing).map { slot in
      let said =
        switch slot.kind {
        case .number: "“\(writing.quote(slot.range))”缺少数字。"
        case .purpose: "“\(writing.quote(slot.range))”没有写明用途。"
        case .brackets: "括号里没有内容。"
        case .documentNumber: "文号缺少序号。"
        case .leftoverWord: "编号“\(writing.quote(slot.range.dropLast()))”后多了“是”字。"
        case .purposeOfNothing: "金额为 0，却写明了用途，请核对是否漏填。"
        }
      return Finding(
        at: [writing.place(slot.range)], said, derivation: writing.quote(slot.range), severity: slot.kind.severity)
    }
  }
}

extension Dossier {
  /// Rows that a form prints for more indicators, 指标2： and ……, left as they were: told once for every form.
  fileprivate var rowsToCome: [Finding] {
    var rows = found(in: UnfilledSlot.rowsToCome)
    // A row of a file with nothing else in it is both a cell of the form and a line of the text.
    if isFile, rows.count(where: { $0.form.isEmpty }) * 2 >= rows.count { rows.removeAll { !$0.form.isEmpty } }
    var forms: [String] = []
    for row in rows where !forms.contains(row.form) { forms.append(row.form) }
    return forms.map { form in
      let own = rows.filter { $0.form == form }
      var texts: [String] = []
      for text in own.map(\.text) where !texts.contains(text) { texts.append(text) }
      let said = texts.map { "“\($0)”" }.joined()
      return Finding(
        at: own.map(\.place), own.count == 1 ? "\(said)后面没有内容。" : "表上\(said)等 \(own.count) 行没有填写，请填写或删去。",
        derivation: texts.joined(separator: ", "))
    }
  }
}
