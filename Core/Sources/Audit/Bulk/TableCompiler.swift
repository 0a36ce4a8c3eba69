import Evaluation
import Figures
import Reading

/// Turns the checks of rules into steps over columns.
struct TableCompiler {
  let dossier: Dossier
  let shape: TableShape
  private(set) var checks: [TableChecks.Check] = []
  private(set) var steps: [TableStep] = []
  private(set) var registers = 0
  /// Cells with parts whose register is filled already.
  private var known: [CellAddress: Int] = [:]
  private var open: Set<CellAddress> = []
  /// Amounts are counted in steps of 10^-finest.
  private let finest: Int

  init(_ dossier: Dossier) {
    self.dossier = dossier
    let shape = TableShape(of: dossier)
    self.shape = shape
    finest = shape.columns.filter { $0.kind == .amount }.map(\.places).max() ?? 0
  }

  mutating func add(_ check: ArithmeticCheck, of rule: String) {
    let number = checks.count
    let place: CellAddress?
    switch check {
    case .equal(let first, let second):
      guard let (a, b) = registers(first, second) else { return }
      steps.append(.equal(a, b, check: number))
      place = first.place
    case .within(let part, let whole):
      guard let (a, b) = registers(part, whole) else { return }
      steps.append(.within(a, b, check: number))
      place = part.place
    case .rate(let rate):
      guard let columns = columns(of: rate) else { return }
      steps.append(.rate(columns, check: number))
      place = rate.rate
    case .points(let total):
      guard let columns = columns(of: total) else { return }
      steps.append(.points(columns, check: number))
      place = total.stated?.cell ?? total.lines.first?.address(.points)
    case .scores(let total):
      guard let columns = columns(of: total) else { return }
      steps.append(.scores(columns, check: number))
      place = total.stated
    case .bound(let row):
      guard let score = shape.position(of: row.cells.score) else { return }
      steps.append(.bound(score: score, points: shape.position(of: row.cells.points), check: number))
      place = row.cells.score
    case .notNegative(let cell):
      guard let column = shape.position(of: cell.address) else { return }
      guard !isNamedByTable(cell.address) else {
        steps.append(.undecidedIfNegative(column))
        return
      }
      guard !dossier.isAdjustment(cell) else { return }
      steps.append(.notNegative(column, check: number))
      place = cell.address
    case .execution(let sheet):
      guard let columns = columns(of: sheet) else { return }
      steps.append(.execution(columns, check: number))
      place = BudgetExecution(of: sheet).score
    }
    guard let place else {
      steps.removeLast()
      return
    }
    checks.append(TableChecks.Check(rule: rule, place: place))
  }

  /// What its row is called differs from table to table.
  private func isNamedByTable(_ cell: CellAddress) -> Bool {
    dossier.calculation.definition(at: CellAddress(cell.sheet, cell.row, "name")) != nil
      || dossier.calculation.layout(of: cell.sheet)?.sheet.rows.contains { $0.id == cell.row } == true
  }
}

extension TableCompiler {
  private mutating func registers(_ first: AmountTerm, _ second: AmountTerm) -> (Int, Int)? {
    guard let a = register(first), let b = register(second) else { return nil }
    return (a, b)
  }

  private mutating func newRegister() -> Int {
    defer { registers += 1 }
    return registers
  }

  /// The register that holds an amount; nil where no table can have it.
  private mutating func register(_ term: AmountTerm) -> Int? {
    switch term {
    case .stated(_, let cell):
      guard let column = column(of: cell) else { return nil }
      let register = newRegister()
      steps += [.clear(register), .addCell(column, to: register)]
      return register
    case .sum(_, let cells): return sum(of: cells)
    case .first(let terms):
      var result: Int?
      for term in terms {
        guard let next = register(term) else { continue }
        if let result { steps.append(.fallBack(next, on: result)) } else { result = next }
      }
      return result
    case .where(let cells, let term):
      let columns = cells.compactMap(shape.position)
      guard columns.count == cells.count, let register = register(term) else { return nil }
      for column in columns { steps.append(.require(column, of: register)) }
      return register
    }
  }

  private mutating func sum(of cells: [CellAddress]) -> Int? {
    var parts: [(cell: CellColumn?, whole: Int?)] = []
    for cell in cells {
      if dossier.summands(of: cell).isEmpty {
        if let column = column(of: cell) { parts.append((column, nil)) }
      } else if let register = register(of: cell) {
        parts.append((nil, register))
      }
    }
    guard !parts.isEmpty else { return nil }
    let sum = newRegister()
    steps.append(.clear(sum))
    for part in parts {
      if let cell = part.cell { steps.append(.addCell(cell, to: sum)) }
      if let whole = part.whole { steps.append(.add(whole, to: sum)) }
    }
    return sum
  }

  /// A cell with parts: what is filled in, or else what its parts come to.
  private mutating func register(of cell: CellAddress) -> Int? {
    if let register = known[cell] { return register }
    guard open.insert(cell).inserted else { return nil }
    defer { open.remove(cell) }
    var register = sum(of: dossier.summands(of: cell))
    if let column = column(of: cell) {
      let sum = register ?? newRegister()
      if register == nil { steps.append(.clear(sum)) }
      steps.append(.own(column, over: sum))
      register = sum
    }
    known[cell] = register
    return register
  }

  private func column(of cell: CellAddress) -> CellColumn? {
    guard let position = shape.position(of: cell) else { return nil }
    let column = shape.columns[position]
    guard column.kind == .amount else { return nil }
    let scale = (column.places..<finest).reduce(Int64(1)) { scale, _ in scale * 10 }
    return CellColumn(column: position, scale: scale, slack: scale)
  }
}

extension AmountTerm {
  fileprivate var place: CellAddress? {
    switch self {
    case .stated(_, let cell): cell
    case .sum(_, let cells): cells.first
    case .first(let terms): terms.first?.place
    case .where(let cells, let term): cells.first ?? term.place
    }
  }
}
