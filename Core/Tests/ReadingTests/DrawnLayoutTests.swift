import Evaluation
import Reading
import Testing

/// Forms whose parts stand otherwise than the form has them.
@Suite struct DrawnLayoutTests {
  private func project(_ rows: [String]) -> RecognisedReport {
    var drawn = DrawnReport()
    drawn.line("2024年度项目支出绩效自评表")
    drawn.table(rows)
    return drawn.recognised()
  }

  private func base(_ rows: [String]) -> RecognisedReport {
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效评价基础数据表")
    drawn.table(rows)
    return drawn.recognised()
  }

  private let spending = [
    "经费控制情况（万元）|2023年决算数|2024年预算数|2024年决算数", "三公经费|3.5|3|2.5", "3、公务接待|0.5|1|0.5",
    "项目支出|80|90|85", "1、业务工作经费|30|40|35", "2、运行维护经费|50|50|50", "公用经费|60|61|62", "政府采购金额|7|8|9",
    "部门基本支出预算调整|300|310|320",
  ]

  // Captions

  @Test func `captions in two rows are one row of captions`() {
    let report = project(
      DrawnProject.head("水库清淤") + DrawnProject.funds + DrawnProject.goals
        + ["一级指标|二级指标|三级指标|指标值@2|得分", "|||年度指标值|实际完成值|"] + DrawnProject.indicators + [DrawnProject.sum])
    expect(
      [
        "project-1/r1/target": "≥3处", "project-1/r1/actual": "3处", "project-1/r1/score": "50",
        "project-1/r2/name": "灌溉保障",
      ], in: report)
  }

  @Test func `levels in other words are told by their order`() {
    let report = project(
      DrawnProject.head("水库清淤") + DrawnProject.funds + DrawnProject.goals
        + ["指标类型|指标类别|指标内容|目标值|全年完成值|评价得分"] + DrawnProject.indicators + [DrawnProject.sum])
    #expect(report.dossier.filing.sheet("project-1")?.rows.map(\.under) == ["quantity", "social"])
    expect(["project-1/r1/target": "≥3处", "project-1/r2/score": "40"], in: report)
  }

  // Labels

  @Test func `goals stand beside their labels, below them or behind a colon`() {
    let texts = ["project-1/goal/target": "清淤三处。", "project-1/goal/actual": "清淤三处，通过验收。"]
    let layouts = [
      ["年初目标设定|清淤三处。@5", "全年实际完成情况|清淤三处，通过验收。@5"],
      ["年初目标设定@6", "清淤三处。@6", "全年实际完成情况@6", "清淤三处，通过验收。@6"],
      ["年初目标设定：清淤三处。@3|全年实际完成情况：清淤三处，通过验收。@3"],
    ]
    for goals in layouts {
      let form = DrawnProject.head("水库清淤") + DrawnProject.funds + goals + [DrawnProject.captions]
      expect(texts, in: project(form + DrawnProject.indicators + [DrawnProject.sum]))
    }
  }

  @Test func `amounts beside their labels are told by two of them, not by one`() {
    let rest = DrawnProject.goals + [DrawnProject.captions] + DrawnProject.indicators + [DrawnProject.sum]
    let two = project(DrawnProject.head("水库清淤") + ["年初预算数|30|全年执行数|28.8|执行率|96%"] + rest)
    expect(
      ["project-1/total/initial": "30", "project-1/total/executed": "28.8", "project-1/total/rate": "96%"], in: two)
    let one = project(DrawnProject.head("水库清淤") + ["年初预算数|30|上年结余|2.2||"] + rest)
    expect(["project-1/total/initial": ""], in: one)
  }

  @Test func `sources of money may stand side by side`() {
    let report = project(
      DrawnProject.head("水库清淤") + ["资金来源|年度资金总额|其中：当年财政拨款|上年结转资金|其他资金|", "年初预算数|30|20|6|4|", "全年执行数|28.8|19|6|3.8|"]
        + DrawnProject.form("").dropFirst(5))
    expect(
      [
        "project-1/total/initial": "30", "project-1/fiscal/initial": "20", "project-1/carryOver/executed": "6",
        "project-1/otherFunds/executed": "3.8",
      ], in: report)
  }

  @Test func `sources of income stand in the cells behind their labels, whatever unit is written`() {
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效自评表")
    drawn.table(
      ["单位名称|示例县水利局@5", "|年初预算数|全年预算数|全年执行数|执行率|得分", "年度资金总额|30|32|28.8|90%|9", "其中：一般公共预算|28万元@2|其中：基本支出|20万元@2"]
        + ["政府性基金拨款|4@2|项目支出|8.8@2"] + DrawnProject.form("").dropFirst(5))
    expect(
      [
        "self/income/generalBudget": "28万元", "self/income/governmentFund": "4", "self/spending/basic": "20万元",
        "self/spending/project": "8.8",
      ], in: drawn.recognised())
  }

  @Test func `sources of income stand below their labels where all of these are side by side`() {
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效自评表")
    drawn.table(
      ["单位名称|示例县水利局@5"] + DrawnProject.funds.prefix(2)
        + ["其中：一般公共预算@2|政府性基金拨款@2|其他资金@2", "28@2|3@2|1@2"] + DrawnProject.form("").dropFirst(5))
    expect(
      ["self/income/generalBudget": "28", "self/income/governmentFund": "3", "self/income/other": "1"],
      in: drawn.recognised())
  }

  @Test func `amounts of a source under captions are not its only one`() {
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效自评表")
    drawn.table(
      ["单位名称|示例县水利局@5", "|年初预算数|全年预算数|全年执行数|执行率|得分", "年度资金总额|30|32|28.8|90%|9", "其中：一般公共预算|28|30|26||"]
        + DrawnProject.form("").dropFirst(5))
    expect(["self/income/generalBudget": ""], in: drawn.recognised())
  }

  @Test func `a foot inside the table is no indicator`() {
    let form = DrawnProject.form("").dropFirst(2).dropLast()
    var drawn = DrawnReport()
    drawn.line("2024年度部门整体支出绩效自评表")
    drawn.table(["单位名称|示例县水利局@5"] + form + ["填表人|刘二|填报日期|2025年3月1日|联系电话|0700-1234567"])
    #expect(drawn.recognised().dossier.filing.sheet("self")?.rows.count == 2)
  }

  // The base table

  @Test func `numbers of people stand below their captions, beside them, or one in a row`() {
    let layouts = [
      ["财政供养人员情况（人）|编制数|2024年实际在职人数|控制率", "|20|18|90%"], ["编制数|20|实际在职人数|18", "控制率|90%@3"],
      ["编制数|20@3", "实际在职人数|18@3", "控制率|90%@3"],
    ]
    for staff in layouts {
      expect(
        [
          "base/staff/posts": "20", "base/staff/actual": "18", "base/staff/rate": "90%",
          "base/threePublic/final": "2.5",
        ],
        in: base(staff + spending))
    }
  }

  @Test func `a text may stand below its label or behind a colon, and a note is none`() {
    let text = ["base/economyMeasures/text": "公车统一调度。"]
    expect(text, in: base(spending + ["厉行节约保障措施@4", "公车统一调度。@4"]))
    expect(text, in: base(spending + ["厉行节约保障措施：公车统一调度。@4"]))
    expect(["base/economyMeasures/text": ""], in: base(spending + ["厉行节约保障措施@4", "说明：金额以决算为准。@4"]))
  }

  @Test func `a line is added below a row that takes lines, never above all of them`() {
    var rows = spending
    rows.insert("4、其他一般性支出|6|7|8", at: 3)
    rows.insert("3、防汛物资|1|2|3", at: 7)
    let report = base(rows)
    #expect(report.dossier.filing.sheet("base")?.rows.map(\.under) == ["projectExpenditure"])
    expect(["base/r1/name": "防汛物资", "base/r1/final": "3"], in: report)
  }
}
