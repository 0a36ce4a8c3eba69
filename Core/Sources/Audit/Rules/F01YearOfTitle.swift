import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let f01YearOfTitle = AuditRule(
    RuleCard(
      "F01", "标题年度与报告年度不符", severity: .error,
      why: "标题写成别的年度，多半是沿用了往年的报告，公开后无法解释。",
      remedy: "把标题、各级小标题的年度改为报告年度。",
      sources: [.reportOutline("报告标题")]
    ),
    method:
      "看报告标题、附件标题和各级标题：写有年度又写有绩效、自评、支出、预算、决算等字，而没有一个是报告年度的即报告；标题下独占一行的“（某年度）”也看。计划、打算类标题、落款日期不看；写以前年度的问题整改、结果应用、结转资金的标题也不看。报告年度不明的不看。",
    examples: [
      .passes(.prose("2024年度示例县商务局部门整体支出绩效自评报告", "一、2024年基本支出情况", "基本支出100万元。")),
      .passes(.prose("绩效自评报告", "三、2025年工作计划", "继续推进。")),
      .fails(
        .prose("⟦2023年度⟧示例县商务局部门整体支出绩效自评报告", "一、概况", "略。"),
        .at("⟦2023年度⟧", "标题写的是 2023 年，报告年度是 2024 年。")),
      .passes(
        .prose(
          "绩效自评报告", "一、2023年度补助资金绩效评价整改情况", "已整改。", "二、2023年度绩效评价结果应用情况", "略。", "三、2022年结转资金支出情况", "略。")),
      .fails(
        .prose("绩效自评报告", "一、⟦2025年⟧结转资金支出情况", "略。"),
        .at("⟦2025年⟧", "标题写的是 2025 年，报告年度是 2024 年。")),
      .fails(
        .prose("绩效自评报告", "二、⟦2022年⟧预算支出情况", "基本支出100万元。"),
        .at("⟦2022年⟧", "标题写的是 2022 年，报告年度是 2024 年。")),
      .fails(
        .prose("绩效自评报告", "一、概况", "略。", "（⟦2023年度⟧）", "项目 | 金额", "培训 | 20"),
        .at("⟦2023年度⟧", "标题写的是 2023 年，报告年度是 2024 年。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let year = dossier.filing.year
    guard dossier.hasProse, year > 0 else { return .notCheckable(missing: ["报告正文", "报告年度"]) }
    return Verdict(
      dossier.narrative.passages.compactMap { passage in
        let isTitle = [.title, .heading].contains(passage.role) && passage.text.isTitleOfYear
        guard !passage.figures.isEmpty, isTitle || passage.role != .cell && passage.text.isYearAlone else { return nil }
        let years = passage.figures.compactMap { figure in figure.calendarYear.map { ($0, figure.range) } }
        guard let (other, range) = years.first, !years.contains(where: { $0.0 == year }),
          other > year || !passage.text.isOfEarlierYears || passage.role == .title
        else { return nil }
        return Finding(
          at: [.text(passage.place(range))], "标题写的是 \(other) 年，报告年度是 \(year) 年。", derivation: "\(other) ≠ \(year)")
      })
  }
}

extension WrittenFigure {
  /// The number of a year that stands alone, no part of a day.
  var calendarYear: Int? { if case .year(let year) = kind { year.number } else { nil } }
}

extension String {
  /// （2024年度） below the title of a form.
  fileprivate var isYearAlone: Bool {
    guard let first = unicodeScalars.first(where: { !$0.isBlank }), first == "（" || first == "(" else { return false }
    let words = withoutBlanks
    return words.scalarCount <= 9 && (words.ends(with: "年度）") || words.ends(with: "年度)"))
  }

  /// What was made of earlier years: 2023年度绩效评价整改情况.
  fileprivate var isOfEarlierYears: Bool { holds(anyOf: ["整改", "结果应用", "结果运用", "结转", "上年", "上一年"]) }

  fileprivate var isTitleOfYear: Bool {
    holds(anyOf: ["绩效", "自评", "支出", "预算", "决算", "基础数据"])
      && !holds(anyOf: ["计划", "打算", "安排", "思路", "展望", "下一步", "〔", "通知", "对比", "以来", "《"])
  }
}
