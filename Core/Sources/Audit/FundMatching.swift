import Evaluation
import Figures
import Reading

/// The special funds of 基础数据表 beside the projects that have a sheet of their own.
struct FundMatching {
  /// Same name.
  private(set) var pairs: [(fund: NamedAmount, project: NamedAmount)] = []
  /// Other names, but the same amount, which no third one has.
  private(set) var renamed: [(fund: NamedAmount, project: NamedAmount)] = []
  private(set) var lonelyFunds: [NamedAmount] = []
  private(set) var lonelyProjects: [NamedAmount] = []
  let funds: [NamedAmount]
  let projects: [NamedAmount]

  init(_ dossier: Dossier, base: SheetReading) {
    let year = dossier.filing.year
    funds = base.lines(under: "specialFunds").map { line in
      NamedAmount(
        text: base.text(line, "name"), year: year, cell: base.address(line, "name"),
        amountCell: base.address(line, "final"), in: dossier)
    }
    projects = dossier.projectSheets.map { sheet in
      let executed = BudgetExecution(of: sheet).executed
      return NamedAmount(
        text: sheet.text("project", "name"), year: year, cell: sheet.address("project", "name"), amountCell: executed,
        in: dossier)
    }
    match()
  }

  private mutating func match() {
    lonelyProjects = projects
    for fund in funds {
      if let index = lonelyProjects.firstIndex(where: { !fund.name.key.isEmpty && $0.name == fund.name }) {
        pairs.append((fund, lonelyProjects.remove(at: index)))
      } else {
        lonelyFunds.append(fund)
      }
    }
    for fund in lonelyFunds {
      let same = lonelyProjects.indices.filter { lonelyProjects[$0].isSameAmount(as: fund) }
      guard same.count == 1, lonelyFunds.count(where: { $0.isSameAmount(as: fund) }) == 1 else { continue }
      renamed.append((fund, lonelyProjects.remove(at: same[0])))
    }
    lonelyFunds.removeAll { fund in renamed.contains { $0.fund.cell == fund.cell } }
  }
}

/// Something with a name and an amount, in two cells.
struct NamedAmount {
  /// As written.
  let text: String
  let name: ProjectName
  let cell: CellAddress
  let amountCell: CellAddress
  let amount: WrittenSum?
  private let unit: AmountUnit

  init(text: String, year: Int, cell: CellAddress, amountCell: CellAddress, in dossier: Dossier) {
    self.text = text
    self.name = ProjectName(text, year: year)
    self.cell = cell
    self.amountCell = amountCell
    amount = dossier.sum("", [amountCell])?.sum
    unit = dossier.amountUnit(on: amountCell.sheet)
  }

  var isPositive: Bool { amount.map { $0.exact > .zero } ?? false }

  func isSameAmount(as other: NamedAmount) -> Bool {
    guard isPositive, let amount, let theirs = other.amount else { return false }
    return amount.gap(to: theirs)?.isRounding == true
  }

  /// "“冷链物流”", or that it has no name.
  var spoken: String { text.isEmpty ? "（未填名称）" : "“\(text)”" }

  /// "125 万元"; empty where that is blank.
  var spokenAmount: String { amount.map { unit.spoken($0.figure) } ?? "" }

  /// With its amount, for comparing; nil where that is blank.
  func named(_ what: String) -> NamedSum? {
    amount.map { NamedSum(name: what, cells: [amountCell], sum: $0, unit: unit) }
  }
}
