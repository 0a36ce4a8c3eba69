import Evaluation
import Reading
import Testing

/// Forms whose words stand in a text, but not in rows and columns that are certain.
@Suite struct UnreadFormTests {
  private func unread(_ text: String) -> [String] {
    let report = RecognisedReport(Report(flattened: text), under: [.example])
    return report.unreadForms.map { report.report.text[$0].replacing("\n", with: "") }
  }

  @Test func `captions in one paragraph with all that stood below are told`() {
    #expect(
      unread("示例县2024年度项目支出绩效自评表\n项目名称清淤一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标清淤长度≥6公里6公里5050\n")
        == ["三级指标年度指标值实际完成值分值得分"])
    #expect(unread("附件\n一级指标\n\n三级指标\n\n年度指标值\n\n实际完成指标值\n\n得分\n\n产出指标\n\n清淤\n") == ["三级指标年度指标值实际完成指标值得分"])
  }

  @Test func `captions whose rows were read are not`() {
    #expect(
      unread("附件\n一级指标 二级指标 三级指标 分值 指标值 实际值 得分 备注\n产出指标 数量指标 签约项目 30 ≥80个 72个 27 推迟\n走访企业 20 ≥60家 64家 20\n合计 50 47\n")
        .isEmpty)
  }

  @Test func `sentences and forms of goals alone are not`() {
    #expect(unread("三级指标的权重、目标值、得分和实际完成值由各单位填写。\n一级指标3个、三级指标12个，得分96分，完成情况良好。\n").isEmpty)
    #expect(unread("绩效目标申报表\n一级指标 二级指标 三级指标 指标值 权重\n产出指标 数量指标 清淤长度 ≥6公里 20\n").isEmpty)
  }
}
