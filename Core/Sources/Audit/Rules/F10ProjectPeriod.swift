import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f10ProjectPeriod = AuditRule(
    RuleCard(
      "F10", "项目期限不含报告年度，或与年数不符", severity: .warning,
      why: "项目在报告年度以前已经结束，或者还没有开始，就没有当年的绩效可评；期限也可能是从往年的材料里抄来的。",
      remedy: "核对项目起止时间；跨年付款、延期的，写明批准的期限。",
      sources: [.projectSheet("项目实施期"), .customary("项目起止时间")]
    ),
    method:
      "看“项目起止时间”“实施期限”“建设周期”一类栏目后面写明年份的期间，不包含报告年度即报告；“自某日起……有效期三年，至某日止”“服务期三年（某日至某日）”年数与起止对不上的，“工期8个月，自某日起至某日止”月数或天数与起止对不上的，也报告；合同、贷款、规划的期限和没有栏目名的期间不看。报告年度不明的不看。",
    examples: [
      .passes(.prose("项目起止时间：2023年11月至2025年6月")),
      .passes(.prose("合同期限：2021年1月至2023年12月", "项目名称 | 冷链物流 | 实施期限 | 2024年1月至12月")),
      .fails(
        .prose("项目起止时间：⟦2021年3月至2023年12月⟧"),
        .at("⟦2021年3月至2023年12月⟧", "项目期限“2021年3月至2023年12月”不包含报告年度 2024 年，请核对。")),
      .fails(
        .prose("项目名称 | 冷链物流 | 建设周期 | ⟦2025年至2026年⟧"),
        .at("⟦2025年至2026年⟧", "项目期限“2025年至2026年”不包含报告年度 2024 年，请核对。")),
      .cannotLook(.prose("项目从2021年到2023年分三期实施。")),
      .cannotLook(.prose("办法自2022年1月1日起施行，有效期三年，至2024年12月31日止。")),
      .fails(
        .prose("办法自⟦2022年1月1日⟧起施行，有效期⟦三年⟧，至⟦2023年12月31日⟧止。"),
        .at("⟦2023年12月31日⟧", "从 2022年1月1日 起 三年，不会到 2023年12月31日 止，请核对。")),
      .cannotLook(.prose("系统升级于2024年3月启动、2024年11月通过验收，历时9个月。")),
      .fails(
        .prose("系统升级于⟦2024年3月启动、2024年11月⟧通过验收，历时⟦14个月⟧。"),
        .at("⟦14个月⟧", "2024年3月启动、2024年11月不是 14个月，请核对。")),
      .cannotLook(.prose("保洁服务期三年（2022年7月1日至2025年6月30日），由招标确定。", "合同期限2年（2023年5月至2025年4月）。")),
      .fails(
        .prose("保洁服务期⟦三年⟧（⟦2022年7月1日至2024年6月30日⟧），由招标确定。"),
        .at("⟦三年⟧", "2022年7月1日至2024年6月30日不是 三年，请核对。")),
      .cannotLook(
        .prose(
          "合同工期8个月，自2024年3月1日起至2024年10月31日止。", "施工工期240天（2024年3月20日至2024年11月14日）。",
          "合同工期240天，实际施工2024年3月20日至2024年12月14日，因汛期顺延。")),
      .fails(
        .prose("合同工期⟦8个月⟧，自⟦2024年3月1日起至2024年11月30日⟧止。"),
        .at("⟦8个月⟧", "2024年3月1日起至2024年11月30日不是 8个月，请核对。")),
      .fails(
        .prose("施工工期⟦240天⟧（⟦2024年3月20日至2024年10月14日⟧）。"),
        .at("⟦240天⟧", "2024年3月20日至2024年10月14日不是 240天，请核对。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    let terms = dossier.found(in: TermOfValidity.finder) + dossier.found(in: TermOfWork.finder)
    let periods = dossier.found(in: ProjectPeriod.finder) + dossier.tables.flatMap(ProjectPeriod.all)
    guard year > 0 && !periods.isEmpty || !terms.isEmpty else { return .notCheckable(missing: ["项目起止时间", "报告年度"]) }
    return Verdict(
      terms
        + periods.filter { year > 0 && !$0.years.contains(year) }.map { period in
          Finding(
            at: [.text(period.place)], "项目期限“\(period.words)”不包含报告年度 \(year) 年，请核对。",
            derivation: "\(period.years.lowerBound)—\(period.years.upperBound)")
        })
  }
}

/// From when to when a project is said to last.
private struct ProjectPeriod {
  let years: ClosedRange<Int>
  let words: String
  let place: TextPlace

  private static let labels: WordFinder = [
    "起止时间", "起止日期", "起止年月", "起止年限", "实施期限", "实施期间", "实施周期", "项目周期", "项目期限", "建设期限", "建设周期", "建设工期", "执行期限", "执行周期",
    "项目实施期",
    "项目执行期",
  ]
  /// Their periods are not the project's.
  private static let others: WordFinder = ["合同", "贷款", "规划", "质保", "债券", "租赁", "借款"]

  /// Behind a label and a colon.
  static let finder = WritingFinder { writing -> [ProjectPeriod] in
    guard let passage = writing.passage else { return [] }
    let scalars = writing.scalars
    return labels.matches(in: scalars).compactMap { label in
      let reach = label.range.upperBound..<min(scalars.count, label.range.upperBound + 3)
      guard let first = scalars[reach].first, first == ":" || first == "为",
        !others.occurs(in: scalars, max(0, label.range.lowerBound - 4)..<label.range.lowerBound)
      else { return nil }
      return passage.figures.first { reach.contains($0.range.lowerBound) }.flatMap { figure in
        ProjectPeriod(figure, in: passage.text, at: passage.place(figure.range))
      }
    }
  }

  /// In the cell beside a label.
  static func all(in table: ReportTable) -> [ProjectPeriod] {
    table.rows.flatMap { row in
      zip(row, row.dropFirst()).compactMap { label, value in
        guard labels.mayOccur(in: label.text) else { return nil }
        let words = label.text.withoutBlanks.halfWidthScalars
        guard words.count <= 10, labels.occurs(in: words), !others.occurs(in: words) else { return nil }
        return WrittenFigure.found(in: value.text).first.flatMap { figure in
          ProjectPeriod(figure, in: value.text, at: TextPlace(.file, value.place(of: figure.range)))
        }
      }
    }
  }

  private init?(_ figure: WrittenFigure, in text: String, at place: TextPlace) {
    guard case .period(let from, let to) = figure.kind, let first = from.year?.number else { return nil }
    let last = to.year?.number ?? first
    guard first <= last else { return nil }
    years = first...last
    words = String(
      String.UnicodeScalarView(text.unicodeScalars.dropFirst(figure.range.lowerBound).prefix(figure.range.count)))
    self.place = place
  }
}
