import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let q03CostIndicatorForm = AuditRule(
    RuleCard(
      "Q03", "成本指标的写法不对", severity: .warning,
      why: "成本指标管的是花多少钱；写成越多越好，或者写成工作的比率和件数，就看不出成本控制住没有。",
      remedy: "写成控制金额或单位成本，如“≤110万元”“≤450元/人”；不是成本的移到产出或效益指标。",
      sources: [
        LegalSource(
          "中央部门项目支出核心绩效目标和指标设置及取值指引（试行）", number: "财预〔2021〕101号", clause: "成本指标的含义", isVerified: false),
        .departmentSheet("成本指标的年度指标值栏"),
      ]
    ),
    method: """
      成本指标的金额写“≥”“>”的，以比率、件数等计而没有写“≤”的，只有文字而没有说控制在什么以内的，即报告。\
      说节约、降低、控制的比率可以，指标值为 0 的可以；社会成本、生态环境成本不一定是钱，不查。没有写符号的金额按越低越好看，由 B10 处理。
      """,
    examples: [
      .passes(
        .indicators("cost | 改造成本 | ≤110万元 | 109.5万元 | 10 | 10 |", "cost | 培训费标准 | 450元/人·天 | 430元/人·天 | 5 | 5 |")),
      .passes(
        .indicators(
          "cost | 预算控制率 | ≤100% | 98% | 10 | 10 |", "cost | 成本节约率 | ≥3% | 4.2% | 5 | 5 |",
          "cost | 超概算项目 | 0个 | 0个 | 5 | 5 |")),
      .passes(
        .indicators(
          "economicCost | 项目总成本 | ≤100万元 | 96万元 | 15 | 15 |", "socialCost | 施工扰民 | 轻微 | 轻微 | 5 | 5 |",
          tree: "cost-first")),
      .fails(
        .indicators("cost | 项目投入 | ≥110万元 | 120万元 | 10 | 10 |", "cost | 收购价格执行率 | 100% | 100% | 5 | 5 |"),
        .at("self/cost.1/target", "成本指标项目投入的指标值“≥110万元”越多越好，请改写为不超过多少。"),
        .at("self/cost.2/target", "成本指标收购价格执行率的指标值“100%”不是金额，请写控制金额或单位成本。")),
      .fails(
        .indicators("cost | 单位成本 | 合理 | 合理 | 10 | 10 |", "cost | 购置设备 | 3台 | 3台 | 5 | 5 |", on: "project-1"),
        .at("project-1/cost.1/target", "成本指标单位成本的指标值“合理”没有写明金额，请写控制金额或单位成本。"),
        .at("project-1/cost.2/target", "成本指标购置设备的指标值“3台”不是金额，请写控制金额或单位成本。")),
      .cannotLook(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |")),
    ]
  ) { dossier in
    let lines = dossier.countedLines.filter { $0.node.subject == .cost && !$0.isCostToOthers }
    return Verdict(over: lines, missing: "成本指标") { line in
      guard line.target != .void else { return nil }
      guard let fault = line.costFault else { return .agrees }
      return .breaks(
        Finding(
          at: line.address(.target), message: "成本指标\(line.title)的指标值“\(line.targetText.bare)”\(fault)。",
          derivation: line.targetText.bare))
    }
  }
}

extension IndicatorLine {
  /// 社会成本 and 生态环境成本: burdens that others bear.
  fileprivate var isCostToOthers: Bool { node.label.withoutBlanks.holds(anyOf: ["社会", "生态", "环境"]) }

  fileprivate var costFault: String? {
    let isSaving = name.holds(anyOf: Self.savings)
    switch target {
    case .quantity(let target) where !target.figure.isZero && !target.unit.isEmpty && !isSaving:
      let isFloor = target.sign == .atLeast || target.sign == .moreThan
      if hasMoneyTarget { return isFloor ? "越多越好，请改写为不超过多少" : nil }
      return target.sign?.isReverse == true ? nil : "不是金额，请写控制金额或单位成本"
    case .words(let text) where !target.isUnclear && mismatch != .wordsAgainstNumber:
      return text.holds(anyOf: Self.limits) ? nil : "没有写明金额，请写控制金额或单位成本"
    default: return nil
    }
  }

  /// Shares that tell of cost, whatever their sign.
  private static let savings = [
    "节约", "节省", "节支", "降低", "下降", "压减", "减少", "核减", "控制", "超支", "超概", "超预算", "偏差", "占比", "比例", "比重", "费率", "费用率", "成本率",
    "变动",
    "浮动", "增长", "结余",
  ]
  /// Words that hold a cost below something.
  private static let limits = [
    "定性", "控制", "不超", "不突破", "以内", "之内", "范围内", "预算内", "概算内", "低于", "不高于", "预算", "概算", "标准", "节约", "降低", "下降", "零增长",
    "只减不增",
  ]
}
