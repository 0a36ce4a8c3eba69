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
    method: "看单独成行的日期（落款）、“填报日期”“报告日期”后的日期和表尾的填报日期，早于次年 1 月 1 日即报告。只写年份的、报告年度不明的不看。",
    examples: [
      .passes(.prose("绩效自评报告", "2025年3月15日")),
      .passes(.prose("2024年3月15日召开了绩效自评培训会，部署有关工作。")),
      .fails(
        .prose("绩效自评报告", "⟦2024年3月15日⟧"),
        .at("⟦2024年3月15日⟧", "日期 2024年3月15日 早于 2024 年度结束，请核对年份。")),
      .fails(
        .prose("填表人：某某 填报日期：⟦2024年12月5日⟧ 联系电话："),
        .at("⟦2024年12月5日⟧", "日期 2024年12月5日 早于 2024 年度结束，请核对年份。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    let cells = dossier.dateCells
    guard year > 0, dossier.hasProse || !cells.isEmpty else { return .notCheckable(missing: ["报告日期", "报告年度"]) }
    let inProse = dossier.narrative.passages.flatMap { passage in
      passage.figures.filter { passage.isDated(by: $0) }.compactMap { figure in
        figure.early(in: year).map { Finding.early($0, year, at: .text(passage.place(figure.range))) }
      }
    }
    let inCells = cells.compactMap { cell, text in
      WrittenFigure.found(in: text).lazy.compactMap { $0.early(in: year) }.first.map {
        Finding.early($0, year, at: .cell(cell))
      }
    }
    return Verdict(inProse + inCells)
  }
}

extension Finding {
  fileprivate static func early(_ date: String, _ year: Int, at place: Place) -> Finding {
    Finding(at: [place], "日期 \(date) 早于 \(year) 年度结束，请核对年份。", derivation: "\(date) < \(year + 1)-01-01")
  }
}

extension Dossier {
  /// 填报日期 at the foot of forms.
  var dateCells: [(CellAddress, String)] {
    calculation.layouts.flatMap(\.footer).filter { $0.caption.holds("日期") }.compactMap { cell in
      let text = calculation.text(at: cell.address)
      return text.isEmpty ? nil : (cell.address, text)
    }
  }
}

extension Passage {
  /// The figure is nearly all of it, or stands behind 填报日期.
  fileprivate func isDated(by figure: WrittenFigure) -> Bool {
    guard case .date = figure.kind else { return false }
    let scalars = Array(text.unicodeScalars)
    if scalars.filter({ !$0.isBlank }).count <= figure.range.count + 4 { return true }
    let before = String(
      String.UnicodeScalarView(scalars[max(0, figure.range.lowerBound - 8)..<figure.range.lowerBound])
    ).bare
    return ["填报日期:", "报告日期:", "填报时间:", "填表日期:", "填报日期", "报告日期", "填表日期"].contains { before.ends(with: $0) }
  }
}

extension WrittenFigure {
  /// The day as it is spoken, where it lies in the year or before; nil for any other and for a year alone.
  fileprivate func early(in year: Int) -> String? {
    guard case .date(let date) = kind, let written = date.year?.number, let month = date.month, written <= year,
      written > year - 10
    else { return nil }
    return "\(written)年\(month)月" + (date.day.map { "\($0)日" } ?? "")
  }
}
