import Audit
import Evaluation
import Foundation

/// Filled-in forms of very many units, column by column; one in twenty-five has a wrong cell.
struct MadeTables {
  private let checks: TableChecks
  private let count: Int
  private var values: [[Int64]]
  private var state: UInt64 = 7
  private static let nodes = [
    "quantity", "quantity", "quantity", "quality", "timeliness", "cost", "economic", "social", "social", "sustained",
    "satisfaction", "satisfaction",
  ]
  private static let points: [Int64] = [1000, 1000, 1000, 1000, 500, 500, 1000, 1000, 500, 500, 500, 500]

  init(count: Int) {
    self.count = count
    checks = TableChecks(shapedAs: Self.shape)
    values = checks.shape.columns.map { _ in [Int64](repeating: 0, count: count) }
    fill()
    disturb()
  }

  /// The forms of one unit: five funds, one building, twelve indicators.
  private static var shape: Filing {
    let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)
    var filing = Filing(blank: unit, year: 2024, policies: .example)
    for index in filing.sheets.indices {
      switch filing.sheets[index].id {
      case "base":
        filing.sheets[index].rows =
          (1...5).map { AddedRow(id: "f\($0)", under: "specialFunds") } + [AddedRow(id: "b1", under: "buildings")]
      case "self":
        filing.sheets[index].rows = nodes.enumerated().map { AddedRow(id: "r\($0 + 1)", under: $1) }
      default: break
      }
    }
    return filing
  }

  private mutating func random(_ range: ClosedRange<Int64>) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int64(mixed % UInt64(range.upperBound - range.lowerBound + 1))
  }

  private mutating func fill() {
    let columns = Dictionary(
      uniqueKeysWithValues: checks.shape.columns.enumerated().map { ($1.address.description, $0) })
    for table in 0..<count {
      func put(_ cell: String, _ value: Int64) {
        guard let column = columns[cell] else { fatalError("no column \(cell)") }
        values[column][table] = value
      }
      func percent(_ part: Int64, _ whole: Int64) -> Int64 { (part * 20_000 + whole) / (2 * whole) }
      let (posts, staff) = (random(8...120), random(6...120))
      put("base/staff/posts", posts)
      put("base/staff/actual", staff)
      put("base/staff/rate", percent(staff, posts))
      var finals: (basic: Int64, project: Int64) = (0, 0)
      for year in ["last", "budget", "final"] {
        let (bought, run, abroad, guests) = (
          random(0...2_000), random(1...8_000), random(0...3_000), random(0...12_000)
        )
        put("base/vehiclePurchase/\(year)", bought)
        put("base/vehicleRunning/\(year)", run)
        put("base/vehicles/\(year)", bought + run)
        put("base/abroad/\(year)", abroad)
        put("base/reception/\(year)", guests)
        put("base/threePublic/\(year)", bought + run + abroad + guests)
        var special: Int64 = 0
        for fund in 1...5 {
          let amount = random(0...80_000)
          put("base/f\(fund)/\(year)", amount)
          special += amount
        }
        put("base/specialFunds/\(year)", special)
        let (business, upkeep) = (random(0...90_000), random(0...50_000))
        put("base/businessWork/\(year)", business)
        put("base/maintenance/\(year)", upkeep)
        put("base/projectExpenditure/\(year)", special + business + upkeep)
        let (office, travel, meetings) = (random(0...20_000), random(0...20_000), random(0...4_000))
        put("base/officeExpense/\(year)", office)
        put("base/utilitiesAndTravel/\(year)", travel)
        put("base/meetingsAndTraining/\(year)", meetings)
        let operating = office + travel + meetings + random(30_000...60_000)
        put("base/operatingExpense/\(year)", operating)
        put("base/procurement/\(year)", random(0...30_000))
        finals = (operating + random(10_000...400_000), special + business + upkeep)
        put("base/basicExpenditure/\(year)", finals.basic)
      }
      let (area, built) = (random(30_000...200_000) / 100 * 100, random(30_000...200_000) / 100 * 100)
      put("base/b1/approvedArea", area)
      put("base/b1/actualArea", built)
      put("base/b1/areaRate", percent(built, area))
      let (planned, spent) = (random(5_000...40_000), random(5_000...40_000))
      put("base/b1/budgetInvestment", planned)
      put("base/b1/actualInvestment", spent)
      put("base/b1/investmentRate", percent(spent, planned))
      let executed = finals.basic + finals.project
      let budget = executed + random(0...40_000)
      put("self/total/initial", budget * random(60...110) / 100)
      put("self/total/budget", budget)
      put("self/total/executed", executed)
      put("self/total/points", 1000)
      put("self/total/rate", percent(executed, budget))
      let score = min(1000, (2000 * executed + budget) / (2 * budget))
      put("self/total/score", score)
      put("self/income/total", budget)
      put("self/spending/total", executed)
      put("self/spending/basic", finals.basic)
      put("self/spending/project", finals.project)
      let (fund, account, other) = (budget * random(0...20) / 100, budget / 10, budget * random(0...5) / 100)
      put("self/income/generalBudget", budget - fund - account - other)
      put("self/income/governmentFund", fund)
      put("self/income/specialAccount", account)
      put("self/income/other", other)
      var sum = score
      for (number, points) in Self.points.enumerated() {
        let earned = points * (random(0...9) < 7 ? 100 : random(50...100)) / 100
        put("self/r\(number + 1)/name", 1)
        put("self/r\(number + 1)/points", points)
        put("self/r\(number + 1)/score", earned)
        sum += earned
      }
      put("self/sum/points", 10_000)
      put("self/sum/score", sum)
    }
  }

  private mutating func disturb() {
    let numbers = checks.shape.columns.indices.filter { checks.shape.columns[$0].kind != .declaration }
    for table in 0..<count where random(1...25) == 1 {
      let column = numbers[Int(random(0...Int64(numbers.count - 1)))]
      let change = random(1...2_000) * (random(0...1) == 0 ? 1 : -1)
      values[column][table] = abs(values[column][table] + change)
    }
  }

  /// Checks the tables again and again; leaves them and the result in a folder, for others to do the same.
  func measure(in folder: URL, for seconds: Double) async {
    let shown = checks.shape.columns.map { $0.showsDecimals ? [UInt8](repeating: UInt8($0.places), count: count) : [] }
    guard let tables = TableColumns(checks.shape, values: values, decimals: shown) else { fatalError("columns") }
    var failures = await checks.failures(in: tables, workers: 2)
    write(failures, in: folder)
    let clock = ContinuousClock()
    let start = clock.now
    var rounds = 0
    repeat {
      failures = await checks.failures(in: tables, workers: 2)
      rounds += 1
    } while start.duration(to: clock.now) < .seconds(seconds)
    Measured(rounds: rounds, took: start.duration(to: clock.now)).write([
      "tables": "\(count)", "checks": "\(checks.checks.count)", "failing": "\(failures.failing)",
      "decided": "\((0..<count).count { failures.isDecided($0) })",
    ])
  }

  private func write(_ failures: TableFailures, in folder: URL) {
    func save(_ name: String, _ bytes: Data) {
      do { try bytes.write(to: folder.appending(path: name)) } catch { fatalError("\(name): \(error)") }
    }
    var all = Data()
    for column in values { column.withUnsafeBytes { all.append(contentsOf: $0) } }
    save("columns.i64", all)
    save(
      "columns.txt",
      Data(checks.shape.columns.map { "\($0.address) \($0.kind) \($0.places)\n" }.joined().utf8))
    save("checks.txt", Data(checks.checks.map { "\($0.rule) \($0.place)\n" }.joined().utf8))
    let lines = (0..<count).lazy.filter { !failures.failed(in: $0).isEmpty }.map { table in
      "\(table) \(failures.failed(in: table).map(String.init).joined(separator: " "))\n"
    }
    save("failures.txt", Data(lines.joined().utf8))
  }
}
