extension FaultExample {
  /// Forms that cannot be laid out, and names that lead nowhere.
  static let forms: [FaultExample] = [
    FaultExample("a form without a width", "    width: 12\n", "", "缺少“width”。").at("- ⟦id: base\n    kind"),
    FaultExample("a cell without a width", "{label: 某年, width: 2}", "⟦{label: 某年}", "缺少“width”。"),
    FaultExample(
      "a table that is not as wide as its form", "captionWidth: 4", "captionWidth: 3", "表格宽 3 + 4 + 4 = 11，表宽为 12。"
    ).at("- table:\n          ⟦id: spending"),
    FaultExample(
      "cells that are not as wide as their form", "- {label: 某年, width: 2}", "- {label: 某年, width: 3}",
      "这一行宽 2 + 4 + 4 + 3 = 13，表宽为 12。"
    ).at("            - ⟦- {cell: total/points"),
    FaultExample(
      "indicators that are not as wide as their form", "{role: reason, caption: 原因, width: 1}",
      "{role: reason, caption: 原因, width: 2}", "指标表宽 1 + 1 + 1 + 4 + 1 + 1 + 1 + 1 + 2 = 13，表宽为 12。"
    ).at("- indicators:\n          ⟦side:"),
    FaultExample(
      "a form twice", "- id: self\n", "- id: ⟦base\n", "表“base”重复，第 50 行已有。"),
    FaultExample(
      "a row twice", "{id: reception,", "{id: ⟦abroad,", "行“abroad”重复，第 66 行已有。"),
    FaultExample(
      "a cell twice", "cell: total/executed", "cell: ⟦total/budget", "单元格“total/budget”重复，第 79 行已有。",
      "公式引用的“total.executed”在表“self”中没有，该行有：budget、points、score。"
    ).at("computed: ⟦10 * total.executed"),
    FaultExample(
      "a column twice", "- {id: final,", "- {id: ⟦budget,", "列“budget”重复，第 62 行已有。",
      "“{{base/funds/final}}”不是固定单元格的地址，应为“表/行/列”，如 {{base/staff/posts}}。",
      "公式引用的“funds.final”在表“base”中没有，该行有：budget。", "公式引用的“threePublic.final”在表“base”中没有，该行有：budget。"
    ).at("starter: ⟦\"").at("condition: ⟦⟦funds"),
    FaultExample(
      "an indicator twice", "{id: cost,", "{id: ⟦quantity,", "指标名称“quantity”重复，第 42 行已有。"),
    FaultExample(
      "a name that means a row and an indicator", "{id: cost,", "{id: total,", "表“self”中“total”既是行又是指标或表格的名称，请改一个。"
    ).at("- id: ⟦self"),
    FaultExample(
      "a name that formulas keep", "{id: abroad,", "{id: ⟦children,", "“children”另有用途，请换一个名称。"),
    FaultExample("a name like that of an added line", "{id: abroad,", "{id: ⟦r2,", "“r2”另有用途，请换一个名称。"),
    FaultExample(
      "a name in Chinese", "{id: abroad,", "{id: ⟦出国,",
      "“出国”不能作名称：应以英文字母开头，只用字母、数字，不超过 60 个字符。"),
    FaultExample("an address without a column", "cell: sum/score", "cell: ⟦sum", "“sum”应写成“行/列”，如 total/budget。"),
    FaultExample(
      "a parent that is not there", "label: 接待, level: 2, parent: threePublic",
      "label: 接待, level: 2, parent: ⟦threepublic",
      "前面没有“threepublic”这一行，是否为“threePublic”；上级行应写在下级行之前。"),
    FaultExample(
      "lines without a rule for them", "lines: {add: 新增专项, placeholder: 某专项, level: 2}}", "help: 略}",
      "linesOrTyped 的行应写 lines。"
    ).at("linesOrTyped: ⟦true"),
    FaultExample(
      "two sources of one value", "label: 三公经费, computed: sum(children)",
      "label: 三公经费, computed: sum(children), proposed: sum(children)", "computed、proposed、linesOrTyped 只能写一个。"
    ).at("- ⟦{id: threePublic"),
    FaultExample(
      "two kinds of cell in one", "{label: 某年, width", "⟦{label: 某年, fixed: 某年, width", "一格只能写 label、fixed 之一。"),
    FaultExample(
      "an unknown place to fill", "{label: 某年,", "{label: ⟦\"{yaer}\",", "没有占位“{yaer}”，可用的有 {year}、{lastYear}、{unit}。"),
    FaultExample(
      "a missing column of indicators", "            - {role: target, caption: 指标值, width: 1}\n", "",
      "指标表宽 1 + 1 + 1 + 4 + 1 + 1 + 1 + 1 = 11，表宽为 12。",
      "指标表缺少列：target。"
    ).at("⟦side: {label: 绩效指标").at("columns:\n            ⟦- {role: name"),
    FaultExample(
      "a choice without options", "{label: 某年, width: 2}", "⟦{cell: total/kind, caption: 类别, kind: choice, width: 2}",
      "缺少“options”。"),
    FaultExample(
      "a choice with one option", "{label: 某年, width: 2}",
      "{cell: total/kind, caption: 类别, kind: choice, options: ⟦[甲], width: 2}", "“options”至少要有两项。"),
    FaultExample(
      "an option twice", "{label: 某年, width: 2}",
      "{cell: total/kind, caption: 类别, kind: choice, options: ⟦[甲, 甲], width: 2}", "选项“甲”重复，第 84 行已有。"),
    FaultExample(
      "options of a number", "kind: points, computed: 10}", "kind: points, computed: 10, options: ⟦[甲, 乙]}",
      "只有 kind 为 choice 的格才能写 options。"),
    FaultExample(
      "options of a score", "{role: score, caption: 得分, width: 1}",
      "{role: score, caption: 得分, width: 1, options: ⟦[甲, 乙]}", "“score”列不能写 options。"),
    FaultExample(
      "signs that are not listed", "{role: reason, caption: 原因, width: 1}", "⟦{role: sign, caption: 性质, width: 1}",
      "缺少“options”。"),
    FaultExample(
      "goals to name that are not there", "{role: reason, caption: 原因, width: 1}",
      "{role: goal, caption: 目标, width: 1}", "指标表有 goal 列时，表“self”应有 id 为 goals、可以添加行（lines）的表格块。"
    ).at("- id: ⟦self"),
    FaultExample(
      "a block of no kind", "- grid:\n          rows:\n            - - {label: 总分",
      "- ⟦⟦gird:\n          rows:\n            - - {label: 总分",
      "每一块应写 table、grid 或 indicators 之一。", "没有“gird”这一项，是否为“grid”？"),
    FaultExample(
      "no form for the object", "object: department", "object: ⟦project",
      "object 为 project 时，应有一张 kind 为 projectEvaluation 的表。"),
    FaultExample(
      "a bound figure that is no cell", "{{base/funds/final}}", "{{base/fund/final}}",
      "“{{base/fund/final}}”不是固定单元格的地址，应为“表/行/列”，如 {{base/staff/posts}}。"
    ).at("starter: ⟦\""),
  ]
}
