import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let b14ScoreOrGradeAlone = AuditRule(
    RuleCard(
      "B14", "只有分数或只有等级", severity: .error,
      why: "得分和等级是同一个结论的两半；只写一半，读报告的人看不出等级从何而来，或得分属于哪一档。",
      remedy: "补写另一半，如“自评得分96分，等级为‘优’”。",
      sources: [.reportOutline("部门整体支出绩效情况"), .evaluationMeasures("绩效评价结果以得分和等级表示")]
    ),
    method: """
      没有“绩效情况”一节的报告（有这一节的由 H12 处理），正文写了自评总得分而全文没有等级，或写了评价结果的等级而正文和自评表都没有总得分，即报告，全文一次。\
      只按项目自评制度报的（自评表上没有印等级）不要求写等级。附件、转移支付和专项资金的报告、单项指标得分、上年等级和年度考核等次不看。
      """,
    examples: [
      .passes(.prose("三、自评结论", "经综合评价，自评得分96分，等级为“优”。")),
      .passes(.prose("三、自评结论", "测评得分不低于80分。", "指标24个，总分100分。", "经评价，自评得分97.2分，为优秀等次。")),
      .passes(
        .prose("三、自评结论", "部门整体支出绩效自评结果为“优”。", "产出指标得分45分，上年自评得分95分。", and: ["self/sum/score": "96"])),
      .passes(.prose("四、自评结论", "自评得分依次为9.6分、48分、29分、10分，合计96.6分。评价结果为优。")),
      .fails(
        .prose("三、自评结论", "经综合评价，自评得分⟦96分⟧，完成较好。"), .at("⟦96分⟧", "写了自评得分 96 分，没有写等级。")),
      .fails(
        .prose("（三）综合结论", "2024年部门整体支出绩效评价结果为⟦优秀⟧。"), .at("⟦优秀⟧", "写了等级“优秀”，没有写自评得分。")),
      .passes(
        .prose("示例县2024年农村公路项目绩效自评报告", "三、自评结论", "经综合评价，自评得分96分，完成较好。").under(PolicySet([.exampleProject]))),
      .cannotLook(.prose("示例县2024年困难群众救助补助资金绩效自评报告", "四、结果应用", "自评得分98.8分。")),
      .cannotLook(.prose("示例市2024年中央财政农业生产发展资金绩效自评报告", "四、结果应用", "自评得分98.8分。")),
      .cannotLook(.prose("六、部门整体支出绩效情况", "自评结果为“优”。")),
    ]
  ) { dossier in
    let missing = Verdict.notCheckable(missing: ["报告正文的自评得分或等级"])
    let grades = dossier.departmentGrades
    guard !grades.isEmpty, !dossier.isOfTransfers, !dossier.narrative.passages.contains(where: { $0.isHeaded("绩效情况") })
    else { return missing }
    let passages = dossier.statements.passages.filter { $0.passage.annex == 0 }
    let scores = passages.flatMap(\.totalScores)
    let lone = LoneGrade.all(of: grades, in: dossier) { $0.annex == 0 }
    guard !scores.isEmpty || !lone.isEmpty else { return missing }
    if let score = scores.first {
      let isGraded = passages.contains { passage in
        !grades.stated(in: 0..<passage.scalars.count, of: passage).isEmpty
      }
      guard !isGraded, dossier.asksForGrade else { return .pass }
      return Verdict([Finding(at: score.place, message: "写了自评得分 \(score.spoken)，没有写等级。", derivation: score.spoken)])
    }
    guard let grade = lone.first, !passages.contains(where: \.tellsSumOfScores),
      !dossier.scoredSheets.contains(where: { $0.figure("sum", "score") != nil })
    else {
      return .pass
    }
    return Verdict([Finding(at: grade.place, message: "写了等级“\(grade.text)”，没有写自评得分。", derivation: grade.text)])
  }
}

extension Dossier {
  /// Self-evaluations of transfers and special funds are told by their score alone.
  fileprivate var isOfTransfers: Bool {
    title.holds(anyOf: ["转移支付", "补助资金", "专项资金", "衔接资金", "中央财政", "省级财政"]) && !title.holds("整体")
  }

  /// The forms of projects print a score alone.
  fileprivate var asksForGrade: Bool {
    filing.policies.policies.contains { $0.object == .department } || title.holds(anyOf: ["整体", "部门"])
  }

  private var title: String {
    narrative.passages.filter { $0.role == .title && $0.annex == 0 }.map(\.text).joined()
  }
}

extension PassageReading {
  /// 自评得分依次为9.6分、48分、29分、10分，合计96.6分 tells the total by another name.
  fileprivate var tellsSumOfScores: Bool {
    passage.text.holds("自评得分")
      && figures.contains { $0.points != nil && ["合计", "共计", "总计"].contains(label(of: $0)) }
  }
}
