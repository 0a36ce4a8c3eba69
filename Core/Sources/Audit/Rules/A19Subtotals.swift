import Evaluation
import Figures
import Reading
import Rules

extension AuditRule {
  static let a19Subtotals = AuditRule(
    RuleCard(
      "A19", "指标小计不符", severity: .error,
      why: "小计是其下各三级指标之和；加错的小计会带错总分。",
      remedy: "重新加总该级指标的分值和得分，改正小计。",
      sources: [.departmentSheet("各级指标小计行"), .projectSheet("各级指标小计行")]
    ),
    method: """
      表上有“小计”行（或“产出指标小计”等）的，分值和得分的小计分别与其下三级指标之和比较。没有写明是哪一级的小计，与二级或一级指标之和有一个相等即可。\
      带小数的得分允许末位四舍五入之差；其下有空白的不比，表上没有小计行的无法核对，总分由 A17、A18 核对。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 30 | 30 |", "quality | 合格率 | 100% | 98% | 20 | 19.6 | 一处返工",
          and: ["self/output/points": "50", "self/output/score": "49.6"])),
      .passes(
        .indicators(
          "social | 政策知晓率 | ≥90% | 85% | 15 | 14.17 | 宣传不足", "economic | 摊位增收 | ≥5% | 6% | 15 | 15 |",
          and: ["self/economic/score": "29.17", "self/benefit/points": "30"])),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 30 | 30 |", "quality | 合格率 | 100% | 98% | 20 | 19 | 一处返工",
          and: ["self/output/points": "50", "self/output/score": "50"]),
        .at("self/output/score", "自评表产出指标得分小计 50，其下各项之和 49，相差 1。")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 84个 | 12 | 12 |", "quantity | 过亿项目 | ≥8个 | 9个 | 8 | 8 |",
          "quality | 合格率 | 100% | 100% | 20 | 20 |", on: "project-1",
          and: ["project-1/project/name": "农贸市场改造", "project-1/quantity/points": "22"]),
        .at("project-1/quantity/points", "项目“农贸市场改造”数量指标分值小计 22，其下各项之和 20，相差 2。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 30 | 30 |")),
    ]
  ) { dossier in
    let sums = dossier.scoredSheets.flatMap { sheet in
      IndicatorLevel.all(of: sheet).flatMap { level in
        [LinePoints.Column.points, .score].map { Subtotal(sheet: sheet, level: level, column: $0) }
      }
    }
    return Verdict(over: sums, missing: "表上的指标小计", look: \.look)
  }
}

/// A sum of some indicators that a document shows, and the lines it may be of.
private struct Subtotal {
  let sheet: SheetReading
  let level: IndicatorLevel
  let column: LinePoints.Column

  var look: Look? {
    guard let shown = sheet.shownSum(level.id, column.role.rawValue), let own = sum(of: level.lines),
      let gap = own.gap(to: shown)
    else { return nil }
    let isOfOuter = !level.outer.isEmpty && sum(of: level.outer)?.gap(to: shown)?.isRounding == true
    guard !gap.isRounding, !isOfOuter else { return .agrees }
    let name = "\(sheet.spokenName)\(level.name)\(column == .points ? "分值" : "得分")小计"
    return own.mustBe(
      shown, spoken: "\(name) \(shown)，其下各项之和 \(own.figure)",
      at: [sheet.address(level.id, column.role.rawValue)] + LinePoints(of: level.lines, in: column).filled)
  }

  /// nil where one that is begun has no number.
  private func sum(of lines: [IndicatorLine]) -> WrittenSum? {
    let column = LinePoints(of: lines, in: column)
    guard column.blank.isEmpty else { return nil }
    return self.column == .points
      ? WrittenSum(exactly: column.figures)
      : WrittenSum(scores: column.figures, decimals: sheet.policy.rounding.scoreDecimals)
  }
}
