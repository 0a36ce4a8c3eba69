import Audit
import Evaluation
import Reading

/// The cells of a made-up filing in which everything agrees: typed cells and, as a unit would write them, computed ones.
struct ConsistentFiling {
  /// How finely the true amounts are known. Forms show 0.01 万元.
  enum Precision: CaseIterable {
    /// Whole hundreds of 元: every figure on the forms is exact.
    case exact
    /// Whole 元: every figure on the forms is rounded on its own, totals too.
    case rounded
  }

  private(set) var cells: [String: String] = [:]
  let tree: String
  private var random: SeededRandom
  private let precision: Precision

  init(seed: Int, _ precision: Precision) {
    random = SeededRandom(seed: seed)
    self.precision = precision
    tree = random.chance(50) ? "classic" : "cost-first"
    fillStaff()
    let spending = fillSpending()
    fillBuildings()
    fillSheets(spending)
  }

  subscript(cell: String) -> String {
    get { cells[cell] ?? "" }
    set { cells[cell] = newValue }
  }

  mutating func remove(sheet: String) { cells = cells.filter { !$0.key.hasPrefix("\(sheet)/") } }

  var filing: Filing {
    let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)
    var filing = Filing(blank: unit, year: 2024, policies: .example)
    for (text, value) in cells.sorted(by: { $0.key < $1.key }) {
      guard let address = CellAddress(text) else { preconditionFailure("no address: \(text)") }
      if filing.sheet(address.sheet) == nil { filing.sheets.append(Sheet(id: address.sheet, form: "project")) }
      guard let index = filing.sheets.firstIndex(where: { $0.id == address.sheet }) else { continue }
      if let dot = address.row.firstIndex(of: "."), !filing.sheets[index].rows.contains(where: { $0.id == address.row })
      {
        filing.sheets[index].rows.append(AddedRow(id: address.row, under: String(address.row[..<dot])))
      }
      if address.sheet == "self" { filing.sheets[index].tree = tree }
      if !value.isEmpty { filing.sheets[index].entries[address.key] = Entry(value) }
    }
    return filing
  }
}

// MARK: 基础数据表

extension ConsistentFiling {
  /// Amounts in 元 that the other forms repeat.
  struct Spending {
    var funds: [(name: String, budget: Int, final: Int)] = []
    var basic: [String: Int] = [:]
    var project: [String: Int] = [:]
  }

  private mutating func fillStaff() {
    let posts = random.number(5...80)
    let actual = random.number(1...posts + 3)
    self["base/staff/posts"] = "\(posts)"
    self["base/staff/actual"] = "\(actual)"
    self["base/staff/rate"] = percent(actual, of: posts)
  }

  private mutating func fillSpending() -> Spending {
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

  private mutating func fillBuildings() {
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

// MARK: 自评表

extension ConsistentFiling {
  private mutating func fillSheets(_ spending: Spending) {
    let (basic, project) = (spending.basic["final", default: 0], spending.project["final", default: 0])
    var adjusted = 0
    for (number, fund) in spending.funds.enumerated() {
      let sheet = "project-\(number + 1)"
      let budget = fund.final + (random.chance(50) ? yuan(1...10) : 0)
      adjusted += budget - fund.final
      self["\(sheet)/project/name"] = random.chance(50) ? fund.name : "2024年\(fund.name) 项目"
      self["\(sheet)/project/department"] = "示例县商务局"
      for (column, amount) in [("initial", fund.budget), ("budget", budget), ("executed", fund.final)] {
        let parts = split(amount)
        write("\(sheet)/total/\(column)", amount)
        for (row, part) in zip(["fiscal", "carryOver", "otherFunds"], parts) {
          write("\(sheet)/\(row)/\(column)", part)
        }
      }
      let execution = fillExecution(of: sheet, fund.final, of: budget)
      fillIndicators(
        of: sheet, groups: [["quantity", "quality", "cost"], ["social", "economic"], ["satisfaction"]], [50, 30, 10],
        execution)
    }
    let executed = basic + project
    let budget = executed + adjusted + yuan(0...30)
    write("self/total/initial", spending.basic["budget", default: 0] + spending.project["budget", default: 0])
    write("self/total/budget", budget)
    write("self/total/executed", executed)
    write("self/income/total", budget)
    write("self/spending/total", executed)
    write("self/spending/basic", basic)
    write("self/spending/project", project)
    for (column, part) in zip(["generalBudget", "governmentFund", "other"], split(budget)) {
      write("self/income/\(column)", part)
    }
    let execution = fillExecution(of: "self", executed, of: budget)
    let isClassic = tree == "classic"
    fillIndicators(
      of: "self",
      groups: (isClassic ? [] : [["economicCost", "socialCost"]]) + [
        ["quantity", "quality", "timeliness"], ["social", "sustained"], ["satisfaction"],
      ],
      isClassic ? [50, 30, 10] : [20, 40, 20, 10], execution)
  }

  /// The points of budget execution, in hundredths.
  private mutating func fillExecution(of sheet: String, _ executed: Int, of budget: Int) -> Int {
    self["\(sheet)/total/points"] = "10"
    self["\(sheet)/total/rate"] = percent(executed, of: budget)
    // What the forms show decides, as in the system.
    let shown = (hundredths(executed), hundredths(budget))
    let score = min(1000, (shown.0 * 2000 + shown.1) / (2 * shown.1))
    self["\(sheet)/total/score"] = decimal(score)
    return score
  }

  private mutating func fillIndicators(of sheet: String, groups: [[String]], _ points: [Int], _ execution: Int) {
    var total = execution
    for (nodes, points) in zip(groups, points) {
      let shares = random.split(points, into: random.number(nodes.count...nodes.count + 2))
      for (number, share) in shares.enumerated() {
        let row = "\(sheet)/\(nodes[number % nodes.count]).\(number + 1)"
        let lost = random.chance(20) ? random.number(1...50) : 0
        self["\(row)/name"] = "指标\(number + 1)"
        self["\(row)/target"] = "100%"
        self["\(row)/actual"] = lost > 0 ? "98%" : "100%"
        self["\(row)/points"] = "\(share)"
        self["\(row)/score"] = decimal(share * 100 - lost)
        self["\(row)/reason"] = lost > 0 ? "宣传不足，明年增加两次" : ""
        total += share * 100 - lost
      }
    }
    self["\(sheet)/sum/points"] = "100"
    self["\(sheet)/sum/score"] = decimal(total)
  }
}

// MARK: Numbers

extension ConsistentFiling {
  /// A true amount within a range of 万元, in 元.
  private mutating func yuan(_ range: ClosedRange<Int>) -> Int {
    let amount = random.number(range.lowerBound * 10_000...range.upperBound * 10_000)
    // Nothing so small that a form shows it as zero.
    guard amount >= 100 else { return 0 }
    return precision == .exact ? amount / 100 * 100 : amount
  }

  /// Three parts of an amount, the later ones sometimes nothing.
  private mutating func split(_ amount: Int) -> [Int] {
    guard amount >= 20_000, random.chance(60) else { return [amount, 0, 0] }
    let rest = precision == .exact ? amount / 300 * 100 : amount / 3
    let other = random.chance(50) ? 0 : precision == .exact ? amount / 500 * 100 : amount / 5
    return [amount - rest - other, rest, other]
  }

  /// Nothing is left blank or written as zero.
  private mutating func write(_ cell: String, _ amount: Int) {
    self[cell] = amount == 0 ? (random.chance(50) ? "" : "0") : decimal(hundredths(amount))
  }

  private func hundredths(_ yuan: Int) -> Int { (yuan + 50) / 100 }

  /// "77.70" or "77.7", as people write it.
  private mutating func decimal(_ hundredths: Int) -> String {
    let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    guard random.chance(70) else { return text }
    let bare = text.last == "0" ? String(text.dropLast()) : text
    return bare.hasSuffix(".0") ? String(bare.dropLast(2)) : bare
  }

  private mutating func percent(_ part: Int, of whole: Int) -> String {
    decimal((part * 20_000 + whole) / (2 * whole)) + (random.chance(50) ? "%" : "")
  }
}
