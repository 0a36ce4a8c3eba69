/// A special fund of the demo's commerce bureau and what came of it.
struct DemoFund: Sendable {
  let name: String
  /// 万元, as typed.
  let amount: String
  /// What is counted, how much was wanted, how much there was.
  let object: String
  let target: String
  let actual: String
  let finished: String
  let awareness: String
  let satisfaction: String
  /// nil where everything came up to what was wanted.
  var shortfall: DemoShortfall?

  /// Hundredths of 万元.
  var hundredths: Int { Self.hundredths(of: amount) }

  /// What was typed, in hundredths: "77.7" → 7770.
  static func hundredths(of amount: String) -> Int {
    let parts = amount.split(separator: ".")
    let fraction = parts.count > 1 ? (parts[1] + "00").prefix(2) : "00"
    return (parts.first.flatMap { Int($0) } ?? 0) * 100 + (Int(fraction) ?? 0)
  }

  static let commerce = [
    DemoFund(
      name: "农贸市场改造专项资金", amount: "77.7", object: "改造农贸市场数量", target: "2个", actual: "2个", finished: "2024年11月18日",
      awareness: "91%", satisfaction: "94%",
      shortfall: DemoShortfall(
        kind: .awareness, actual: "81%", score: "14.29", reason: "改造消息只在市场内张贴，周边居民知道得少；明年施工前在社区公示栏和居民群同步告知。")),
    DemoFund(
      name: "企业补助资金专项资金", amount: "97.3", object: "补助企业数量", target: "12家", actual: "13家", finished: "2024年10月25日",
      awareness: "88%", satisfaction: "97%",
      shortfall: DemoShortfall(
        kind: .investment, actual: "94%", score: "14.1", reason: "部分企业设备投资推迟到次年一季度；明年把投资进度作为分批拨付的条件。")),
    DemoFund(
      name: "废品回收站点规范管理专项资金", amount: "14.5", object: "规范回收站点数量", target: "9个", actual: "9个",
      finished: "2024年12月6日", awareness: "86%", satisfaction: "92%",
      shortfall: DemoShortfall(
        kind: .satisfaction, actual: "87%", score: "9.67", reason: "个别站点夜间作业有噪声，附近居民有意见；明年限定作业时间，压缩设备移入室内。")),
    DemoFund(
      name: "家电以旧换新专项资金", amount: "28.5", object: "兑付补贴台数", target: "950台", actual: "982台", finished: "2024年12月20日",
      awareness: "93%", satisfaction: "96%"),
  ]
}
