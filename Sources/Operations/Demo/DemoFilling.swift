import Evaluation

extension DemoContent {
  /// A filing that was just begun, filled.
  func filled(_ filing: Filing, signedBy signers: DemoSigners = .someone) -> DemoSheet {
    var sheet = DemoSheet(filing)
    switch self {
    case .commerce: sheet.fillCommerce()
    case .trade: sheet.fillTrade()
    case .plain(let story, let funds, let seed): sheet.fillPlain(story, funds, seed: seed)
    }
    sheet.sign(signers)
    return sheet
  }
}

extension DemoSheet {
  static let years = ["last", "budget", "final"]

  mutating func fillCommerce() {
    row("base/staff", ["posts", "actual"], ["20", "17"])
    row("base/reception", Self.years, ["2.28", "2", "0.31"])
    row("base/businessWork", Self.years, ["72.08", "74", "27"])
    row("base/maintenance", Self.years, ["95.44", nil, nil])
    set("base/specialFunds/last", "8394.85")
    for fund in DemoFund.commerce {
      let line = addLine("base", under: "specialFunds")
      set("base/\(line)/name", fund.name)
      set("base/\(line)/final", fund.amount)
    }
    row("base/operatingExpense", Self.years, ["258.83", "90.76", "221.98"])
    row("base/officeExpense", Self.years, ["5.81", "12.5", "5.89"])
    row("base/utilitiesAndTravel", Self.years, ["19.88", "2.3", "20.07"])
    row("base/meetingsAndTraining", Self.years, ["2.92", "0", "1.71"])
    row("base/procurement", Self.years, ["12.6", nil, "31"])
    row("base/basicExpenditure", Self.years, ["504.19", "264.01", "471.83"])
    set("base/buildings/none", "是")
    set("base/economyMeasures/text", "严格支出审批，压减一般性支出；没有预算和政策依据的支出一律不予办理。")
    row("self/total", ["initial", "budget", "executed"], ["264.01", "716.83", "716.83"])
    row("self/income", ["generalBudget", "governmentFund", "other"], ["591.97", "109.35", "15.52"])
    row("self/spending", ["basic", "project"], ["471.83", "245"])
    set("self/goal/target", DemoStory.commerce.goal)
    set("self/goal/actual", DemoStory.commerce.outcome)
    indicator("self", "quantity", "农贸市场改造投入", "≥77.7万元", "77.7万元", "5", "5")
    indicator("self", "quantity", "家电以旧换新补贴", "≥28.5万元", "28.5万元", "5", "5")
    indicator("self", "quality", "支出正确率", "100%", "100%", "20", "20")
    indicator("self", "timeliness", "支出及时率", "100%", "100%", "10", "10")
    indicator("self", "cost", "基本支出控制", "≤106.2万元", "106.2万元", "10", "8", "部分费用年底集中支付，进度不均；明年按月排定用款计划。")
    indicator("self", "economic", "工资保障率", "100%", "100%", "15", "15")
    indicator("self", "social", "政策知晓率", "100%", "100%", "15", "13", "抽样范围偏小，结果代表性不足；明年扩大调查样本。")
    indicator("self", "satisfaction", "受益对象满意率", "100%", "100%", "10", "10")
    remove("ecological", from: "self")
    remove("sustained", from: "self")
    for fund in DemoFund.commerce { fillProject(fund, of: "云溪县商务局") }
    writeReports(.commerce, seed: 14)
  }

  mutating func fillTrade() {
    row("base/staff", ["posts", "actual"], ["8", "7"])
    for line in ["vehiclePurchase", "vehicleRunning", "abroad"] { row("base/\(line)", Self.years, ["0", "0", "0"]) }
    row("base/reception", Self.years, ["11.64", "10", "7.96"])
    row("base/businessWork", Self.years, ["0", "20.62", "20.62"])
    row("base/maintenance", Self.years, ["0", "0", "0"])
    row("base/specialFunds", Self.years, ["0", "0", "0"])
    row("base/operatingExpense", Self.years, ["116.05", "81.03", "80.87"])
    row("base/officeExpense", Self.years, ["18.06", "15.78", "15.78"])
    row("base/utilitiesAndTravel", Self.years, ["17.37", "18.55", "18.55"])
    row("base/meetingsAndTraining", Self.years, ["0.27", "0.39", "0.39"])
    row("base/procurement", Self.years, ["31.55", "20.55", "20.55"])
    row("base/basicExpenditure", Self.years, ["206.46", "174.1", "174.1"])
    set("base/buildings/none", "是")
    set("base/economyMeasures/text", "控制公务接待批次和标准，会议培训优先采用视频方式，绩效结果与下年预算安排挂钩。")
    row("self/total", ["initial", "budget", "executed"], ["124.08", "194.72", "194.72"])
    row("self/income", ["generalBudget", "governmentFund", "other"], ["194.56", "0", "0.16"])
    row("self/spending", ["basic", "project"], ["174.1", "20.62"])
    set("self/goal/target", DemoStory.trade.goal)
    set("self/goal/actual", DemoStory.trade.outcome)
    indicator("self", "quantity", "新签约项目", "≥80个", "84个", "5", "5")
    indicator("self", "quantity", "投资过亿项目", "≥8个", "19个", "5", "5", "个别大项目提前签约；明年按储备情况调高指标值。")
    indicator("self", "quantity", "开展招商洽谈活动", "≥30次", "30次", "5", "5")
    indicator("self", "quality", "招商任务分解率", "＝100%", "100%", "5", "5")
    indicator("self", "quality", "宣传推介渠道拓展率", "＝100%", "100%", "5", "5")
    indicator("self", "quality", "廉政教育覆盖率", "＝100%", "100%", "5", "5")
    indicator("self", "timeliness", "各项任务完成期限", "2024年12月31日前", "2024年12月20日", "10", "10")
    indicator("self", "cost", "预算控制率", "≤100%", "100%", "10", "10")
    indicator("self", "economic", "招商引资带动作用", "定性", "有效推进，达成预期", "15", "13", "带动的税收尚未入库；明年跟踪已签约项目投产纳税。")
    indicator("self", "social", "推进在外企业家返乡投资", "定性", "有效推进，达成预期", "15", "15")
    indicator("self", "satisfaction", "招商对象满意度", "≥90%", "93%", "10", "10")
    remove("ecological", from: "self")
    remove("sustained", from: "self")
    writeReports(.trade, seed: 16)
    set("report/other/text", "自评资料由办公室存档备查，联系人：何俊，电话：0739-5550166。")
  }

  mutating func fillProject(_ fund: DemoFund, of unit: String) {
    let project = addProject()
    let (name, amount) = (fund.name, fund.amount)
    func benefit(
      _ node: String, _ title: String, _ target: String, _ actual: String, _ points: String, _ kind: DemoShortfall.Kind
    ) {
      let shortfall = fund.shortfall?.kind == kind ? fund.shortfall : nil
      indicator(
        project, node, title, target, shortfall?.actual ?? actual, points, shortfall?.score ?? points,
        shortfall?.reason ?? "")
    }
    set("\(project)/project/name", name)
    set("\(project)/project/department", unit)
    set("\(project)/project/implementer", unit)
    row("\(project)/fiscal", ["initial", "budget", "executed"], [amount, amount, amount])
    set("\(project)/goal/target", "按批复的范围和标准完成\(name)。")
    set("\(project)/goal/actual", "已按批复完成，资金\(amount)万元全部支付。")
    indicator(project, "quantity", fund.object, "≥\(fund.target)", fund.actual, "15", "15")
    indicator(project, "quality", "验收合格率", "＝100%", "100%", "15", "15")
    indicator(project, "timeliness", "完成时间", "2024年12月31日前", fund.finished, "10", "10")
    indicator(project, "cost", "补助资金总额", "≤\(amount)万元", "\(amount)万元", "10", "10")
    benefit("economic", "带动社会投入", "≥100%", "100%", "15", .investment)
    benefit("social", "群众知晓率", "≥85%", fund.awareness, "15", .awareness)
    benefit("satisfaction", "受益对象满意度", "≥90%", fund.satisfaction, "10", .satisfaction)
    for node in ["ecological", "sustained"] { remove(node, from: project) }
  }
}
