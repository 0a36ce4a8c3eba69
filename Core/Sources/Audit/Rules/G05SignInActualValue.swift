import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let g05SignInActualValue = AuditRule(
    RuleCard(
      "G05", "完成值带符号", severity: .error,
      why: "“≥”“=”是对目标的要求，实际完成多少只能是一个数；照抄目标的符号，等于没有填完成值。",
      remedy: "去掉符号，填写实际完成的数。",
      sources: [.departmentSheet("实际完成值栏"), .projectSheet("实际完成值栏")]
    ),
    method: "实际完成值以“≥”“>”“=”“<”“≤”或它们的其他写法开头即报告。用文字说“以上”“不少于”的不报。",
    examples: [
      .passes(.indicators("quality | 任务分解率 | ＝100% | 100% | 5 | 5 |")),
      .passes(.indicators("timeliness | 任务完成期限 | 2024年12月31日前 | 2024年12月20日前 | 10 | 10 |")),
      .fails(
        .indicators(
          "quality | 任务分解率 | ＝100% | ＝100% | 5 | 5 | 无偏差", "cost | 预算控制率 | ≦100% | ≦100% | 10 | 10 | 无偏差",
          "satisfaction | 招商对象满意度 | ≥90% | ≥90% | 10 | 10 | 无偏差"),
        .at("self/quality.1/actual", "任务分解率的完成值“=100%”带有符号，请只填实际完成的数。"),
        .at("self/cost.1/actual", "预算控制率的完成值“≦100%”带有符号，请只填实际完成的数。"),
        .at("self/satisfaction.1/actual", "招商对象满意度的完成值“≥90%”带有符号，请只填实际完成的数。")),
      .fails(
        .indicators("quantity | 新签约项目 | >=80个 | >=80个 | 5 | 5 |", on: "project-1"),
        .at("project-1/quantity.1/actual", "新签约项目的完成值“>=80个”带有符号，请只填实际完成的数。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "实际完成值") { line in
      guard line.actual != .void else { return nil }
      guard line.actualHasSign else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.actual), message: "\(line.title)的完成值“\(line.actualText.narrow)”带有符号，请只填实际完成的数。",
          derivation: line.actualText.narrow))
    }
  }
}

extension IndicatorLine {
  /// The actual value begins with a mark of comparison.
  var actualHasSign: Bool {
    actualText.bare.unicodeScalars.first.map { "≥≧⩾>≤≦⩽<=≮≯﹥﹤﹦".unicodeScalars.contains($0) } ?? false
  }
}
