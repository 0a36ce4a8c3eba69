extension FaultExample {
  /// Formulas that cannot be read or worked out.
  static let formulas: [FaultExample] = [
    FaultExample(
      "a formula that does not close", "sum(indicators.score, total.score)", "sum(indicators.score, total.score⟦",
      "公式第 34 个字符处：缺少右括号。"),
    FaultExample(
      "an unknown function", "computed: sum(children)", "computed: total(⟦children)", "公式第 7 个字符处：没有函数“total”。"),
    FaultExample(
      "too much behind a formula", "computed: 10}", "computed: 10 ⟦）}", "公式第 4 个字符处：多余的内容“）”。"),
    FaultExample(
      "an unknown row", "10 * total.executed", "⟦10 * totals.executed", "公式引用的“totals”在表“self”中没有，是否为“total”。"),
    FaultExample(
      "an unknown column", "10 * total.executed", "⟦10 * total.excuted",
      "公式引用的“total.excuted”在表“self”中没有，该行有：budget、executed、points、score。"),
    FaultExample(
      "an unknown form", "10 * total.executed", "⟦10 * bsae:funds.final", "公式引用的表“bsae”不存在，是否为“base”。"),
    FaultExample(
      "a text in a formula", "sum(indicators.score,", "sum(indicators.actual,", "公式引用的“indicators.actual”不是数字。"
    ).at("computed: ⟦\"sum"),
    FaultExample(
      "an unknown column of indicators", "sum(indicators.score,", "sum(output.sum,",
      "公式引用的“output.sum”在表“self”中没有，该行有：actual、name、points、reason、score、target。"
    ).at("computed: ⟦\"sum"),
    FaultExample(
      "an unknown group", "sum(indicators.score,", "sum(ouput.score,", "公式引用的“ouput”在表“self”中没有，是否为“output”。"
    ).at("computed: ⟦\"sum"),
    FaultExample(
      "many cells outside a sum", "sum(indicators.score, total.score)", "indicators.score + total.score",
      "“indicators”代表多行，只能直接写在 sum( ) 里。"
    ).at("computed: ⟦\"indicators"),
    FaultExample(
      "children of a row without", "label: 出国, level: 2, parent: threePublic",
      "label: 出国, level: 2, parent: threePublic, computed: ⟦sum(children)", "“abroad”没有下级行，下级行用 parent 指明。"),
    FaultExample(
      "lines of a row without", "sum(children)", "sum(lines)", "“threePublic”没有 lines，不能添加下级行。"
    ).at("computed: ⟦sum(lines)"),
    FaultExample(
      "children outside a sum", "computed: sum(children)", "computed: ⟦children", "“children”只能直接写在 sum( ) 里。"),
    FaultExample(
      "a cycle of two", "cell: total/budget, caption: 全年预算数, width: 4, kind: amount",
      "cell: total/budget, caption: 全年预算数, width: 4, kind: amount, computed: ⟦total.score",
      "公式循环引用：self:total.budget → self:total.score → self:total.budget。"),
    FaultExample(
      "a cycle through children", "label: 接待, level: 2, parent: threePublic",
      "label: 接待, level: 2, parent: threePublic, proposed: threePublic.final",
      "公式循环引用：base:threePublic.final → base:reception.final → base:threePublic.final。"
    ).at("computed: ⟦sum(children)"),
    FaultExample(
      "a condition without a row", "funds.final <= threePublic.final", "⟦final <= threePublic.final",
      "“final”应写明行，如 total.final。"),
    FaultExample(
      "a condition that compares nothing", "funds.final <= threePublic.final", "⟦funds.final + threePublic.final",
      "condition 应为比较，如 a.x <= b.x。"),
    FaultExample(
      "a project's form named from another", "kind: baseData", "kind: projectEvaluation",
      "“{{base/funds/final}}”不是固定单元格的地址，应为“表/行/列”，如 {{base/staff/posts}}。"
    ).at("starter: ⟦\""),
  ]
}
