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
  var random: SeededRandom
  private let precision: Precision

  init(seed: Int, _ precision: Precision) {
    random = SeededRandom(seed: seed)
    self.precision = precision
    tree = random.chance(50) ? "classic" : "cost-first"
    fillStaff()
    let spending = fillSpending()
    fillBuildings()
    fillSheets(spending)
    fillReport(spending)
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

extension ConsistentFiling {
  /// A true amount within a range of 万元, in 元.
  mutating func yuan(_ range: ClosedRange<Int>) -> Int {
    let amount = random.number(range.lowerBound * 10_000...range.upperBound * 10_000)
    // Nothing so small that a form shows it as zero.
    guard amount >= 100 else { return 0 }
    return precision == .exact ? amount / 100 * 100 : amount
  }

  /// Three parts of an amount, the later ones sometimes nothing.
  mutating func split(_ amount: Int) -> [Int] {
    guard amount >= 20_000, random.chance(60) else { return [amount, 0, 0] }
    let rest = precision == .exact ? amount / 300 * 100 : amount / 3
    let other = random.chance(50) ? 0 : precision == .exact ? amount / 500 * 100 : amount / 5
    return [amount - rest - other, rest, other]
  }

  /// Nothing is left blank or written as zero.
  mutating func write(_ cell: String, _ amount: Int) {
    self[cell] = amount == 0 ? (random.chance(50) ? "" : "0") : decimal(hundredths(amount))
  }

  func hundredths(_ yuan: Int) -> Int { (yuan + 50) / 100 }

  /// "77.70" or "77.7", as people write it.
  mutating func decimal(_ hundredths: Int) -> String {
    let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    guard random.chance(70) else { return text }
    let bare = text.last == "0" ? String(text.dropLast()) : text
    return bare.hasSuffix(".0") ? String(bare.dropLast(2)) : bare
  }

  mutating func percent(_ part: Int, of whole: Int) -> String {
    decimal((part * 20_000 + whole) / (2 * whole)) + (random.chance(50) ? "%" : "")
  }
}
