import Reading
import Text

extension AmountStatement {
  /// The words before it say that it is the budget of the year's beginning.
  var isInitialBudget: Bool {
    words.holds(anyOf: ["年初预算", "年初批复", "年初安排", "年初部门预算", "批复预算", "预算批复", "初始预算"]) && !isChange && !isAdjustedBudget
  }

  /// The words before it say that it is the budget after all adjustments.
  var isAdjustedBudget: Bool {
    role == .level && words.holds(anyOf: ["调整后", "追加后", "全年预算", "调整预算数", "变更后预算"])
  }

  private var isChange: Bool { if case .change = role { true } else { false } }
}
