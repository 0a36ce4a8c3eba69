import Evaluation
import Reading

/// One or more amounts, under the name that messages give them.
indirect enum AmountTerm {
  /// One amount on its word.
  case stated(String, CellAddress)
  /// What is filled in of some cells, a blank one by its parts.
  case sum(String, [CellAddress])
  /// The first that there is.
  case first([AmountTerm])
  /// Only where numbers stand in these cells themselves.
  case `where`([CellAddress], AmountTerm)

  /// An amount that is filled in, with its parts where it has some.
  static func filled(_ cell: CellAddress, _ name: String) -> AmountTerm { .where([cell], .sum(name, [cell])) }

  /// 全年预算数, or 年初预算数 where the year saw no adjusted one.
  static func wholeYearBudget(of sheet: SheetReading) -> AmountTerm {
    let cells = BudgetExecution(of: sheet)
    return .first([.sum("全年预算数", [cells.budget]), .sum("年初预算数", [cells.initial])])
  }
}

extension Dossier {
  /// nil where nothing is filled in.
  func amount(_ term: AmountTerm) -> NamedSum? {
    switch term {
    case .stated(let name, let cell): stated(name, cell)
    case .sum(let name, let cells): sum(name, cells)
    case .first(let terms): terms.lazy.compactMap(amount).first
    case .where(let cells, let term): cells.allSatisfy(isFilled) ? amount(term) : nil
    }
  }
}
