/// Where a demo project fell short of what was wanted, and why.
struct DemoShortfall: Sendable {
  enum Kind: Sendable { case awareness, satisfaction, investment }

  let kind: Kind
  let actual: String
  let score: String
  let reason: String

  /// Those of the funds of a large county; every second fund or so has one.
  static func usual(_ number: Int) -> DemoShortfall? {
    number.isMultiple(of: 2) ? nil : all[number / 2 % all.count]
  }

  private static let all = [
    DemoShortfall(
      kind: .awareness, actual: "82%", score: "14.47", reason: "资料只在镇上张贴，没有入户讲解；明年下村时逐户发放明白卡。"),
    DemoShortfall(
      kind: .satisfaction, actual: "87%", score: "9.67", reason: "有受益对象反映等候时间长；明年资料齐全后十五个工作日内办结。"),
    DemoShortfall(
      kind: .investment, actual: "96%", score: "14.4", reason: "部分自筹投入年底才落实；明年把投入进度作为分批拨付的条件。"),
    DemoShortfall(
      kind: .awareness, actual: "80%", score: "14.12", reason: "宣传集中在年初，后期没有跟进；明年每季度在公示栏和村组群中更新一次。"),
    DemoShortfall(
      kind: .satisfaction, actual: "84%", score: "9.33", reason: "反映的问题答复不及时；明年指定专人登记，五个工作日内答复。"),
    DemoShortfall(
      kind: .awareness, actual: "83%", score: "14.65", reason: "受访者以老年人居多，短信通知收效小；明年改由村组干部上门告知。"),
    DemoShortfall(
      kind: .investment, actual: "92%", score: "13.8", reason: "选点调整后重新评审，社会投入相应推迟；明年上半年完成选点和评审。"),
  ]

  /// What an ordinary unit's reason is for too few people knowing of its work.
  static func ofUnit(_ seed: UInt64) -> (actual: String, score: String, reason: String) { units[Int(seed % 6)] }

  private static let units: [(actual: String, score: String, reason: String)] = [
    ("85%", "9.44", "宣传集中在县城，乡镇覆盖不够；明年增加乡镇宣传场次。"),
    ("84%", "9.33", "只发放了纸质资料，当面讲解少；明年结合走访逐户讲解，每季度一次。"),
    ("86%", "9.56", "问卷回收时正值农忙，答卷不完整；明年改在农闲时入户调查。"),
    ("87%", "9.67", "宣传内容偏专业，群众看不懂；明年改为图解和短视频，在村组群中转发。"),
    ("83%", "9.22", "新增服务事项年底才公布，知道的人少；明年公布当月同步宣传。"),
    ("81%", "9", "宣传任务没有分到人，活动次数不足；明年列出计划，由各股室分片负责。"),
  ]
}
