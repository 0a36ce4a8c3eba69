import Text

extension LabelKey {
  /// 预期目标, 总体目标.
  var namesGoal: Bool {
    !isEmpty && plain.scalarCount <= 10 && plain.holds("目标") && GoalWord(self) != .actual && !plain.ends(with: "值")
  }

  /// 年度资金总额, 其中：财政拨款.
  var namesFund: Bool {
    FundWord(self) != nil
      || (2...14).contains(plain.scalarCount) && ["资金", "拨款", "收入", "补助", "支出"].contains(where: plain.ends)
  }

  /// 产出指标, 服务对象满意度.
  var namesLevel: Bool {
    let stem = plain.withoutIndicator
    return plain.scalarCount <= 12 && (stem != plain || Self.levels.contains(stem))
  }
  private static let levels: Set<String> = [
    "产出", "效益", "满意度", "满意", "成本", "数量", "质量", "时效", "经济效益", "社会效益", "生态效益", "可持续影响", "服务对象满意度", "决策", "过程", "投入",
    "管理", "经济", "社会", "生态", "可持续", "经济成本", "社会成本", "生态环境成本",
  ]
}
