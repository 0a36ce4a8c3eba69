import Figures
import Reading
import Rules

extension AuditRule {
  static let q09SurveySample = AuditRule.inProse(
    RuleCard(
      "Q09", "满意度调查样本有误", severity: .warning,
      why: "满意度靠样本说话；收回的比发出的多，或者只问了十来个人，结果就不可信。",
      remedy: "按调查的原始记录改正份数；样本过少的，下次多问一些服务对象。",
      sources: [.reportOutline("部门整体支出绩效情况"), .customary("满意度调查样本一般不少于 30 份")]
    ),
    method: """
      看一段里写明发放、收回、有效份数的问卷：收回多于发放、有效多于收回（没写收回的，多于发放）即报告；份数都对而最后不足 30 份的，只提示。\
      约数不比。调查的年份写错由 F02 处理；满意度写 100% 而没有样本的由 Q08 处理。
      """,
    examples: [
      .passes(.prose("共发放满意度调查问卷200份，收回195份，其中有效问卷190份，满意度94.7%。")),
      .passes(
        .prose(
          "第一次发放问卷50份，收回48份。第二次发放问卷120份，收回有效问卷118份。", "印发宣传册20份，收到群众来信36份。",
          "工作日和周末发放问卷各150份，共收回291份。电话调查患者300人，有效样本276份；对职工150人进行问卷，收回142份。")),
      .fails(
        .prose("共发放满意度调查问卷⟦200份⟧，收回⟦210份⟧，满意度95%。"), .at("⟦210份⟧", "发放问卷 200份，收回 210份，收回的比发放的多。")),
      .fails(
        .prose("本次发放问卷⟦100份⟧，有效问卷⟦120份⟧。", "发放测评表⟦12份⟧，满意率100%。"),
        .at("⟦120份⟧", "发放问卷 100份，有效 120份，有效的比发放的多。"), .at("⟦12份⟧", "问卷只有 12份，样本偏少，结果的代表性有限。")),
      .cannotLook(["self/total/budget": "716.83"]),
    ]
  ) { read in
    read.passage.surveys.compactMap(\.fault)
  }
}

extension Survey {
  fileprivate var fault: Finding? {
    excess(of: returned, "收回", over: issued, "发放") ?? excess(of: valid, "有效", over: returned, "收回")
      ?? excess(of: valid, "有效", over: issued, "发放") ?? scarcity
  }

  private func excess(of more: ProseQuantity?, _ name: String, over less: ProseQuantity?, _ other: String) -> Finding? {
    guard let more, let less, more.unit == less.unit, more.value.relation(to: less.value) == .above else { return nil }
    let (first, second) = (passage.quote(less.figure), passage.quote(more.figure))
    return Finding(
      at: [more, less].map { .text(passage.passage.place($0.figure.range)) },
      "\(other)问卷 \(first)，\(name) \(second)，\(name)的比\(other)的多。", derivation: "\(second) > \(first)")
  }

  private var scarcity: Finding? {
    guard let sample, sample.value.exact < Rational(30) else { return nil }
    let text = passage.quote(sample.figure)
    return Finding(
      at: [.text(passage.passage.place(sample.figure.range))], "问卷只有 \(text)，样本偏少，结果的代表性有限。",
      derivation: "\(text) < 30", severity: .info)
  }
}
