import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let h20ExecutionReason = AuditRule(
    RuleCard(
      "H20", "执行偏低或预算调整未说明", severity: .error,
      why: "执行率低于制度规定的界限，或年中调整过预算，都要说明原因，否则看不出是编得不实还是干得不够。",
      remedy: "在原因栏写明执行偏低或预算调整的原因；表上没有原因栏的，在本条的说明中写明。",
      sources: [.projectSheet("预算执行原因栏"), .customary("预算执行率低于规定界限须说明原因")]
    ),
    method: """
      执行率低于制度规定的界限而没有原因即报告：表上有原因栏的须改正，没有的须说明。\
      表上没有原因栏，而报告的问题或原因章节说到支出进度、执行、结转结余的，或者别处说明了结转、未支付的原因的，不报。\
      表上有原因栏的，全年预算数与年初预算数不同也要写原因。制度没有规定界限的，执行偏低由 B23 提示。
      """,
    examples: [
      .passes(["self/total/initial": "264.01", "self/total/budget": "716.83", "self/total/executed": "645.15"]),
      .passes(["project-1/total/budget": "400", "project-1/total/executed": "119.34"]),
      .fails(
        ["self/total/budget": "716.83", "self/total/executed": "600"],
        .at("self/total/executed", "自评表执行率 83.7%，低于 90%，请说明原因。")),
      .fails(["self/total/rate": "89.99"], .at("self/total/rate", "自评表执行率 89.99%，低于 90%，请说明原因。")),
      .passes(
        .prose("四、存在的问题", "项目支出进度前慢后快，验收付款集中在年末。", and: ["self/total/budget": "716.83", "self/total/executed": "600"])),
      .fails(
        .prose("四、存在的问题", "业务培训不够。", and: ["self/total/budget": "716.83", "self/total/executed": "600"]),
        .at("self/total/executed", "自评表执行率 83.7%，低于 90%，请说明原因。")),
      .cannotLook(["self/total/budget": "716.83"]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets, missing: "全年预算数和全年执行数") { sheet in
      let cells = BudgetExecution(of: sheet)
      let hasReasonCell = sheet.has("total", "reason")
      let rate = dossier.executionRate(of: sheet)
      let adjustment = hasReasonCell ? dossier.adjustment(cells) : nil
      guard rate != nil || adjustment != nil else { return nil }
      guard !hasReasonCell || sheet.text("total", "reason").saysNothing else { return .agrees }
      let limit = sheet.policy.scoring.executionReasonBelow
      let isTold = !hasReasonCell && sheet.form.kind != .projectEvaluation && dossier.proseExplainsExecution
      let isLow = if isTold { false } else if let limit, let rate { rate.percent < limit.rational } else { false }
      let low = isLow ? "执行率 \(rate?.percent.spoken(2) ?? "-")%，低于 \(limit?.description ?? "-")%" : nil
      let causes = [low, adjustment].compactMap { $0 }
      guard !causes.isEmpty else { return .agrees }
      let places = (hasReasonCell ? [sheet.address("total", "reason")] : []) + (rate?.cells ?? [cells.budget])
      return .breaks(
        Finding(
          at: places.map { .cell($0) }, "\(sheet.spokenName)\(causes.joined(separator: "，"))，请说明原因。",
          derivation: causes.joined(separator: ", "), severity: hasReasonCell ? nil : .warning))
    }
  }
}

extension Dossier {
  /// The report speaks of what was not spent where it tells of problems, or says why elsewhere.
  fileprivate var proseExplainsExecution: Bool {
    narrative.passages.contains { passage in
      if passage.isHeaded("问题", "原因", "不足"), passage.text.holds(anyOf: Self.wordsOfExecution + ["进度"]) { return true }
      return passage.text.split(whereSeparator: { $0 == "。" || $0 == "\n" }).contains { sentence in
        String(sentence).holds(anyOf: Self.wordsOfExecution)
          && String(sentence).holds(anyOf: ["原因", "因为", "由于", "主要是", "系", "尚未", "未支付", "质保金", "跨年度"])
      }
    }
  }
  private static let wordsOfExecution = ["执行率", "支出进度", "预算执行", "结转", "结余", "未支付", "未使用"]

  /// "年初预算 264.01 调整为 716.83"; nil where both are the same or one is blank.
  fileprivate func adjustment(_ cells: BudgetExecution) -> String? {
    guard let initial = calculation.figure(at: cells.initial), let budget = calculation.figure(at: cells.budget),
      initial.rational != budget.rational
    else { return nil }
    return "年初预算 \(initial) 调整为 \(budget)"
  }
}
