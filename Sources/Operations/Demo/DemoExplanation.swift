/// What the demo's units write beside a warning that they do not put right.
enum DemoExplanation {
  /// - Parameter finding: its key: the rule, a colon, and the places.
  static func words(for finding: String) -> String {
    explanations.first { finding.hasPrefix($0.finding) }?.words ?? "已核对原始凭证和账簿，数据属实，佐证材料存档备查。"
  }

  private static let explanations = [
    (finding: "C04", words: "年初预算数按批复的基本支出填写；项目支出在年中追加，没有列入年初批复。"),
    (finding: "E03:base/projectExpenditure", words: "上年有一次性的市场建设专项资金，本年没有安排，项目支出相应减少。"),
    (finding: "E03:base/procurement", words: "本年集中更换办公电脑和会议设备，政府采购比上年增加。"),
    (finding: "H07", words: "本单位没有公务用车，也没有因公出国，三公经费只有公务接待。"),
    (finding: "Q05", words: "设此指标是为了压减支付差错；下年改为反映履职成效的指标。"),
    (finding: "Q08", words: "满意率来自办事窗口全年的评价记录，没有另行抽样；下年增加问卷调查。"),
    (finding: "Q20", words: "年初没有编列政府采购预算，更换设备按年中批复的调剂指标办理。"),
    (finding: "Q21:base/operatingExpense", words: "年中追加了招商活动和人员增加后的公用经费，批复文件存档备查。"),
    (finding: "Q21:base/meetingsAndTraining", words: "承办全县商务工作会议，会议费由年中追加的指标安排。"),
    (finding: "P04", words: "所留的是单位对外公布的办公电话，便于公众查询。"),
  ]
}
