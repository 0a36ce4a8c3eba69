/// Something that did not go well in a demo unit, with its cause, and what will be done about it.
struct DemoWeakness: Sendable {
  let problem: String
  let measure: String

  static let usual = [
    DemoWeakness(
      problem: "用款进度前低后高，第四季度支付较为集中，原因是项目前期准备偏晚。", measure: "年初排定用款计划，由财务人员按季通报支付进度，六月底前完成前期手续。"),
    DemoWeakness(
      problem: "满意度调查样本偏少，主要在办事窗口发放，代表性不足。", measure: "下年由各股室分片入户，样本扩大到服务对象的百分之十，十月底前完成。"),
    DemoWeakness(
      problem: "部分指标值参照上年设定，没有结合当年任务调整，约束力不强。", measure: "编制下年预算时由业务股室逐项提出指标值和依据，经单位会议审定。"),
    DemoWeakness(
      problem: "固定资产台账更新不及时，个别已报废设备仍在账上，原因是领用和处置手续分散。", measure: "三月底前完成资产清查，领用、处置统一由办公室登记，按月与财务对账。"),
    DemoWeakness(
      problem: "绩效资料由财务一人整理，业务股室参与不够，佐证材料收集较慢。", measure: "指定各股室绩效联络人，随业务进展归集资料，按季交财务汇总。"),
    DemoWeakness(
      problem: "预算编制不够细，年中调剂次数偏多，原因是对临时性任务估计不足。", measure: "编制预算前逐项测算上年实际支出，临时性任务在限额内统筹，减少调剂。"),
    DemoWeakness(
      problem: "个别合同约定的验收标准不具体，付款审核依据不足。", measure: "修订合同范本，写明验收标准和付款条件，由办公室和财务共同审核。"),
  ]

  /// What an indicator's reason says: "宣传集中在县城；明年增加乡镇宣传场次。" The part behind ";" is the measure.
  init?(_ line: DemoLine) {
    let parts = line.reason.split(separator: "；", maxSplits: 1).map(String.init)
    guard parts.count == 2, line.points != line.score else { return nil }
    problem = "\(line.name)扣分：指标值\(line.target)，实际\(line.actual)，\(parts[0])。"
    measure = parts[1]
  }

  private init(problem: String, measure: String) {
    self.problem = problem
    self.measure = measure
  }
}

/// One line of indicators as the demo filled it in.
struct DemoLine: Sendable {
  let node: String
  let name: String
  let target: String
  let actual: String
  let points: String
  let score: String
  let reason: String
}
