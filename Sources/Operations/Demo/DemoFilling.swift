import Evaluation

extension DemoContent {
  /// The edits that fill a filing which was just begun.
  func edits(for filing: Filing) -> [Edit] {
    var sheet = DemoSheet(filing)
    switch self {
    case .commerce: sheet.fillCommerce()
    case .trade: sheet.fillTrade()
    case .plain(let seed, let duty): sheet.fillPlain(seed: seed, duty: duty)
    }
    return sheet.edits
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
    let funds = [("农贸市场改造", "77.7"), ("企业补助资金", "97.3"), ("废品回收站点规范管理", "14.5"), ("家电以旧换新", "28.5")]
    for (name, amount) in funds {
      let line = addLine("base", under: "specialFunds")
      set("base/\(line)/name", "\(name)专项资金")
      set("base/\(line)/final", amount)
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
    set("self/goal/target", "做好招商引资、电子商务和市场体系建设，专款专用。")
    set("self/goal/actual", "四项专项资金全部拨付到位，农贸市场改造完工，家电以旧换新按期办结。")
    indicator("self", "quantity", "农贸市场改造投入", "≥77.7万元", "77.7万元", "5", "5")
    indicator("self", "quantity", "家电以旧换新补贴", "≥28.5万元", "28.5万元", "5", "5")
    indicator("self", "quality", "支出正确率", "≥100%", "100%", "20", "20")
    indicator("self", "timeliness", "支出及时率", "≥100%", "100%", "10", "10")
    indicator("self", "cost", "基本支出控制", "≤106.2万元", "106.2万元", "10", "8", "部分费用年底集中支付，进度不均；明年按月排定用款计划。")
    indicator("self", "economic", "工资保障率", "≥100%", "100%", "15", "15")
    indicator("self", "social", "政策知晓率", "≥100%", "100%", "15", "13", "抽样范围偏小，结果代表性不足；明年扩大调查样本。")
    indicator("self", "satisfaction", "受益对象满意率", "≥100%", "100%", "10", "10")
    remove("ecological", from: "self")
    remove("sustained", from: "self")
    for (name, amount) in funds { fillProject("\(name)专项资金", amount, of: "云溪县商务局") }
    writeReports(score: "96")
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
    set("self/goal/target", "招商引资稳中有进，服务外经贸企业，规范内部管理。")
    set("self/goal/actual", "全年新签约项目 84 个，其中投资过亿项目 19 个，外出招商洽谈 30 次。")
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
    writeReports(score: "98")
  }

  mutating func fillProject(_ name: String, _ amount: String, of unit: String) {
    let project = addProject()
    set("\(project)/project/name", name)
    set("\(project)/project/department", unit)
    set("\(project)/project/implementer", unit)
    row("\(project)/fiscal", ["initial", "budget", "executed"], [amount, amount, amount])
    set("\(project)/goal/target", "按批复的范围和标准完成\(name)。")
    set("\(project)/goal/actual", "已按批复完成，资金\(amount)万元全部支付。")
    indicator(project, "quantity", "支持对象数量", "≥1个", "1个", "15", "15")
    indicator(project, "quality", "验收合格率", "＝100%", "100%", "15", "15")
    indicator(project, "timeliness", "完成时间", "2024年12月31日前", "2024年12月10日", "10", "10")
    indicator(project, "cost", "补助资金总额", "≤\(amount)万元", "\(amount)万元", "10", "10")
    indicator(project, "economic", "带动社会投入", "≥100%", "100%", "15", "15")
    indicator(project, "social", "群众知晓率", "≥85%", "88%", "15", "15")
    indicator(project, "satisfaction", "受益对象满意度", "≥90%", "95%", "10", "10")
    for node in ["ecological", "sustained"] { remove(node, from: project) }
  }

  /// Fills every required section that has no text yet.
  mutating func writeReports(score: String) {
    for sheet in filing.sheets {
      guard case .report(let policy, let outline)? = filing.policies.definition(of: sheet) else { continue }
      if outline.id != "report", !filing.sheets.contains(where: { $0.id.hasPrefix("project-") }) { continue }
      for section in outline.sections where section.isRequired {
        let isStarted = filing.entry(at: CellAddress(sheet.id, section.id, "text")) != nil
        guard !isStarted || ["performance", "organisation"].contains(section.id) else { continue }
        set("\(sheet.id)/\(section.id)/text", Self.words(section, policy, score: score))
      }
    }
  }

  private static func words(_ section: ReportOutline.Section, _ policy: Policy, score: String) -> String {
    switch section.id {
    case "performance":
      let grade = policy.grades.first?.label ?? ""
      return "按自评表评分，自评得分\(score)分，等级为“\(grade)”。年初确定的各项任务均已完成。"
    case "organisation": return "2024年末，本单位内设股室4个：办公室、综合股、业务股、财务股。没有所属事业单位。"
    case "problems":
      return "（一）用款进度前低后高，第四季度支付较为集中。\n（二）满意度调查样本偏少，代表性不足。"
    case "measures":
      return "（一）按月排定用款计划，每季度通报支付进度。\n（二）明年将调查样本扩大到服务对象的百分之十。"
    case "disclosure":
      return "自评结果作为安排下年预算的依据，并在云溪县人民政府网站预决算公开栏公开。"
    default: return "本单位按照县财政局通知要求开展自评，情况属实，材料齐全。"
    }
  }
}
