import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let b13GradeOfTotal = AuditRule(
    RuleCard(
      "B13", "等级与自评表总得分不符", severity: .error,
      why: "等级由总得分按制度的分数段确定；正文写的等级与自评表的得分对不上，结论就不成立。",
      remedy: "按自评表总得分改正等级；得分填错的，改正得分。",
      sources: [.departmentSheet("综合评价等级的说明"), .evaluationMeasures("绩效评价结果的等级")]
    ),
    method: """
      正文一句里没有写分数、只写了自评（评价）结果的等级的，与自评表总得分按制度应得的等级比较；说项目的与项目自评表比，有一张表相符即不报。\
      同句写了分数的由 D14 核对。上年的等级、年度考核和评先评优、列举各等级分数段的句子不看。
      """,
    examples: [
      .passes(.prose("部门整体支出绩效自评结果为“优”。", and: ["self/sum/score": "90"])),
      .passes(
        .prose(
          "领导班子年度考核评为“优秀”，上年绩效评价等级为良。", "评价等级分为“优”“良”“中”“差”四档。", "2024年部门整体支出绩效评价等级为良好。",
          and: ["self/sum/score": "88.5"])),
      .fails(
        .prose("2024年部门整体支出绩效自评结果为“⟦优秀⟧”。", and: ["self/sum/score": "86"]),
        .at("⟦优秀⟧", "正文等级为“优秀”，自评表总得分 86 分按制度应为“良”。")),
      .fails(
        .prose(
          "农贸市场改造项目绩效评价等级为⟦良⟧。",
          and: ["self/sum/score": "86", "project-1/project/name": "农贸市场改造", "project-1/sum/score": "92"]),
        .at("⟦良⟧", "正文等级为“良”，项目“农贸市场改造”总得分 92 分按制度应为“优”。")),
      .cannotLook(.prose("部门整体支出绩效自评结果为“优”。")),
    ]
  ) { dossier in
    let scores = dossier.scoredSheets.compactMap(SheetGrade.init)
    let stated = LoneGrade.all(of: dossier.departmentGrades, in: dossier)
    return Verdict(over: stated, missing: "报告正文的等级", "自评表总得分") { grade in
      let candidates = scores.filter { ($0.sheet.form.kind == .projectEvaluation) == grade.isOfProject }
      guard let first = candidates.first else { return nil }
      guard !candidates.contains(where: { $0.right.label == grade.label }) else { return .agrees }
      return .breaks(
        Finding(
          at: [.text(grade.place), .cell(first.sheet.address("sum", "score"))],
          "正文等级为“\(grade.text)”，\(first.sheet.spokenName)总得分 \(first.score) 分按制度应为“\(first.right.label)”。",
          derivation: "\(first.right.label) \(first.right.range)"))
    }
  }
}

/// A sheet's total score and the grade that it earns.
private struct SheetGrade {
  let sheet: SheetReading
  let score: Figure
  let right: GradeBand

  init?(_ sheet: SheetReading) {
    guard let score = sheet.figure("sum", "score"), let right = sheet.policy.grades.grade(for: score.rational) else {
      return nil
    }
    (self.sheet, self.score, self.right) = (sheet, score, right)
  }
}
