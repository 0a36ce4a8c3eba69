import Evaluation
import Reading
import Testing

/// Tables between bars whose lines do not end where their rows do.
@Suite struct BarredRowsTests {
  /// "¶ text" for a paragraph, "a | b" for a row.
  private func outline(_ text: String) -> [String] {
    Report(flattened: text).blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let part): ["¶ \(part.text)"]
      case .table(let table): table.rows.map { $0.map(\.text).joined(separator: " | ") }
      }
    }
  }

  @Test func `rows that are filled up end where their bars are as many`() {
    #expect(
      outline(
        "水渠清淤\n| 项目名称 |\n水渠清淤 |\n||||\n| 主管部门 | 示例县水利局 | 实施单位 | 示例县水利站 | ||\n|\n项目资金\n（万元） |\n预算 | 执行 | 执行率 | ||\n填表人：略\n"
      ) == [
        "¶ 水渠清淤", "项目名称 | 水渠清淤 |  |  |  | ", "主管部门 | 示例县水利局 | 实施单位 | 示例县水利站 |  | ", "项目资金\n（万元） | 预算 | 执行 | 执行率 |  | ",
        "¶ 填表人：略",
      ])
  }

  @Test func `a cell on every line, blank ones as bars`() {
    #expect(
      outline("自评表 |\n|||||\n项目名称 |\n清淤 |\n|\n|\n||\n数量指标 |\n长度 |\n6 |\n6 |\n10 |\n9 |\n") == [
        "自评表 |  |  |  |  | ", "项目名称 | 清淤 |  |  |  | ", "数量指标 | 长度 | 6 | 6 | 10 | 9",
      ])
  }

  @Test func `a cell on every line without a sign of where rows end`() {
    let head = ["项目名称", "水渠清淤", "主管部门", "示例县水利局", "实施单位", "示例县水利站"]
    let goals = ["项目年度目标", "年度目标完成情况", "清淤六公里。", "清淤五公里。"]
    let funds =
      ["预算执行情况", "年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分"]
      + ["总额", "4", "3.5", "3.36", "96%", "10", "", "其中：财政资金", "4", "3.5", "3.36", "96%", "/", "/"]
    let indicators =
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "权重", "得分"]
      + ["产出指标", "数量指标", "清淤长度", "≥6公里", "", "60", "", "修闸数量", "≥2座", "1座", "30", "20", "合计", "100", ""]
    let lines = (head + goals + funds + indicators + ["存在问题", "雨季停工。"]).map { "\($0) |\n" }.joined()
    #expect(
      outline(lines) == [
        "项目名称 | 水渠清淤", "主管部门 | 示例县水利局", "实施单位 | 示例县水利站", "项目年度目标 | 年度目标完成情况", "清淤六公里。 | 清淤五公里。",
        "预算执行情况 | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分", "总额 | 4 | 3.5 | 3.36 | 96% | 10 | ",
        "其中：财政资金 | 4 | 3.5 | 3.36 | 96% | / | /", "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 得分",
        "产出指标 | 数量指标 | 清淤长度 | ≥6公里 |  | 60 | ", "修闸数量 | ≥2座 | 1座 | 30 | 20", "合计 | 100 | ", "存在问题 | 雨季停工。",
      ])
  }

  @Test func `rows of other lengths are lines of their own`() {
    #expect(
      outline("一 | 二 | 三 | 四 | 五 | 六 |\n甲 | 乙 |\n丙 | 丁 | 戊 | 己 |\n庚 | 辛 | 壬 |\n").count == 4)
    #expect(outline("| 指标 | 值 |\n| --- | --- |\n| 长度 | 6 |\n") == ["指标 | 值", "长度 | 6"])
  }

  @Test func `rows that are all lines stay what they are`() {
    let rows = ["一 | 二 | 三 | 四 | 五 | 六 |", "甲 | 乙 | ||||", "丙 | 丁 | 戊 | |||", "己 | 庚 | ||||"].joined(separator: "\n")
    #expect(outline(rows).count == 4)
  }

  @Test func `places are those of the text`() {
    let text = "| 项目名称 |\n水渠清淤 |\n||||\n| 甲 | 乙 | 丙 | 丁 | 戊 | 己 |\n| 一 | 二 | 三 | |||\n"
    let report = Report(flattened: text)
    for part in report.tables.flatMap(\.rows).joined() where !part.isEmpty {
      #expect(report.text[part.place] == part.text)
    }
    #expect(report.tables.map(\.rows.count) == [3])
  }

  @Test(.timeLimit(.minutes(10))) func `very many lines of one cell, and very many tables`() {
    let lines = String(repeating: "甲 |\n", count: 50_000) + String(repeating: "乙 | 丙 |\n丁\n", count: 50_000)
    let table = "甲 |\n乙 | 丙 | 丁 | ||\n戊 | |||||\n己 | |||||\n题\n"
    #expect(Report(flattened: lines + String(repeating: table, count: 20_000)).blocks.count > 1)
  }
}
