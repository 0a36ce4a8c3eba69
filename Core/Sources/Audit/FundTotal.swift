import Evaluation
import Reading

/// The columns of amounts that scored sheets have.
enum FundColumn: String, CaseIterable {
  case initial, budget, executed

  var caption: String {
    switch self {
    case .initial: "年初预算数"
    case .budget: "全年预算数"
    case .executed: "全年执行数"
    }
  }
}

/// One column of a project's funds: the total and the sources that make it up.
struct FundTotal {
  /// "项目“县级储备粮”全年预算数"
  let name: String
  let address: CellAddress
  let sources: [CellAddress]

  /// The sources are what the form adds up; where it has no formula, every other row with such a column.
  init(of sheet: SheetReading, in column: FundColumn, dossier: Dossier) {
    let address = sheet.address("total", column.rawValue)
    let summands = dossier.summands(of: address)
    let others = sheet.definitions.map(\.address).filter { $0.column == column.rawValue && $0.row != address.row }
    self.name = "\(sheet.spokenName)\(column.caption)"
    self.address = address
    sources = summands.isEmpty ? others : summands
  }
}
