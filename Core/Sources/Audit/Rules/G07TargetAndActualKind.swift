import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let g07TargetAndActualKind = AuditRule(
    RuleCard(
      "G07", "指标值与完成值不可比", severity: .error,
      why: "目标是文字而完成是金额，或者单位不同，就看不出完成了没有，得分也没有依据。",
      remedy: "让指标值和完成值说的是同一件事、用同一个单位，如“1个”对“1个”、“77.7万元”对“77.7万元”。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .projectSheet("年度指标值、实际完成值栏"), .evaluationMeasures("目标值与实际完成值比较")]
    ),
    method: """
      文字对数、日期对数、单位不同（元、万元、亿元之间可以换算）须改正；一边有单位一边没有的须说明。\
      定量目标只写“已完成”的由 H06、漏写“%”的由 G09、一格多数的由 G12、时效目标写成文字的由 G13 处理；读不懂的写法不报。
      """,
    examples: [
      .passes(.indicators("quantity | 农贸市场改造 | 1个 | 1个 | 5 | 5 |", "quantity | 到位资金 | 3亿元 | 30100万元 | 5 | 5 |")),
      .passes(.indicators("social | 推进湘商回归 | 定性 | 有效推进 | 15 | 15 |", "quantity | 项目 | ≥80个 | 84个项目 | 5 | 5 |")),
      .fails(
        .indicators("quantity | 农贸市场改造 | 达标 | 77.7万元 | 5 | 5 |", "quantity | 家电以旧换新 | 达标 | 28.5万元 | 5 | 5 |"),
        .at("self/quantity.1/actual", "农贸市场改造的指标值“达标”是文字，完成值“77.7万元”是数，无法比较。"),
        .at("self/quantity.2/actual", "家电以旧换新的指标值“达标”是文字，完成值“28.5万元”是数，无法比较。")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 80.23亿元 | 5 | 5 |", "timeliness | 完成期限 | 2024年12月31日前 | 100% | 10 | 10 |",
          "social | 带动就业 | ≥60人 | 成效显著 | 10 | 10 |", "quality | 储备规模 | 5000吨 | 5000 | 5 | 5 |",
          "satisfaction | 企业满意度 | ≥90% | 90%-95% | 10 | 10 |"),
        .at("self/quantity.1/actual", "新签约项目的指标值“≥80个”与完成值“80.23亿元”单位不同，无法比较。"),
        .at("self/quality.1/actual", "储备规模的指标值“5000吨”与完成值“5000”只有一边写了单位。"),
        .at("self/timeliness.1/actual", "完成期限的指标值“2024年12月31日前”与完成值“100%”只有一边是日期，无法比较。"),
        .at("self/social.1/actual", "带动就业的指标值“≥60人”是数，完成值“成效显著”是文字，无法比较。"),
        .at("self/satisfaction.1/actual", "企业满意度的指标值“≥90%”要与一个数比，完成值“90%-95%”是区间，请写实际完成的数。")),
      .passes(.indicators("quantity | 疫情处置起数 | 据实 | 26起 | 5 | 5 |")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 |")),
    ]
  ) { dossier in
    Verdict(over: dossier.countedLines, missing: "年度指标值和实际完成值") { line in
      guard line.target != .void, line.actual != .void else { return nil }
      let (target, actual) = ("\(line.title)的指标值“\(line.targetText.bare)”", "完成值“\(line.actualText.bare)”")
      let spoken: String? =
        switch line.mismatch {
        case .wordsAgainstNumber where !line.isAsNeeded: "\(target)是文字，\(actual)是数，无法比较。"
        case .numberAgainstWords where line.isActualRange: "\(target)要与一个数比，\(actual)是区间，请写实际完成的数。"
        case .numberAgainstWords where !line.saysOnlyDone: "\(target)是数，\(actual)是文字，无法比较。"
        case .dateAgainstOther where !line.saysOnlyDone && !line.isTimeInWords: "\(target)与\(actual)只有一边是日期，无法比较。"
        case .units(let first, let second) where !first.isEmpty && !second.isEmpty: "\(target)与\(actual)单位不同，无法比较。"
        default: nil
        }
      guard spoken != nil || line.hasOneUnit else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.actual), line.address(.target), message: spoken ?? "\(target)与\(actual)只有一边写了单位。",
          derivation: "\(line.targetText.bare) | \(line.actualText.bare)", severity: spoken == nil ? .warning : nil))
    }
  }
}

extension IndicatorLine {
  /// What was done is said as a stretch: 90%-95%.
  fileprivate var isActualRange: Bool { if case .range = actual { true } else { false } }

  /// 据实: whatever there is to do.
  fileprivate var isAsNeeded: Bool {
    ["据实", "按需", "按实际", "根据实际", "视实际"].contains(where: targetText.bare.begins)
  }

  /// Only one side says what it counts, and it is no share.
  fileprivate var hasOneUnit: Bool {
    guard case .quantity(let target) = target, case .quantity(let actual) = actual,
      target.unit.isEmpty != actual.unit.isEmpty, target.unit != "%", actual.unit != "%"
    else { return false }
    return !name.bare.contains("(") && !target.figure.isZero && !actual.figure.isZero
  }
}
