import Figures
import Rules

extension PolicySet {
  /// The example county's policies: what rule examples and tests are made under. Fictional, with realistic figures.
  public static let example = PolicySet([.exampleDepartment, .exampleProject])
  /// The same with a 自评工作考核, as the example county's city has it.
  public static let exampleAssessed = PolicySet([.exampleAssessed, .exampleProject])
}

extension Policy {
  /// 部门整体支出 of the example county.
  public static let exampleDepartment = department()
  static let exampleAssessed = department(
    attachments: WorkAssessment.exampleAttachments, workAssessment: .example)

  private static func department(
    attachments: [AttachmentRequirement] = [], workAssessment: WorkAssessment? = nil
  ) -> Policy {
    Policy(
      id: "example-2024-department", title: "示例县部门整体支出绩效自评", region: "示例县", year: 2024, object: .department,
      version: 1, effectiveFrom: "2025-01-01", sources: ["form": exampleSource], amounts: exampleAmounts,
      rounding: exampleRounding, scoring: exampleScoring, trees: [.exampleClassic, .exampleWithCost],
      grades: exampleGrades, forms: [.exampleBase, .exampleSelf], outlines: [.exampleReport, .exampleProjectReport],
      attachments: [
        AttachmentRequirement(
          id: "report", title: "部门整体支出绩效自评报告", need: .always, outline: "report", endings: ["docx", "pdf"],
          source: "form"),
        AttachmentRequirement(
          id: "projectReport", title: "项目支出绩效自评报告", need: .withSpecialFunds, outline: "projectReport",
          endings: ["docx", "pdf"], source: "form"),
      ] + attachments,
      paths: ReviewPaths(
        lead: [.unit, .finance], subordinate: [.unit, .department], leadWaitsForSubordinates: true, source: "form"),
      workAssessment: workAssessment, localChecks: [], hash: "example")
  }

  /// 项目支出 of the example county.
  public static let exampleProject = Policy(
    id: "example-2024-project", title: "示例县项目支出绩效自评", region: "示例县", year: 2024, object: .project, version: 1,
    effectiveFrom: "2025-01-01", sources: ["form": exampleSource], amounts: exampleAmounts,
    rounding: exampleRounding, scoring: exampleProjectScoring, trees: [.exampleClassic], grades: exampleGrades,
    forms: [.exampleProject], hash: "example")

  static let exampleSource = LegalSource("示例县绩效自评通知", number: "示财绩〔2025〕1号", clause: "附件")
  static let exampleAmounts = AmountRule(unit: .tenThousandYuan, decimals: 2, source: "form")
  static let exampleRounding = Rounding(scoreDecimals: 2, rateDecimals: 2, mode: .halfUp, source: "form")
  static let exampleScoring = ScoringRule(
    executionPoints: 10, indicatorPoints: 90, executionReasonBelow: 90, reverse: .byExcess, levels: exampleLevels,
    overfulfilment: exampleOverfulfilment, source: "form")
  /// Projects need no reason for a low execution rate, which caps their total instead, nor for a surplus.
  static let exampleProjectScoring = ScoringRule(
    executionPoints: 10, indicatorPoints: 90, executionReasonBelow: nil, reverse: .byExcess, levels: exampleLevels,
    overfulfilment: nil,
    caps: [
      ExecutionCap(rate: .init(low: 70, high: 80, includesLow: true, includesHigh: false), most: 89),
      ExecutionCap(rate: .init(low: 60, high: 70, includesLow: true, includesHigh: false), most: 79),
      ExecutionCap(rate: .init(low: 0, high: 60, includesLow: true, includesHigh: false), most: 69),
    ], indicatorCount: 4...30, source: "form")
  private static let exampleLevels = [
    QualitativeLevel(
      label: "达成", words: ["达标", "已完成"], share: .init(low: 80, high: 100, includesLow: true, includesHigh: true)),
    QualitativeLevel(
      label: "部分达成", words: ["基本完成"], share: .init(low: 60, high: 80, includesLow: true, includesHigh: false)),
    QualitativeLevel(
      label: "未达成", words: ["未完成"], share: .init(low: 0, high: 60, includesLow: true, includesHigh: false)),
  ]
  private static let exampleOverfulfilment = Overfulfilment(
    share: Figure(unscaled: 13, decimals: 1) ?? 1, effect: .reason)
  static let exampleGrades = [
    GradeBand(label: "优", range: .init(low: 90, high: 100, includesLow: true, includesHigh: true), source: "form"),
    GradeBand(label: "良", range: .init(low: 80, high: 90, includesLow: true, includesHigh: false), source: "form"),
    GradeBand(label: "中", range: .init(low: 60, high: 80, includesLow: true, includesHigh: false), source: "form"),
    GradeBand(label: "差", range: .init(low: 0, high: 60, includesLow: true, includesHigh: false), source: "form"),
  ]
}

extension ReportOutline {
  static let exampleReport = ReportOutline(
    id: "report", title: "{year}年度{unit}部门整体支出绩效自评报告",
    sections: [
      Section(id: "overview", level: 1, heading: "一、部门基本情况", isRequired: true),
      Section(
        id: "basic", level: 1, heading: "二、基本支出情况", isRequired: true,
        starter: "{year}年基本支出{{base/basicExpenditure/final}}万元。"),
      Section(id: "performance", level: 1, heading: "三、绩效情况", isRequired: true),
      Section(id: "problems", level: 1, heading: "四、存在的问题", isRequired: true),
      Section(id: "other", level: 1, heading: "五、其他", isRequired: false),
    ], source: "form")
  static let exampleProjectReport = ReportOutline(
    id: "projectReport", title: "{year}年度{unit}项目支出绩效自评报告",
    sections: [Section(id: "targets", level: 1, heading: "一、绩效目标情况", isRequired: true)], source: "form")
}
