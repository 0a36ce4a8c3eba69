import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let q25ThinReason = AuditRule(
    RuleCard(
      "Q25", "偏差原因过短或只说客观", severity: .info,
      why: "原因栏是给下一年改进用的；两三个字，或者只说缺钱、形势不好，看不出差在哪里、怎么改。",
      remedy: "写明差在哪一环节、由谁负责、采取什么改进措施。",
      sources: [.departmentSheet("偏差原因分析及改进措施栏"), .customary("原因分析不得只归于资金和客观条件")]
    ),
    method: """
      扣了分的指标，原因不到十个字，或只说资金、疫情、天气、市场、政策、基数等客观因素而没有一句改进措施，即提示。\
      空白和“无偏差”一类由 B16 处理，没有扣分的不看。
      """,
    examples: [
      .passes(.indicators("social | 政策知晓率 | ≥90% | 80% | 15 | 13 | 宣传次数不足，明年每季度入户一次")),
      .passes(
        .indicators(
          "quantity | 开工项目 | 5个 | 4个 | 10 | 8 | 配套资金不足一个项目未开工，已向县财政申请，2025年3月开工",
          "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 略有超额")),
      .fails(
        .indicators("quantity | 开工项目 | 5个 | 4个 | 10 | 8 | 资金未到位。", "social | 政策知晓率 | ≥90% | 80% | 15 | 13 | 宣传不足"),
        .at("self/quantity.1/reason", "开工项目扣了分，原因“资金未到位”只有 5 个字，请写明具体原因和改进措施。"),
        .at("self/social.1/reason", "政策知晓率扣了分，原因“宣传不足”只有 4 个字，请写明具体原因和改进措施。")),
      .fails(
        .indicators("economic | 社零增速 | ≥8% | 6% | 10 | 7.5 | 受疫情和经济下行影响，消费市场低迷，大型商超客流减少"),
        .at("self/economic.1/reason", "社零增速扣了分，原因只说“疫情”等客观因素，没有改进措施。")),
      .cannotLook(.indicators("social | 政策知晓率 | ≥90% | 92% | 15 | 15 |")),
    ]
  ) { dossier in
    let lines = dossier.scoredSheets.flatMap(\.indicators).filter { $0.isReduced && $0.takesReasons && !$0.hasNoReason }
    return Verdict(over: lines, missing: "扣分指标的偏差原因") { line in
      let reason = line.reason.bare
      let length = reason.unicodeScalars.count
      let lack: String
      if length < 10 {
        lack = "原因“\(reason)”只有 \(length) 个字，请写明具体原因和改进措施"
      } else if let cause = AuditRule.outerCauses.first(where: { reason.holds($0) }),
        !reason.holds(anyOf: AuditRule.remedies)
      {
        lack = "原因只说“\(cause)”等客观因素，没有改进措施"
      } else {
        return .agrees
      }
      return .breaks(
        Finding(
          at: line.address(.reason), line.address(.score), message: "\(line.title)扣了分，\(lack)。", derivation: reason))
    }
  }

  /// What lies outside the unit, or is only a want of money.
  fileprivate static let outerCauses = [
    "疫情", "资金不足", "经费不足", "资金紧张", "资金短缺", "资金未到位", "资金未及时", "资金未拨付", "资金拨付", "财力", "财政困难", "天气", "气候", "自然灾害", "洪涝",
    "干旱",
    "不可抗力", "经济下行", "市场波动", "市场环境", "市场低迷", "大环境", "国际形势", "政策调整", "政策变化", "上级未", "上级部门", "基数较大", "基数大", "客观",
  ]
  /// Words that begin a way out.
  fileprivate static let remedies = [
    "将", "下一步", "下年", "明年", "次年", "来年", "今后", "后续", "下阶段", "加强", "加大", "加快", "改进", "整改", "措施", "优化", "完善", "督促", "协调",
    "争取", "申请", "已", "补建", "补办", "补充", "补齐", "提前", "推进", "推动", "落实", "拟", "计划",
  ]
}
