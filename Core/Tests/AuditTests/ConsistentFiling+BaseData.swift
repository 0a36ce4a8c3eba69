extension ConsistentFiling {
  /// Amounts in 元 that the other forms repeat.
  struct Spending {
    var funds: [(name: String, budget: Int, final: Int)] = []
    var basic: [String: Int] = [:]
    var project: [String: Int] = [:]
  }

  mutating func fillStaff() {
    let posts = random.number(5...80)
    let actual = random.number(1...posts + 3)
    self["base/staff/posts"] = "\(posts)"
    self["base/staff/actual"] = "\(actual)"
    self["base/staff/rate"] = percent(actual, of: posts)
  }

  mutating func fillSpending() -> Spending {
    var spending = Spending()
    let names = ["农贸市场改造", "以旧换新", "冷链物流", "企业入规奖补"].shuffled(using: &random).prefix(random.number(0...4))
    spending.funds = names.map { ($0, 0, 0) }
    for column in ["last", "budget", "final"] {
      fillThreePublic(column)
      spending.project[column] = fillProjects(column, &spending)
      spending.basic[column] = fillOperating(column)
      write("base/procurement/\(column)", yuan(0...30))
    }
    return spending
  }

  private mutating func fillThreePublic(_ column: String) {
    let parts = [random.chance(20) ? yuan(10...20) : 0, yuan(1...5), random.chance(10) ? yuan(1...3) : 0, yuan(0...5)]
    for (row, amount) in zip(["vehiclePurchase", "vehicleRunning", "abroad", "reception"], parts) {
      write("base/\(row)/\(column)", amount)
    }
    write("base/vehicles/\(column)", parts[0] + parts[1])
    write("base/threePublic/\(column)", parts.reduce(0, +))
  }

  private mutating func fillProjects(_ column: String, _ spending: inout Spending) -> Int {
    let others = [yuan(5...40), yuan(0...20)]
    write("base/businessWork/\(column)", others[0])
    write("base/maintenance/\(column)", others[1])
    var special = 0
    for index in spending.funds.indices {
      let amount = yuan(3...120)
      special += amount
      if column == "budget" { spending.funds[index].budget = amount }
      if column == "final" { spending.funds[index].final = amount }
      self["base/specialFunds.\(index + 1)/name"] = spending.funds[index].name + "专项资金"
      write("base/specialFunds.\(index + 1)/\(column)", amount)
    }
    write("base/specialFunds/\(column)", special)
    write("base/projectExpenditure/\(column)", others[0] + others[1] + special)
    return others[0] + others[1] + special
  }

  private mutating func fillOperating(_ column: String) -> Int {
    let operating = yuan(60...250)
    write("base/operatingExpense/\(column)", operating)
    for row in ["officeExpense", "utilitiesAndTravel", "meetingsAndTraining"] {
      write("base/\(row)/\(column)", yuan(0...15))
    }
    let basic = operating + yuan(40...300)
    write("base/basicExpenditure/\(column)", basic)
    return basic
  }

  mutating func fillBuildings() {
    for line in 1...2 where random.chance(50) {
      let (approved, actual) = (random.number(300...2000), random.number(200...2200))
      self["base/buildings.\(line)/approvedArea"] = "\(approved)"
      self["base/buildings.\(line)/actualArea"] = "\(actual)"
      self["base/buildings.\(line)/areaRate"] = percent(actual, of: approved)
      let (budget, spent) = (yuan(50...400), yuan(50...420))
      write("base/buildings.\(line)/budgetInvestment", budget)
      write("base/buildings.\(line)/actualInvestment", spent)
      self["base/buildings.\(line)/investmentRate"] = percent(spent, of: budget)
    }
  }
}
