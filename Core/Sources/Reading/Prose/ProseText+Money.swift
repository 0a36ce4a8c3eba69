extension ProseText {
  /// 资金29.6万, 将141.8万补助资金: 万 without 元 counts money where the words on one side say so.
  func isMoneyAlone(_ measure: ProseMeasure, from start: ProsePlace) -> Bool {
    guard measure.isMultiplied, measure.word == nil, !measure.isChinese else { return false }
    let behind = skippingBlanks(measure.end)
    for word in Self.moneyBehind where taking(word, at: behind) != nil { return true }
    let isClosed = self[behind] == 0 || self[behind] == 0x0A || self[behind].isOne(of: ",;.)、。")
    guard isClosed else { return false }
    var end = droppingBlanks(before: start)
    for link: StaticString in ["为", "共计", "计", "共", "达"] {
      if let place = retaking(link, before: end) { end = place }
    }
    return Self.moneyBefore.contains { retaking($0, before: end) != nil }
  }

  private static let moneyBehind: [StaticString] = ["补助资金", "资金", "经费", "补贴资金", "专项资金"]
  private static let moneyBefore: [StaticString] = [
    "资金", "经费", "执行数", "支出", "支付", "预算", "预算数", "金额", "到位", "未支", "投入", "结转", "结余", "总投资", "决算数", "拨付",
  ]
}
