import Reading
import Rules
import Text

extension AuditRule {
  static let d06UnstatedScope = AuditRule(
    RuleCard(
      "D06", "口径不同没有说明", severity: .warning,
      why: "正文只说一般公共预算，表上是全部资金，读者看到同名的两个数却看不到原因。",
      remedy: "在正文写明口径，如“以上为一般公共预算支出，不含政府性基金和其他资金”，或改用全部资金的数。",
      sources: [.reportOutline("一般公共预算支出情况"), .departmentSheet("按收入性质分")]
    ),
    method: """
      正文的数小于表上的数，差额不超过自评表所列的政府性基金、专户资金和其他资金，而同一章节没有与表一致的基本支出时，视为口径不同，全文提示一次。\
      正文写有“口径”“不含”等说明，或金额前已写明是一般公共预算的，不提示。
      """,
    examples: [
      .passes(
        .prose(
          "二、一般公共预算支出情况", "2024年一般公共预算基本支出452.72万元。",
          and: ["base/basicExpenditure/final": "471.83", "self/income/governmentFund": "109.35"])),
      .passes(
        .prose(
          "二、一般公共预算支出情况", "2024年基本支出452.72万元，不含政府性基金和其他资金。",
          and: ["base/basicExpenditure/final": "471.83", "self/income/governmentFund": "109.35"])),
      .fails(
        .prose(
          "二、一般公共预算支出情况", "2024年基本支出⟦452.72万元⟧，项目支出⟦139.26万元⟧。",
          and: [
            "base/basicExpenditure/final": "471.83", "base/projectExpenditure/final": "245",
            "self/income/governmentFund": "109.35", "self/income/other": "15.52",
          ]),
        .at("⟦452.72万元⟧", "正文基本支出 452.72 万元、项目支出 139.26 万元，表上为 471.83 万元、245 万元，可能只是一般公共预算，请说明口径。")),
      .fails(
        .prose(
          "二、一般公共预算支出情况", "2024年公用经费⟦30万元⟧。",
          and: ["base/operatingExpense/final": "33", "self/income/other": "5"]),
        .at("⟦30万元⟧", "正文公用经费 30 万元，表上为 33 万元，可能只是一般公共预算，请说明口径。")),
      .cannotLook(.prose("2024年基本支出452.72万元。")),
    ]
  ) { dossier in
    guard let found = dossier.differences(of: { $0.name == nil }) else {
      return .notCheckable(missing: ["正文与表中的同一金额"])
    }
    let scoped = found.filter { $0.isOfScope && !$0.statesItsScope(in: dossier) }
    guard let first = scoped.first, !dossier.explainsScope else { return .pass }
    let prose = scoped.map { "\($0.statements[0].item.spoken) \($0.stated.spoken)" }
    let table = scoped.map(\.table.spoken)
    return .fail([
      Finding(
        at: scoped.flatMap(\.places),
        "正文\(prose.joined(separator: "、"))，表上为 \(table.joined(separator: "、"))，可能只是一般公共预算，请说明口径。",
        derivation: "\(first.stated.digits) < \(first.table.digits)")
    ])
  }
}

extension ProseDifference {
  /// The words before the amount name the budget.
  fileprivate func statesItsScope(in dossier: Dossier) -> Bool {
    statements.contains { $0.scope == .generalBudget && !$0.isScopeOfHeading }
  }
}

extension Dossier {
  fileprivate var explainsScope: Bool {
    narrative.passages.contains {
      !$0.figures.isEmpty
        && $0.text.holds(anyOf: ["口径", "不含", "不包括", "仅含", "仅为一般公共", "仅指", "只含", "未含", "未包括", "含政府性基金"])
    }
  }
}
