import Evaluation
import Reading
import Testing

/// Rows that a conversion has made as long as their captions without the cells that were merged or blank.
@Suite struct LaidRowsTests {
  private func recognised(_ rows: String...) -> RecognisedReport {
    RecognisedReport(Report(flattened: rows.joined(separator: "\n") + "\n"), under: [.example])
  }

  private func expect(_ cells: [String: String], in report: RecognisedReport) {
    for (cell, expected) in cells {
      let shown = CellAddress("project-1/" + cell).map { report.dossier.calculation.text(at: $0) }
      #expect(shown == expected, "\(cell)")
    }
  }

  private let head = [
    "2023年度项目支出绩效自评表 | |||||||", "项目名称 | 水渠清淤 | ||||||", "主管部门 | 示例县水利局 | 实施单位 | 示例县水利站 | ||||",
  ].joined(separator: "\n")
  private let captions = "项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | |"
  private let indicators = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |"

  @Test func `funds stand under their captions though the merged cell before their label is missing`() {
    let report = recognised(
      head, "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |",
      "年度资金总额 | 4.00 | 3.50 | 3.36 | 10 | 96% | 9.6 | ||", "其中：当年财政拨款 | 4.00 | 3.50 | 3.36 | | 96% | | ||", indicators,
      "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 90 | 90 | ||")
    expect(
      [
        "total/initial": "4.00", "total/budget": "3.50", "total/executed": "3.36", "total/points": "10",
        "total/rate": "96%", "total/score": "9.6", "fiscal/executed": "3.36",
      ], in: report)
  }

  @Test func `funds stand under captions that have none above the labels`() {
    let report = recognised(
      head, "年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | ||", "年度资金总额 | 7.2 | 7.1 | 7.0 | 10 | 98.59% | 9.86 | |",
      "其中：当年财政拨款 | 7.2 | 7.1 | 7.0 | 98.59% | |||", indicators,
      "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 90 | 90 | ||")
    expect(
      [
        "total/initial": "7.2", "total/executed": "7.0", "total/rate": "98.59%", "total/score": "9.86",
        // Without the blank points there is one way only.
        "fiscal/initial": "7.2", "fiscal/budget": "7.1", "fiscal/executed": "7.0",
      ], in: report)
  }

  @Test func `funds that may stand under several captions are not read`() {
    let report = recognised(
      head, captions, "年度资金总额 | 8.1 | 6.9 | 85% | |||||", indicators,
      "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 90 | 90 | ||")
    expect(["total/initial": "", "total/budget": "", "total/executed": "", "total/rate": ""], in: report)
  }

  @Test func `indicators stand under their captions whatever merged cells are missing`() {
    let report = recognised(
      head, indicators, "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 30 | 30 | | |",
      "修闸数量 | ≥2座 | 1座 | 20 | 10 | 资金不足 | | | |", "质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | | | |",
      "效益指标 | 社会效益指标 | 灌溉面积 | 扩大 | 扩大 | 20 | 20 | | |")
    expect(
      [
        "r1/name": "清淤长度", "r1/target": "≥6公里", "r1/points": "30", "r2/name": "修闸数量", "r2/score": "10",
        "r2/reason": "资金不足",
        "r3/name": "验收合格率", "r3/actual": "100%", "r3/score": "20", "r4/name": "灌溉面积", "r4/target": "扩大",
      ], in: report)
    let lines = report.dossier.projectSheets.first?.indicators ?? []
    #expect(lines.map(\.node.subject) == [.quantity, .quantity, .quality, .socialBenefit])
  }

  @Test func `captions of indicators in two rows stand above the same columns`() {
    let report = recognised(
      head, "绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | ||||", "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ||||",
      "产出指标 | 数量指标 | 清淤长度 | ≥ | 6 | 公里 | 5 | 60 | 50 | 雨季停工", "质量指标 | 验收合格率 | = | 100 | % | 100 | 30.00 | 27.00 | ||")
    expect(
      [
        "r1/name": "清淤长度", "r1/target": "≥6公里", "r1/actual": "5公里", "r1/score": "50", "r1/reason": "雨季停工",
        "r2/name": "验收合格率", "r2/points": "30.00", "r2/score": "27.00",
      ], in: report)
  }

  @Test func `captions in two rows may have blank cells where the others stand`() {
    let report = recognised(
      head, "绩效指标 | | | 年度指标值 | | | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施", "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | | | |",
      "产出指标 | 数量指标 | 清淤长度 | ≥ | 6 | 公里 | 5 | 60 | 50 | 雨季停工")
    expect(["r1/name": "清淤长度", "r1/actual": "5公里", "r1/points": "60", "r1/score": "50"], in: report)
  }

  @Test func `a row that shows no place for its figures is not read`() {
    let report = recognised(
      head, indicators, "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 90 | 90 | ||", "20 | 完成 | 尚好 | 45 | 较好 | 较好 | 一般 | 50 ||")
    #expect(report.dossier.projectSheets.first?.indicators.map(\.name) == ["清淤长度"])
  }

  @Test func `what is wrong in its own column stays there`() {
    let report = recognised(
      head, "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分", " | 年度资金总额 | 8.1 | 8.1 | 约七万元 | 10 | 86% | 8.6",
      indicators, "绩效指标 | 产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 6公里 | 九十 | 90 ||")
    expect(["total/executed": "约七万元", "total/rate": "86%", "r1/points": "九十", "r1/score": "90"], in: report)
  }

  @Test func `goals stand under their captions, and a transfer's name is a project's`() {
    let report = recognised(
      "2023年度项目支出绩效自评表 | ||||", "转移支付（项目）名称 | 水渠清淤补助 | |||", "中央主管部门 | 水利部 | |||", "地方主管部门 | 示例县水利局 | |||",
      "资金使用单位 | 示例县水利站 | |||", "总体目标完成情况 | 总体目标 | 全年实际完成情况 | ||", "清淤六公里。 | 清淤五公里。 | |||", indicators,
      "产出指标 | 数量指标 | 清淤长度 | ≥6公里 | 5公里 | 90 | 75 | 雨季停工 ||")
    expect(
      [
        "project/name": "水渠清淤补助", "project/department": "示例县水利局", "project/implementer": "示例县水利站",
        "goal/target": "清淤六公里。", "goal/actual": "清淤五公里。",
      ], in: report)
  }
}
