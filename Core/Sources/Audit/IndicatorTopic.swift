import Evaluation
import Reading
import Text

/// What an indicator speaks of, by its name and its target: the words that several rules share.
extension IndicatorLine {
  /// Its name is a rate or progress of payment: 支出及时率, 资金支付进度. Money that reaches people is no such thing.
  var isAboutPayment: Bool { name.folded.holds(anyOf: Self.payments) && !isAboutOthersMoney }
  private static let payments = [
    "支付率", "支付及时", "支付进度", "支付完成率", "支出率", "支出及时", "支出进度", "支出完成率", "支出执行率", "拨付率", "拨付及时", "拨付进度", "付款率", "付款及时",
    "付款进度", "资金使用率", "资金使用进度", "经费使用率", "预算执行率", "预算执行进度", "预算执行及时", "预算完成率", "资金执行率", "经费执行率", "资金到位及时", "资金下达及时",
  ]

  /// Money for people or firms, or theirs: paying it is the unit's work. 补贴支付率, 农民工工资支付率, 移动支付率.
  private var isAboutOthersMoney: Bool {
    name.holds(anyOf: [
      "补贴", "补助", "补偿", "救助", "救济", "待遇", "奖补", "奖励", "养老金", "低保", "津贴", "赔付", "贷款", "账款", "直补", "惠农", "惠民", "农民工",
      "医保", "报销",
      "电子支付", "移动支付",
    ])
  }

  /// Says only that money was spent, in time or rightly: nothing of what the unit did with it.
  var restatesSpending: Bool {
    let name = name.folded
    return isAboutPayment || Self.running.contains(name)
      || name.holds(anyOf: ["支出正确", "支出准确", "支出合规", "资金使用正确"]) && !isAboutOthersMoney
  }
  private static let running: Set<String> = [
    "保工资", "保运转", "保基本运转", "保障工资发放", "保障职工工资发放", "保障人员工资", "工资发放", "工资发放率", "工资发放及时率", "工资按时发放率",
    "职工工资发放率", "人员工资发放率", "人员经费", "人员经费保障率", "公用经费", "公用经费保障率", "基本支出", "项目支出", "运转经费", "经费保障率", "资金保障率",
  ]

  /// Its target is money, or money for each of something.
  var hasMoneyTarget: Bool {
    guard case .quantity(let target) = target else { return false }
    let unit = target.comparable.unit
    return unit.begins(with: "元") || ["美元", "欧元", "港元", "日元"].contains(unit)
  }

  /// Its target is words, without a number that could be read.
  var isQualitative: Bool {
    guard case .words = target else { return false }
    return !target.isUnclear
  }
}
