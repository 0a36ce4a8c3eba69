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
      同句写了分数的由 D14 核对。上年的等级、年度考核和评先评优、列举各等级分数段的句子不看。\
      报告里逐行写有得分和等级的表，报告自己又写明了各等级分数段的，逐行核对。
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
      .passes(
        .prose(
          "90分及以上为优，80分至90分为良，60分至80分为中，60分以下为差。", "项目 | 得分 | 等级", "培训 | 96.5 | 优", "展会 | 88.4 | 良", "走访 | 90 | 优",
          "部门整体支出绩效自评结果为“优”。", and: ["self/sum/score": "90"])),
      .fails(
        .prose(
          "90分及以上为优，⟦80分至90分为良⟧，60分至80分为中，60分以下为差。", "自评结果如下。", "项目 | 得分 | 等级", "培训 | 96.5 | 优", "展会 | ⟦88.4⟧ | ⟦优⟧",
          "走访 | 90 | 优"),
        .at("⟦优⟧", "表中“展会”得 88.4 分，等级写“优”，按所写的分数段应为“良”。")),
      .cannotLook(.prose("项目 | 得分 | 等级", "培训 | 96.5 | 优", "展会 | 88.4 | 良", "走访 | 90 | 优")),
      .fails(
        .prose("项目 | 得分 | 等级", "培训 | 96.5 | 优", "展会 | ⟦89.6⟧ | ⟦优⟧", "走访 | 84.3 | 良", "宣传 | 93 | 优"),
        .at("⟦优⟧", "表中“展会”得 89.6 分，等级写“优”，其余各行按 90 分、80 分、60 分划分，这一行应为“良”。")),
      .cannotLook(.prose("部门整体支出绩效自评结果为“优”。")),
    ]
  ) { dossier in
    let scores = dossier.scoredSheets.compactMap(SheetGrade.init)
    let stated = LoneGrade.all(of: dossier.departmentGrades, in: dossier)
    let rows = dossier.wronglyGradedRows
    guard rows.isEmpty else { return Verdict(rows) }
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

extension Dossier {
  /// Rows of a table with a score and a grade that the bands which the report itself tells do not give.
  fileprivate var wronglyGradedRows: [Finding] {
    let graded = tables(captioned: PlainTable.gradeCaptions).flatMap(\.gradedRows)
    let told = graded.isEmpty ? [] : writtenBands
    if told.isEmpty { return usualBandsBroken(by: graded) }
    guard told.count == 1, let (passage, bands) = told.first else { return [] }
    return graded.compactMap { row in
      let right = bands.filter { $0.low <= row.score.rational }.max { $0.low < $1.low }
      guard let right, let stated = bands.first(where: { $0.band.names.contains(row.grade.text.bare) }),
        stated.band != right.band
      else { return nil }
      return Finding(
        at: [
          .text(TextPlace(.file, row.grade.place)), .text(TextPlace(.file, row.scoreCell.place)),
          .text(passage.passage.place(right.range)),
        ],
        "表中“\(row.label)”得 \(row.score) 分，等级写“\(row.grade.text.bare)”，按所写的分数段应为“\(right.label)”。",
        derivation: "\(row.score): \(right.label)")
    }
  }
}

extension Dossier {
  /// Grades of rows by the bands that are usual, 90, 80 and 60, where the others keep to them.
  private func usualBandsBroken(by rows: [PlainTable.GradedRow]) -> [Finding] {
    let known = rows.compactMap { row -> (row: PlainTable.GradedRow, right: String, isRight: Bool)? in
      guard let stated = row.grade.text.bare.unicodeScalars.first.map({ String($0) }),
        let right = Self.usualBands.first(where: { row.score.rational >= Rational($0.low) })?.label,
        Self.usualBands.contains(where: { $0.label == stated }), row.score.rational <= Rational(100)
      else { return nil }
      return (row, right, stated == right)
    }
    let wrong = known.filter { !$0.isRight }
    guard wrong.count * 3 <= known.count, known.count - wrong.count >= 2 else { return [] }
    return wrong.map { row, right, _ in
      Finding(
        at: [.text(TextPlace(.file, row.grade.place)), .text(TextPlace(.file, row.scoreCell.place))],
        "表中“\(row.label)”得 \(row.score) 分，等级写“\(row.grade.text.bare)”，其余各行按 90 分、80 分、60 分划分，这一行应为“\(right)”。",
        derivation: "\(row.score): \(right)", severity: .info)
    }
  }

  private static let usualBands: [(low: Int64, label: String)] = [(90, "优"), (80, "良"), (60, "中"), (0, "差")]
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
