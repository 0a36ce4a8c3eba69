extension FaultExample {
  static let all = reading + values + forms + formulas + assessment

  /// 抽评, 工作考核 and 结果应用.
  static let assessment: [FaultExample] = [
    FaultExample(
      "criteria that are not a hundred points", "points: 40\n", "points: 50\n", "考核各项分值合计 110 分，应为 100 分。"
    ).at("workAssessment:\n  ⟦title"),
    FaultExample(
      "a file that no filing has", "files: [report]\n      criterion: 印发", "files: ⟦[reprot]\n      criterion: 印发",
      "没有附件“reprot”，是否为“report”；附件写在 attachments 里。"),
    FaultExample(
      "a check that a person cannot use", "check: onlyLackOfFunds", "check: ⟦daysLate",
      "method 为 prompted 时，check 只能是 onlyLackOfFunds 或 onlyMoreMoney。"),
    FaultExample(
      "a text without what it must say", "      elements:\n        - {label: 自评范围, words: [自评范围]}\n", "",
      "check 为 content 时，应在 elements 里写明要有哪些内容。"
    ).at("check: ⟦content"),
    FaultExample(
      "a check of files without files", "rule: whole\n      files: [report]\n", "rule: whole\n",
      "check 为 attached 时，应在 files 里写明看哪些附件。"
    ).at("check: ⟦attached"),
    FaultExample(
      "a share of days", "check: attached\n      rule: whole", "check: daysLate\n      rule: ⟦share",
      "check 为 daysLate 时，rule 不能是 share：没有总数可以按比例。"),
    FaultExample(
      "a deduction of nothing", "each: 1\n", "each: ⟦0\n", "“each”应为大于 0、不超过 100 的数，现为“0”。"),
    FaultExample(
      "a tier above the points", "range: \"[20, 30]\"", "range: ⟦\"[20, 40]\"", "range 到 40 分，这一项只有 30 分。"),
    FaultExample("a criterion twice", "- id: content\n", "- id: ⟦notice\n", "考核项目“notice”重复，第 126 行已有。"),
    FaultExample(
      "a use for a grade that is not there", "grade: 优, text", "grade: ⟦甲, text", "没有等级“甲”。"),
    FaultExample(
      "a share of more than all", "sampling: {ratio: 15", "sampling: {ratio: ⟦150", "“ratio”应为大于 0、不超过 100 的数，现为“150”。"),
  ]
}
