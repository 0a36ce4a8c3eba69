import Evaluation
import Figures
import Testing

/// One slip in an otherwise consistent filing, the rule that must notice it, and where.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let code: String
  let cell: String
  let plant: @Sendable (inout ConsistentFiling) -> Void
  /// Cells that must be filled in for the slip to be possible.
  let needs: [String]

  var testDescription: String { "\(code) at \(cell)" }

  init(
    _ code: String, at cell: String, needs: [String]? = nil,
    plant: @escaping @Sendable (inout ConsistentFiling) -> Void
  ) {
    self.code = code
    self.cell = cell
    self.plant = plant
    self.needs = needs ?? [cell]
  }

  func isPossible(in filing: ConsistentFiling) -> Bool { needs.allSatisfy { !filing[$0].isEmpty } }

  /// Writes a number that is larger by `more` into a cell.
  static func raised(
    _ code: String, _ written: String, by more: Int, at cell: String? = nil, needs: [String] = []
  ) -> PlantedFault {
    PlantedFault(code, at: cell ?? written, needs: [written] + needs) { $0.raise(written, by: more) }
  }
}

extension ConsistentFiling {
  mutating func raise(_ cell: String, by more: Int) { self[cell] = sum([cell], more) }

  /// Swaps words of a text.
  mutating func replace(_ old: String, with new: String, in cell: String) {
    self[cell] = self[cell].split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  /// The sum of cells and a number, as text.
  func sum(_ cells: [String], _ more: Int) -> String {
    let values = cells.compactMap { CellKind.percent.figure(reading: self[$0])?.rational }
    let total = values.reduce(Rational(Int64(more))) { $0.adding($1) ?? $0 }
    return total.rounded(decimals: 2)?.trimmed.description ?? ""
  }
}

extension PlantedFault {
  static let all: [PlantedFault] = inOneTable + points + acrossForms + inProse

  private static let inOneTable: [PlantedFault] = [
    .raised("A01", "base/staff/rate", by: 7),
    .raised("A02", "base/threePublic/final", by: 1, needs: ["base/vehicleRunning/final"]),
    .raised("A02", "base/vehicles/budget", by: 2, at: "base/threePublic/budget"),
    .raised("A03", "base/vehicles/last", by: 1, needs: ["base/vehicleRunning/last"]),
    .raised("A04", "base/projectExpenditure/budget", by: 10),
    .raised("A05", "base/specialFunds/final", by: 3, needs: ["base/specialFunds.1/final"]),
    PlantedFault("A06", at: "base/operatingExpense/final") {
      $0["base/officeExpense/final"] = $0.sum(["base/operatingExpense/final"], 1)
    },
    .raised("A07", "base/buildings.1/areaRate", by: 5),
    .raised("A08", "base/buildings.2/investmentRate", by: -9),
    .raised("A09", "self/total/rate", by: 1),
    .raised("A09", "project-2/total/rate", by: -4),
    .raised("A10", "self/income/generalBudget", by: 20, at: "self/total/budget"),
    .raised("A10", "self/income/total", by: 2),
    .raised("A11", "self/spending/project", by: 1, at: "self/total/executed"),
    .raised("A12", "project-1/fiscal/executed", by: 1, at: "project-1/total/executed"),
    PlantedFault("A13", at: "project-1/total/budget") { $0["project-1/total/budget"] = "" },
    PlantedFault("A13", at: "base/threePublic/last") { $0["base/threePublic/last"] = "" },
    PlantedFault("A14", at: "self/total/executed") { $0["self/total/executed"] = $0.sum(["self/total/budget"], 1) },
    PlantedFault("A21", at: "base/vehicleRunning/final") {
      $0["base/vehicleRunning/final"] = "-" + $0["base/vehicleRunning/final"]
    },
  ]

  private static let points: [PlantedFault] = [
    PlantedFault("A15", at: "self/quantity.1/points") { $0["self/quantity/prescribed"] = "数量指标（7分）" },
    PlantedFault("A15", at: "project-1/social.1/points") { $0["project-1/social/prescribed"] = "社会效益指标（99分）" },
    .raised("A19", "self/benefit/score", by: 2),
    .raised("A19", "project-1/output/points", by: -5),
    .raised("A16", "self/satisfaction.1/points", by: 1),
    .raised("A16", "project-1/quality.2/points", by: -1),
    .raised("A17", "self/quantity.1/points", by: 1, at: "self/sum/points"),
    .raised("A17", "project-1/sum/points", by: -10),
    .raised("A18", "self/sum/score", by: 1),
    .raised("A18", "project-1/satisfaction.1/score", by: -1, at: "project-1/sum/score"),
    PlantedFault("A20", at: "self/social.1/score") { $0["self/social.1/score"] = $0.sum(["self/social.1/points"], 1) },
    .raised("A20", "project-1/total/score", by: 10),
  ]

  private static let acrossForms: [PlantedFault] = [
    .raised("C01", "self/spending/basic", by: 19),
    .raised("C02", "base/projectExpenditure/final", by: 4, at: "self/spending/project"),
    PlantedFault("C03", at: "project-1/total/budget") {
      $0["project-1/total/budget"] = $0.sum(["self/total/budget"], 1)
    },
    .raised("C04", "self/total/initial", by: -3),
    PlantedFault("C05", at: "project-1/total/executed") {
      $0["project-1/total/executed"] = $0.sum(["base/projectExpenditure/final"], 1)
    },
    .raised("C06", "project-1/total/executed", by: 1, at: "base/specialFunds.1/final"),
    PlantedFault("C06", at: "project-1/project/name") { $0["project-1/project/name"] = "乡村直播电商" },
    PlantedFault("C07", at: "base/specialFunds.1/final") { $0.remove(sheet: "project-1") },
    PlantedFault("C08", at: "base/operatingExpense/final") {
      $0["base/operatingExpense/final"] = $0.sum(["base/basicExpenditure/final"], 1)
    },
    PlantedFault("C10", at: "base/threePublic/final") {
      $0["base/threePublic/final"] = $0.sum(["base/operatingExpense/final", "base/projectExpenditure/final"], 1)
    },
    PlantedFault("C12", at: "base/utilitiesAndTravel/budget", needs: ["base/basicExpenditure/budget"]) {
      $0["base/operatingExpense/budget"] = ""
      $0["base/utilitiesAndTravel/budget"] = $0.sum(["base/basicExpenditure/budget"], 1)
    },
    PlantedFault("C13", at: "base/procurement/final", needs: ["self/total/executed"]) {
      $0["base/procurement/final"] = $0.sum(["self/total/executed"], 1)
    },
    PlantedFault("C16", at: "project-1/project/department") { $0["project-1/project/department"] = "示例县农业农村局" },
    .raised("C18", "self/sum/score", by: -30, needs: ["project-1/sum/score"]),
  ]

  /// A sum of prose under another name or with another number: what it says first is swapped for what it says then.
  private static func swapped(_ code: String, _ old: String, _ new: String, at section: String = "report/overview/text")
    -> PlantedFault
  {
    PlantedFault(code, at: section) { $0.replace(old, with: new, in: section) }
  }

  private static let inProse: [PlantedFault] = [
    swapped("A22", "占总支出的", "占总支出的9", at: "report/basic/text"),
    swapped("A23", "年中追加", "年中追加9", at: "report/basic/text"),
    swapped("A26", "净资产", "净资产9"), swapped("A27", "利用率", "利用率1"), swapped("A28", "其中货物", "其中货物9"),
    swapped("A29", "（行政人员", "（行政人员9"), swapped("A30", "其中行政编制", "其中行政编制9"),
    swapped("C09", "其中人员经费", "其中人员经费9", at: "report/basic/text"), swapped("C14", "年末共有编制", "年末共有编制9"),
    PlantedFault("C15", at: "self/goal/actual") { $0["self/goal/actual"] = "全年任务完成，自评得分12分。" },
    PlantedFault("C24", at: "report/basic/text", needs: ["self/total/initial"]) {
      $0["self/total/initial"] = $0.sum(["self/total/budget"], -9)
      $0["report/basic/text"] += "\n全年没有调整预算。"
    },
  ]
}
