import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f03DateBeforeYearEnd = AuditRule(
    RuleCard(
      "F03", "报告日期早于年度结束", severity: .error,
      why: "全年的绩效要到年底才有结果；日期写在年度结束之前，说明日期写错或数不是全年的。",
      remedy: "改正日期；一般应为次年。",
      sources: [.reportOutline("报告落款"), .projectSheet("填报日期")]
    ),
    method: "看单独成行的日期（落款）、“填报日期”“报告日期”后的日期、“本报告于……编制”的日期和表尾的填报日期，早于次年 1 月 1 日即报告。只写年份的、报告年度不明的不看。",
    examples: [
      .passes(.prose("绩效自评报告", "2025年3月15日")),
      .passes(.prose("2024年3月15日召开了绩效自评培训会，部署有关工作。")),
      .fails(
        .prose("绩效自评报告", "⟦2024年3月15日⟧"),
        .at("⟦2024年3月15日⟧", "日期 2024年3月15日 早于 2024 年度结束，请核对年份。")),
      .fails(
        .prose("填表人：某某 填报日期：⟦2024年12月5日⟧ 联系电话："),
        .at("⟦2024年12月5日⟧", "日期 2024年12月5日 早于 2024 年度结束，请核对年份。")),
      .fails(
        .prose("本报告于⟦2024年11月8日⟧编制。"),
        .at("⟦2024年11月8日⟧", "日期 2024年11月8日 早于 2024 年度结束，请核对年份。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    let cells = dossier.dateCells
    guard year > 0, dossier.hasProse || !cells.isEmpty else { return .notCheckable(missing: ["报告日期", "报告年度"]) }
    return Verdict(
      dossier.borneDates.compactMap { borne in
        guard let written = borne.date.year?.number, written <= year, written > year - 10 else { return nil }
        return Finding(
          at: [borne.place], "日期 \(borne.words) 早于 \(year) 年度结束，请核对年份。",
          derivation: "\(borne.words) < \(year + 1)-01-01")
      })
  }
}

extension Dossier {
  /// 填报日期 at the foot of forms.
  fileprivate var dateCells: [CellAddress] {
    calculation.layouts.flatMap(\.footer).filter { $0.caption.holds("日期") }.map(\.address).filter {
      !calculation.text(at: $0).isEmpty
    }
  }
}
