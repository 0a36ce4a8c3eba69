import Text

/// Which side of the year's goals a label captions, in whatever words: 年初绩效目标 and 目标完成情况.
enum GoalWord: Hashable {
  case target, actual

  /// nil for labels of all goals together, of indicators and of anything else.
  init?(_ key: LabelKey) {
    let plain = key.plain
    guard plain.scalarCount <= 12, !plain.holds(anyOf: ["总体", "指标", "预算", "执行", "得分", "原因"]) else {
      return nil
    }
    if plain.ends(with: "完成情况") || plain.ends(with: "实现情况") {
      guard plain.holds(anyOf: ["目标", "实际", "全年", "年度"]) || plain.isExactly("完成情况") else { return nil }
      self = .actual
    } else if plain.holds("目标"), plain.holds(anyOf: ["预期", "年初", "设定", "计划"]), !plain.ends(with: "值") {
      self = .target
    } else {
      return nil
    }
  }
}
