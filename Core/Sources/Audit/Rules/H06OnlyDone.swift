import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h06OnlyDone = AuditRule(
    RuleCard(
      "H06", "定量目标只写已完成", severity: .warning,
      why: "目标是数，完成也应是数；只写“已完成”，完成多少、是否超额都看不出，得分无从核对。",
      remedy: "填写实际完成的数或日期。",
      sources: [.departmentSheet("实际完成值栏"), .projectSheet("实际完成值栏")]
    ),
    method: "指标值是数、区间或日期，而完成值只写“完成”“已完成”“达标”“按期完成”之类，即报告；写别的文字的由 G07 处理。",
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
      .passes(.indicators("quality | 验收情况 | 达标 | 达标 | 10 | 10 |", "quantity | 新签约项目 | ≥80个 | 已完成84个 | 5 | 5 |")),
      .fails(
        .indicators("quantity | 新签约项目 | ≥80个 | 已完成 | 5 | 5 |"),
        .at("self/quantity.1/actual", "新签约项目的指标值是“≥80个”，完成值只写“已完成”，请填写实际完成的数。")),
      .fails(
        .indicators("timeliness | 完成期限 | 2024年12月31日前 | 按期完成。 | 10 | 10 |", "quality | 合格率 | 100% | 达标 | 5 | 5 |"),
        .at("self/quality.1/actual", "合格率的指标值是“100%”，完成值只写“达标”，请填写实际完成的数。"),
        .at("self/timeliness.1/actual", "完成期限的指标值是“2024年12月31日前”，完成值只写“按期完成”，请填写实际完成的日期。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | | 5 | 5 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "年度指标值和实际完成值") { line in
      guard line.target != .void, line.actual != .void else { return nil }
      guard line.saysOnlyDone else { return .agrees }
      let wanted = if case .date = line.target { "日期" } else { "数" }
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.target),
          message:
            "\(line.title)的指标值是“\(line.targetText.bare)”，完成值只写“\(line.actualText.bare)”，请填写实际完成的\(wanted)。",
          derivation: "\(line.targetText.bare) | \(line.actualText.bare)"))
    }
  }
}
