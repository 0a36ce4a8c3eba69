import Evaluation
import Figures
import Store

/// What the parts of a policy are called where people read them.
enum PolicyWords {
  static func words(_ object: EvaluationObject) -> String {
    switch object {
    case .department: "部门整体支出"
    case .project: "项目支出"
    }
  }

  static func words(_ origin: PolicyVersion.Origin) -> String {
    switch origin {
    case .delivered: "随程序"
    case .entered: "本地发布"
    }
  }

  static func words(_ kind: FormKind) -> String {
    switch kind {
    case .baseData: "基础数据表"
    case .selfEvaluation: "自评表"
    case .projectEvaluation: "项目自评表，每个项目一张"
    }
  }

  static func words(_ kind: CellKind) -> String {
    switch kind {
    case .amount: "金额"
    case .count: "整数"
    case .area: "面积（㎡）"
    case .percent: "百分比（带 %）"
    case .percentNumber: "百分比（不带 %）"
    case .points: "分数"
    case .text: "文字"
    case .paragraph: "多行文字"
    case .date: "日期"
    case .choice: "从列表中选"
    case .declaration: "勾选"
    }
  }

  static func words(_ column: IndicatorColumn) -> String {
    switch column {
    case .name: "三级指标"
    case .target: "指标值"
    case .actual: "完成值"
    case .points: "分值"
    case .score: "得分"
    case .reason: "原因"
    case .sign: "符号"
    case .unit: "单位"
    case .goal: "对应目标"
    }
  }

  static func words(_ rule: ReverseRule) -> String {
    switch rule {
    case .byExcess: "超过部分按比例扣分，达到指标值两倍不得分"
    case .byRatio: "按指标值与实际值之比得分"
    }
  }

  static func words(_ effect: Overfulfilment.Effect) -> String {
    switch effect {
    case .warn: "提示"
    case .reason: "须说明原因"
    }
  }

  static func words(_ mode: RoundingMode) -> String {
    switch mode {
    case .halfUp: "四舍五入"
    case .halfEven: "四舍六入五成双"
    case .down: "舍去"
    }
  }

  static func words(_ step: ReviewStep) -> String {
    switch step {
    case .unit: "单位审核岗"
    case .department: "主管部门"
    case .finance: "财政局"
    }
  }

  static func words(_ need: AttachmentRequirement.Need) -> String {
    switch need {
    case .always: "必须有"
    case .withSpecialFunds: "有专项资金时必须有"
    case .optional: "可以没有"
    }
  }

  static func words(_ method: WorkAssessment.Method) -> String {
    switch method {
    case .computed(let check, let rule): "系统计算：\(words(check))；\(words(rule))"
    case .prompted(let check): "人工评分" + (check.map { "，系统提示：\(words($0))" } ?? "")
    }
  }

  private static func words(_ rule: WorkRule) -> String {
    switch rule {
    case .deduct(let each): "每处扣 \(each) 分"
    case .share: "按比例得分"
    case .whole: "有一处就不得分"
    }
  }

  private static func words(_ check: WorkCheck) -> String {
    switch check {
    case .attached: "有佐证材料"
    case .content: "材料写到各项要素"
    case .unitsDone: "所属单位都已办结"
    case .daysLate: "逾期的工作日"
    case .reportSections: "报告的主要部分齐全"
    case .reportAnnexes: "报告的附表附件齐全"
    case .weights: "分值符合规定"
    case .thirdLevel: "细化到三级指标"
    case .measurable: "指标值可以衡量"
    case .onlyLackOfFunds: "存在的问题只写缺少经费"
    case .onlyMoreMoney: "改进措施只写增加经费"
    }
  }
}
