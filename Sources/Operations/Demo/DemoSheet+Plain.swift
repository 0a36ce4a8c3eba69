import Evaluation

extension DemoSheet {
  /// A unit with these special funds, its figures consistent with each other.
  mutating func fillPlain(_ story: DemoStory, _ funds: [DemoFund], seed: UInt64) {
    let duty = story.duty
    var random = DemoRandom(seed: seed)
    let posts = random.amount(15...60)
    row("base/staff", ["posts", "actual"], ["\(posts)", "\(posts - random.amount(0...4))"])
    let reception = random.amount(80...600)
    row("base/reception", Self.years, [demoAmount(reception + 40), demoAmount(reception + 20), demoAmount(reception)])
    let vehicles = random.amount(100...500)
    row(
      "base/vehicleRunning", Self.years, [demoAmount(vehicles + 30), demoAmount(vehicles + 10), demoAmount(vehicles)])
    row("base/vehiclePurchase", Self.years, ["0", "0", "0"])
    row("base/abroad", Self.years, ["0", "0", "0"])
    let work = random.amount(3_000...20_000)
    row("base/businessWork", Self.years, [demoAmount(work - 500), demoAmount(work), demoAmount(work)])
    row("base/maintenance", Self.years, ["0", "0", "0"])
    fillFunds(funds)
    let operating = random.amount(5_000...15_000)
    row(
      "base/operatingExpense", Self.years,
      [demoAmount(operating + 900), demoAmount(operating), demoAmount(operating - 120)])
    let office = operating / 5
    row("base/officeExpense", Self.years, [demoAmount(office + 90), demoAmount(office), demoAmount(office - 20)])
    let travel = operating / 4
    row("base/utilitiesAndTravel", Self.years, [demoAmount(travel + 80), demoAmount(travel), demoAmount(travel - 30)])
    row(
      "base/meetingsAndTraining", Self.years,
      [demoAmount(office / 4 + 60), demoAmount(office / 4), demoAmount(office / 4 - 10)])
    row("base/procurement", Self.years, [demoAmount(office + 200), demoAmount(office + 100), demoAmount(office + 50)])
    let basic = operating * 3
    row("base/basicExpenditure", Self.years, [demoAmount(basic + 800), demoAmount(basic), demoAmount(basic)])
    set("base/buildings/none", "是")
    set("base/economyMeasures/text", Self.economyMeasures[Int(seed) % Self.economyMeasures.count])
    let projects = work + funds.reduce(0) { $0 + $1.hundredths }
    let total = demoAmount(basic + projects)
    row("self/total", ["initial", "budget", "executed"], [total, total, total])
    row("self/income", ["generalBudget", "governmentFund", "other"], [total, "0", "0"])
    row("self/spending", ["basic", "project"], [demoAmount(basic), demoAmount(projects)])
    set("self/goal/target", story.goal)
    set("self/goal/actual", story.outcome)
    let count = random.amount(8...60)
    indicator("self", "quantity", "服务\(duty)数量", "≥\(count)个", "\(count + 2)个", "15", "15")
    indicator("self", "quality", "重点工作合格率", "≥95%", "97%", "15", "15")
    indicator("self", "timeliness", "重点工作完成时间", "2024年12月31日前", "2024年12月\(random.amount(5...25))日", "10", "10")
    indicator("self", "cost", "公用经费控制数", "≤\(demoAmount(operating))万元", "\(demoAmount(operating - 120))万元", "10", "10")
    indicator("self", "economic", "预算资金保障率", "≥95%", "96%", "10", "10")
    let known = DemoShortfall.ofUnit(seed)
    indicator("self", "social", "群众知晓率", "≥90%", known.actual, "10", known.score, known.reason)
    indicator("self", "sustained", "制度健全率", "≥90%", "92%", "10", "10")
    indicator("self", "satisfaction", "服务对象满意度", "≥90%", "93%", "10", "10")
    remove("ecological", from: "self")
    for fund in funds { fillProject(fund, of: filing.unit.name) }
    writeReports(story, seed: seed)
  }

  private mutating func fillFunds(_ funds: [DemoFund]) {
    guard !funds.isEmpty else { return row("base/specialFunds", Self.years, ["0", "0", "0"]) }
    set("base/specialFunds/last", demoAmount(funds.reduce(0) { $0 + $1.hundredths } / 10 * 9))
    for fund in funds {
      let line = addLine("base", under: "specialFunds")
      row("base/\(line)", ["name", "budget", "final"], [fund.name, fund.amount, fund.amount])
    }
  }

  private static let economyMeasures = [
    "严格执行预算，压减会议、接待和车辆支出，办公设备优先调剂使用。", "三公经费按季公开，公务出行拼车，文件尽量无纸化。",
    "支出先审批后办理，大额采购集体研究；水电费按股室公示。", "会议优先采用视频方式，培训与业务会议合并举办，接待一律在单位食堂。",
  ]
}
