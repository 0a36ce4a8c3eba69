import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let g02UnitSlip = AuditRule.inWritings(
    RuleCard(
      "G02", "单位重复或遗漏", severity: .warning,
      why: "“9.81元”和“9.81万元”差一万倍；“万万元”“元元”让人不知道究竟是多少。",
      remedy: "改正单位，全文金额统一用万元。",
      sources: [.reportOutline("金额单位"), .baseSheet("万元")]
    ),
    method: """
      查数字后重复的单位（万万元、万元元、元万元、%%），金额后没有写单位的，写成“元”而各项以万元计恰好加得出的合计，以及各项以元计、独有一项写成“万元”而数字恰好加得出合计的。\
      “元”确实是小额的、各项加不出的不报；全年的收入、资金写成不到一万元而带小数的，作为提示。
      """,
    examples: [
      .passes(.prose("三公经费9.81万元，其中运行维护费4.64万元，接待费5.17万元。补助标准500元/人，人均9.81元。")),
      .passes(.prose("三元元素检测费12.3元，其中耗材4.2元，人工8.1元。")),
      .fails(
        .prose("出国经费⟦0万万元⟧，货物⟦31.26万元元⟧，开工率⟦100%%⟧。"),
        .at("⟦0万万元⟧", "“0万万元”单位重复，请核对。"), .at("⟦31.26万元元⟧", "“31.26万元元”单位重复，请核对。"),
        .at("⟦100%%⟧", "“100%%”单位重复，请核对。")),
      .fails(
        .prose("三公经费决算数⟦9.81元⟧，其中：运行维护费⟦4.64万元⟧，公务接待费⟦5.17万元⟧。"),
        .at("⟦9.81元⟧", "“9.81元”应为 9.81 万元：4.64 + 5.17 = 9.81。")),
      .fails(
        .prose("全年支出⟦12312500元⟧，执行率98.5%。其中：劳务费⟦8640000万元⟧，物资费3672500元。"),
        .at("⟦8640000万元⟧", "“8640000万元”应为 8640000 元：与其他各项相加恰为 12312500 元。")),
      .fails(
        .prose("公务接待费⟦5.17⟧，运行维护费4.64万元。"),
        .at("⟦5.17⟧", "“5.17”没有写单位。")),
      .passes(.prose("全年人均可支配收入8640.5元，低保资金平均每户862.4元。")),
      .fails(
        .prose("全年交通违法罚没收入⟦862.4元⟧，全部上缴国库。"), .at("⟦862.4元⟧", "“862.4元”只有这么少，请核对是否应为万元。")),
      .cannotLook([:]),
    ]
  ) { writing in
    let doubled = UnitSlip.doubled(in: writing).map { range in
      let quoted = writing.quote(range)
      return Finding(at: [writing.place(range)], "“\(quoted)”单位重复，请核对。", derivation: quoted)
    }
    return doubled + UnitSlip.tiny(in: writing) + UnitSlip.mixed(in: writing) + UnitSlip.bare(in: writing)
  }
}
