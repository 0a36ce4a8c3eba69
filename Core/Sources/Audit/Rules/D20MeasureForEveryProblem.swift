import Reading
import Rules
import Text

extension AuditRule {
  static let d20MeasureForEveryProblem = AuditRule(
    RuleCard(
      "D20", "问题与措施条数不等", severity: .info,
      why: "每个问题都应有对应的改进措施；考核要求建议与问题对应。",
      remedy: "逐条对应补写措施，或合并重复的问题。",
      sources: [LegalSource("部门整体支出绩效自评工作考核评分表", clause: "建议情况")]
    ),
    method: "数“问题”一节和其后“措施”或“建议”一节的条数：按编号段落数，没有编号的按“一是、二是”数；两节都有两条以上而条数不等时提示；单列“原因”的一段不算一条。问题与措施合写一节的不看。",
    examples: [
      .passes(.prose("七、存在的问题", "（一）编制不细。", "（二）执行偏慢。", "八、改进措施", "（一）细化编制。", "（二）加快执行。")),
      .passes(.prose("七、存在的问题", "1.编制不细。", "2.执行偏慢。", "八、改进措施", "1.细化编制。", "2.2025年加快执行。")),
      .passes(.prose("三、存在的问题及改进措施", "一是编制不细；二是执行偏慢。应加强管理。")),
      .fails(
        .prose("⟦七、存在的问题⟧", "（一）编制不细。", "（二）执行偏慢。", "（三）资产不清。", "⟦八、改进措施⟧", "（一）细化编制。", "（二）加快执行。"),
        .at("⟦七、存在的问题⟧", "“存在的问题”列了 3 条，“改进措施”列了 2 条，请逐条对应。")),
      .fails(
        .prose("⟦二、主要问题⟧", "一是编制不细；二是执行偏慢。", "⟦三、下一步建议⟧", "一是细化编制；二是加快执行；三是清查资产。"),
        .at("⟦二、主要问题⟧", "“主要问题”列了 2 条，“下一步建议”列了 3 条，请逐条对应。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    let problems = ReportSection.headed(["问题"], not: ["措施", "建议", "改进"], in: dossier)
    let measures = ReportSection.headed(["措施", "建议"], not: ["问题"], in: dossier)
    return Verdict(
      problems.compactMap { problem in
        guard let heading = problem.heading, let measure = measures.first(where: { $0.follows(problem) }),
          let other = measure.heading, !problems.contains(where: { $0.follows(problem) && measure.follows($0) })
        else { return nil }
        let (asked, answered) = (problem.items.count { !$0.isOnCauses }, measure.items.count)
        guard asked >= 2, answered >= 2, asked != answered else { return nil }
        return Finding(
          at: heading.passage.place, other.passage.place,
          message: "“\(problem.title)”列了 \(asked) 条，“\(measure.title)”列了 \(answered) 条，请逐条对应。",
          derivation: "\(asked) ≠ \(answered)")
      })
  }
}

extension ReportSection {
  /// Comes behind, in the same annex.
  fileprivate func follows(_ other: ReportSection) -> Bool {
    guard let own = heading?.passage, let before = other.heading?.passage else { return false }
    return own.annex == before.annex && own.place.range.lowerBound > before.place.range.lowerBound
  }
}

extension String {
  /// A paragraph on causes is no further problem.
  fileprivate var isOnCauses: Bool {
    String(String.UnicodeScalarView(unicodeScalars.prefix { !["。", "，", "：", "；"].contains($0) }.prefix(16))).ends(
      with: "原因")
  }
}
