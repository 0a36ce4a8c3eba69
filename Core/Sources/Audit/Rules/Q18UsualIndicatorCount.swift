import Evaluation
import Reading
import Rules

extension AuditRule {
  static let q18UsualIndicatorCount = AuditRule(
    RuleCard(
      "Q18", "指标过多或过少", severity: .info,
      why: "指标太多分不清主次，每条只有一两分；太少看不全一个部门的工作。",
      remedy: "突出核心指标，合并相近的；过少的补上主要职责的指标。",
      sources: [.customary("三级指标通常 6 至 30 条"), .departmentSheet("三级指标栏")]
    ),
    method: """
      制度没有规定条数的，一张表三级指标超过 30 条，或部门整体支出的自评表各类都有而不到 6 条，提示一次；空白行和零分行不算。\
      制度有规定的、缺少某一类指标的，由 H03、H04 处理。
      """,
    examples: [
      .passes(
        .indicators(
          "quantity | 农贸市场改造 | 1个 | 1个", "quantity | 家电以旧换新 | 1200台 | 1315台", "quality | 验收合格率 | 100% | 100%",
          "timeliness | 按期完工率 | 100% | 100%", "social | 政策知晓率 | ≥90% | 92%", "satisfaction | 商户满意度 | ≥90% | 95%")),
      .passes(
        .indicators(
          "quantity | 农贸市场改造 | 1个 | 1个", "quality | 验收合格率 | 100% | 100%", "social | 政策知晓率 | ≥90% | 92%")),
      .fails(
        .indicators(
          "quantity | 农贸市场改造 | 1个 | 1个", "quality | 验收合格率 | 100% | 100%", "timeliness | 按期完工率 | 100% | 100%",
          "social | 政策知晓率 | ≥90% | 92%", "satisfaction | 商户满意度 | ≥90% | 95%", "ecological | 无 | 无 | 无 | 0 | 0"),
        .at("sheet self", "自评表只有 5 条三级指标，通常 6 至 30 条，请看是否反映了主要工作。")),
      .fails(
        .indicators((1...31).map { "quantity | 第\($0)类台账 | 1套 | 1套" }),
        .at("sheet self", "自评表有 31 条三级指标，通常 6 至 30 条，请突出核心指标。")),
      .cannotLook(["self/total/budget": "716.83"]),
    ]
  ) { dossier in
    let sheets = dossier.scoredSheets.filter { !$0.countedLines.isEmpty && $0.policy.scoring.indicatorCount == nil }
    return Verdict(over: sheets, missing: "三级指标") { sheet in
      let count = sheet.countedLines.count
      let isMuch = count > 30
      guard isMuch || count < 6 && sheet.form.kind == .selfEvaluation && sheet.hasEveryKind else { return .agrees }
      return .breaks(
        Finding(
          at: [.sheet(sheet.id)],
          "\(sheet.spokenName)\(isMuch ? "有" : "只有") \(count) 条三级指标，通常 6 至 30 条，请\(isMuch ? "突出核心指标" : "看是否反映了主要工作")。",
          derivation: "\(count) ∉ 6...30"))
    }
  }
}

extension SheetReading {
  /// No first-level indicator is empty, and quantity, quality and timeliness are each there where the tree has them.
  fileprivate var hasEveryKind: Bool {
    lackingOutputs.isEmpty
      && (tree?.groups ?? []).allSatisfy { group in countedLines.contains { $0.group.id == group.id } }
  }
}
