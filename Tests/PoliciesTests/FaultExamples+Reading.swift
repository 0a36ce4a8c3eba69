extension FaultExample {
  /// Faults of the writing, whatever it means.
  static let reading: [FaultExample] = [
    FaultExample(
      "a misspelt name", "version: 1", "⟦verison: 1", "缺少“version”。", "没有“verison”这一项，是否为“version”？"
    ).at("⟦title: 示例自评"),
    FaultExample(
      "an unknown name", "{label: 某年, width: 2}", "{label: 某年, width: 2, ⟦colour: red}", "没有“colour”这一项。"),
    FaultExample(
      "an unknown name where others are free", "{label: 总分, width: 8}", "{⟦zzzzzzzzz: 1, width: 8}",
      "没有“zzzzzzzzz”这一项，还可以写：label、fixed、cell。"),
    FaultExample("a missing name", "  - {label: 优, range: \"[90, 100]\"}", "  - ⟦{range: \"[90, 100]\"}", "缺少“label”。"),
    FaultExample("a name without a value", "region: 示例县", "⟦region:", "“region”没有内容；不需要就删去这一项。"),
    FaultExample("an empty text", "region: 示例县", "region: ⟦\"\"", "“region”不能是空文字。"),
    FaultExample(
      "a name twice", "year: 2024", "year: 2024\n⟦year: 2025", "“year”重复，第 3 行已有。"),
    FaultExample(
      "a name twice on one line", "{unit: 万元, decimals: 2,", "{unit: 万元, decimals: 2, ⟦unit: 元,", "“unit”重复，第 9 行已有。"),
    FaultExample(
      "two names twice", "year: 2024\nobject: department",
      "year: 2024\n⟦year: 2025\nobject: department\n⟦object: project",
      "“year”重复，第 3 行已有。", "“object”重复，第 5 行已有。"),
    FaultExample(
      "a name twice deeper down", "label: 满意度指标\n", "label: 满意度指标\n        ⟦label: 满意度\n", "“label”重复，第 45 行已有。"),
    FaultExample(
      "a list where names are wanted", "amounts: {unit: 万元, decimals: 2, source: form}", "amounts: ⟦[万元]",
      "这里应写若干“名称: 值”，现为列表。"),
    FaultExample(
      "a text where a list is wanted", "lead: [unit, finance]", "lead: ⟦unit", "“lead”应为列表，每项以“- ”开头，现为“unit”。"),
    FaultExample("an empty list", "lead: [unit, finance]", "lead: ⟦[]", "“lead”至少要有一项。"),
    FaultExample("a list where a text is wanted", "region: 示例县", "region: ⟦[示例县]", "“region”应为文字，现为列表。"),
    FaultExample(
      "points that are no number", "indicators: {points: 90", "indicators: {points: ⟦九十",
      "“points”应为 0 到 100 的整数，现为“九十”。"),
    FaultExample(
      "no number", "version: 1", "version: ⟦一", "“version”应为 1 到 9999 的整数，现为“一”。"),
    FaultExample(
      "a number out of range", "scoreDecimals: 2", "scoreDecimals: ⟦7", "“scoreDecimals”应为 0 到 6 的整数，现为“7”。"),
    FaultExample(
      "a share out of range", "share: 1.3", "share: ⟦0.9", "“share”应为大于 1、不超过 100 的数，现为“0.9”。"),
    FaultExample(
      "no truth value", "personal: true", "personal: ⟦是", "“personal”应为 true（是）或 false（否），现为“是”。"),
    FaultExample(
      "an unknown choice", "mode: halfUp", "mode: ⟦halfup",
      "“mode”不能是“halfup”。是否为“halfUp”？可选：halfUp、halfEven、down。"),
    FaultExample(
      "an unknown choice near to none", "object: department", "object: ⟦transfer",
      "“object”不能是“transfer”。可选：department、project。"),
    FaultExample(
      "no day", "effectiveFrom: 2025-01-01", "effectiveFrom: ⟦2025-02-29",
      "“effectiveFrom”应为日期，如 2025-01-31，现为“2025-02-29”。"),
    FaultExample(
      "no YAML", "region: 示例县", "region: 示例县⟦: 甲", "不合 YAML 写法：这里不能再写冒号，缩进有误，或文字里的冒号须加引号。"),
    FaultExample(
      "a tab", "region: 示例县", "region: 示例县\n⟦\tyear: 1",
      "不合 YAML 写法：缩进只能用空格，不能用制表符。"),
  ]
}
