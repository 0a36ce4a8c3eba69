import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let g13TimeTarget = AuditRule(
    RuleCard(
      "G13", "时效目标写法不清", severity: .warning,
      why: "时效指标要说清什么时候或多快；只写“及时”“按时”，是否按期无从判断。",
      remedy: "写明日期（如“2024年12月31日前”）、时限（如“5个工作日内”）或比率（如“≥95%”）。",
      sources: [.departmentSheet("时效指标的年度指标值栏"), .evaluationMeasures("时效指标反映按期完成的程度")]
    ),
    method: "时效指标的指标值既不是日期、时限，也不是比率，即报告；完成值是数的由 G07 处理。读不懂但含有数字的写法不报。",
    examples: [
      .passes(.indicators("timeliness | 任务完成期限 | 2024年12月31日前 | 2024年12月20日 | 10 | 10 |")),
      .passes(
        .indicators("timeliness | 支出及时率 | 100% | 100% | 10 | 10 |", "timeliness | 办件时长 | 5个工作日内 | 3个工作日 | 5 | 5 |")),
      .fails(
        .indicators("timeliness | 补贴发放 | 按时发放 | 全部按时 | 10 | 10 |"),
        .at("self/timeliness.1/target", "补贴发放的指标值“按时发放”没有写明日期、时限或比率。")),
      .fails(
        .indicators("timeliness | 工程进度 | 及时 | 2024年11月30日 | 10 | 10 |", on: "project-1"),
        .at("project-1/timeliness.1/target", "工程进度的指标值“及时”没有写明日期、时限或比率。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines.filter { $0.node.subject == .timeliness }, missing: "时效指标") { line in
      guard line.target != .void else { return nil }
      guard line.isTimeInWords, line.mismatch != .wordsAgainstNumber else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.target), message: "\(line.title)的指标值“\(line.targetText.bare)”没有写明日期、时限或比率。",
          derivation: line.targetText.bare))
    }
  }
}

extension IndicatorLine {
  /// A time to be kept that is said in words only.
  var isTimeInWords: Bool {
    guard node.subject == .timeliness, case .words = target else { return false }
    return !target.isUnclear
  }
}
