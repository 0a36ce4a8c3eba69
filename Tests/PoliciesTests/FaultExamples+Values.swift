import Rules

extension FaultExample {
  /// Values that contradict one another.
  static let values: [FaultExample] = [
    FaultExample("a group without a source", "decimals: 2, source: form}", "decimals: 2}", "缺少“source”：每组数值都要写明来源。")
      .at("amounts: ⟦{unit"),
    FaultExample(
      "an unknown source", "mode: halfUp, source: form", "mode: halfUp, source: ⟦from",
      "没有来源“from”，是否为“form”；来源写在 sources 里。"),
    FaultExample(
      "a source that nothing uses", "sources:\n", "sources:\n  ⟦other: {title: 通知, clause: 第一条, verified: true}\n",
      "来源“other”没有用到。", severity: .warning),
    FaultExample(
      "a source that nobody read", "  form: {title: 自评表, clause: 附件1, verified: true}",
      "  ⟦form: {title: 自评表, clause: 附件1, verified: false}", "来源“自评表”未核对原文。", severity: .info),
    FaultExample(
      "points that are not a hundred", "indicators: {points: 90", "indicators: ⟦{points: 85",
      "预算执行 10 分与指标 85 分合计 95 分，应为 100 分。", "一级指标分值 80 + 10 = 90，应为 85 分。"
    ).at("groups:\n      ⟦- id: output"),
    FaultExample(
      "points of groups that do not add up", "points: 10\n", "points: 20\n",
      "一级指标分值 80 + 20 = 100，应为 90 分。"
    ).at("groups:\n      ⟦- id: output"),
    FaultExample(
      "printed points that differ", "产出指标（80分）\n        points: 80", "产出指标（50分）\n        points: ⟦80",
      "“产出指标（50分）”印的是 50 分，points 是 80 分。"),
    FaultExample(
      "printed points of a second level that differ", "label: 数量指标, subject", "label: 数量指标（20分）, points: ⟦30, subject",
      "“数量指标（20分）”印的是 20 分，points 是 30 分。"),
    FaultExample(
      "points of second levels that do not add up",
      "label: 数量指标, subject: quantity}\n          - {id: cost, label: 成本指标,",
      "label: 数量指标, points: 30, subject: quantity}\n          - {id: cost, label: 成本指标, points: 40,",
      "产出指标（80分）：二级指标分值 30 + 40 = 70，应为 80 分。"
    ).at("groups:\n      ⟦- id: output"),
    FaultExample(
      "whole numbers as grades", "range: \"[0, 90)\"", "range: \"[0, 89]\"",
      "等级有空档：“差”止于 89，“优”始于 90，其间的小数不属于任何一档。"
    ).at("label: 优, range: ⟦\""),
    FaultExample(
      "grades that both leave an end out", "range: \"[90, 100]\"", "range: ⟦\"(90, 100]\"", "等级有空档：“差”和“优”都不含 90。"),
    FaultExample(
      "grades that both hold an end", "range: \"[0, 90)\"", "range: \"[0, 90]\"",
      "等级重叠：90 既属于“差”又属于“优”，请把一端改为圆括号。"
    ).at("label: 优, range: ⟦\""),
    FaultExample(
      "grades that overlap", "range: \"[0, 90)\"", "range: \"[0, 95)\"", "等级重叠：“差”止于 95，“优”始于 90。"
    ).at("label: 优, range: ⟦\""),
    FaultExample(
      "grades that begin late", "range: \"[0, 90)\"", "range: ⟦\"(0, 90)\"", "等级有空档：0 到 0 之间的分数不属于任何一档。"),
    FaultExample(
      "grades that end early", "range: \"[90, 100]\"", "range: ⟦\"[90, 99]\"", "等级有空档：99 到 100 之间的分数不属于任何一档。"),
    FaultExample(
      "a grade twice", "label: 差, range", "label: ⟦优, range", "等级“优”重复，第 31 行已有。"),
    FaultExample(
      "no word on the ends of grades", "  note: 90分归优。\n", "", "缺少“note”：请写明相邻等级的分界点归入哪一级，以及原件如何印。"
    ).at("grades:\n  ⟦source"),
    FaultExample(
      "no stretch", "range: \"[0, 90)\"", "range: ⟦0-89",
      "“range”应写成“[80, 90)”的样子：方括号表示含端点，圆括号表示不含，数在 0 到 100 之间；现为“0-89”。"),
    FaultExample(
      "levels that leave shares out", "share: \"[0, 80)\"", "share: \"[0, 60)\"",
      "完成情况分档有空档：“未达成”止于 60，“达成”始于 80，其间的小数不属于任何一档。"
    ).at("words: [达标], share: ⟦\""),
    FaultExample(
      "a word of two levels", "{label: 未达成, share", "{label: 未达成, words: ⟦[达标], share", "完成情况用语“达标”重复，第 19 行已有。"),
    FaultExample(
      "caps that overlap", "rate: \"[50, 60)\"", "rate: ⟦\"[40, 60)\"", "执行率分档重叠：“[0, 50)”止于 50，“[40, 60)”始于 40。"),
    FaultExample(
      "a least count above the most", "count: {least: 1, most: 30}", "count: ⟦{least: 31, most: 30}",
      "least（31）大于 most（30）。"),
    FaultExample(
      "an outline that is not there", "outline: report, endings", "outline: ⟦reprot, endings",
      "没有报告提纲“reprot”，是否为“report”。"),
    FaultExample(
      "an ending with a dot", "endings: [docx]", "endings: ⟦[.docx]", "文件类型“.docx”应只用小写字母和数字，不带点，如 docx。"),
    FaultExample(
      "an outline named as a form", "outlines:\n  - id: report", "outlines:\n  - id: ⟦self", "报告提纲“self”与表同名。",
      "没有报告提纲“report”。"
    ).at("outline: ⟦report, endings"),
    FaultExample(
      "a review step twice", "lead: [unit, finance]", "lead: [unit, ⟦unit]", "审核环节“unit”重复，第 110 行已有。"),
    FaultExample("no code of a check", "check: B12", "check: ⟦B1", "“B1”不是核查编号，应如 B12。"),
    FaultExample("no code of a local check", "- id: L01", "- id: ⟦B01", "“B01”不是核查编号，应如 L01。"),
    FaultExample(
      "a check on no form", "form: base\n    condition", "form: ⟦bsae\n    condition", "没有表“bsae”，是否为“base”。"),
  ]
}
