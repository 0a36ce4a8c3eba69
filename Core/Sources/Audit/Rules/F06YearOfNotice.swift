import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f06YearOfNotice = AuditRule(
    RuleCard(
      "F06", "自评通知文号年份可疑", severity: .info,
      why: "某年的绩效自评通知一般在次年印发；文号年份与报告年度相同，可能引用了上一年的通知。",
      remedy: "核对通知的名称、年度和文号。",
      sources: [.reportOutline("引言")]
    ),
    method: "一句里有“绩效自评”或“绩效评价”的“通知”和文号，而文号年份不晚于报告年度，即提示；管理办法、规划等其他文件不看。",
    examples: [
      .passes(.prose("根据《关于开展2024年度绩效自评工作的通知》（示财绩〔2025〕1号）。")),
      .passes(.prose("根据《预算绩效管理办法》（示财绩〔2020〕7号）。")),
      .fails(
        .prose("根据《关于开展2024年度绩效自评工作的通知》（示财绩⟦〔2024〕2号⟧）。"),
        .at("⟦〔2024〕2号⟧", "2024 年度的自评通知文号是〔2024〕，一般为次年印发，请核对。")),
      .fails(
        .prose("按照绩效评价工作通知（示财绩⟦〔2023〕9号⟧）要求。"),
        .at("⟦〔2023〕9号⟧", "2024 年度的自评通知文号是〔2023〕，一般为次年印发，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    guard dossier.hasProse, year > 0 else { return .notCheckable(missing: ["报告正文", "报告年度"]) }
    return Verdict(
      dossier.statements.passages.flatMap { passage -> [Finding] in
        passage.figures.compactMap { figure in
          guard case .documentNumber(let written, _) = figure.kind, written <= year,
            passage.isNotice(before: figure)
          else { return nil }
          return Finding(
            at: passage.passage.place(figure.range),
            message: "\(year) 年度的自评通知文号是〔\(written)〕，一般为次年印发，请核对。", derivation: "\(written) < \(year + 1)")
        }
      })
  }
}

extension PassageReading {
  /// The title right before the number is that of a notice on evaluating.
  fileprivate func isNotice(before figure: WrittenFigure) -> Bool {
    let sentence = sentence(at: figure.range.lowerBound)
    let before = text(max(sentence.lowerBound, figure.range.lowerBound - 60)..<figure.range.lowerBound)
    let title = before.split(separator: "《").last.map(String.init) ?? before
    return title.holds("通知") && title.holds(anyOf: ["绩效自评", "绩效评价", "支出自评"]) && !title.holds(anyOf: ["办法", "规程", "印发"])
  }
}
