import Evaluation
import Reading
import Testing

@testable import Audit

@Suite("Very many tables are checked as the rules check one")
struct TableChecksTests {
  /// Filings that agree, and the same with odd values in some of their number cells.
  private static func filings(_ seed: Int) -> [Filing] {
    let consistent = ConsistentFiling(seed: seed, seed.isMultiple(of: 2) ? .exact : .rounded)
    let shape = consistent.filing
    var random = SeededRandom(seed: seed)
    let cells = TableChecks(shapedAs: shape).shape.columns
    return [shape]
      + (1...40).map { _ in
        var filing = shape
        for _ in 0..<random.number(1...8) {
          let cell = cells[random.number(0...cells.count - 1)]
          guard let index = filing.sheets.firstIndex(where: { $0.id == cell.address.sheet }) else { continue }
          let key = cell.address.key
          let text = odd(filing.sheets[index].entries[key]?.text ?? "", of: cell.kind, &random)
          filing.sheets[index].entries[key] = text.isEmpty ? nil : Entry(text)
        }
        return filing
      }
  }

  private static func odd(_ text: String, of kind: CellKind, _ random: inout SeededRandom) -> String {
    switch random.number(0...9) {
    case 0: return ""
    case 1: return "0"
    case 2: return "-\(text.isEmpty ? "3.5" : text)".replacing("--", with: "")
    case 3: return "\(random.number(0...12))"
    case 4: return "\(random.number(0...400)).\(random.number(0...99))"
    case 5: return text.isEmpty ? "" : text + (text.contains(".") ? "1" : ".01")
    case 6:
      return kind == .declaration
        ? "" : text.replacing("%", with: "").split(separator: ".").first.map(String.init) ?? ""
    case 7: return random.chance(20) ? "约十" : text
    case 8: return "\(random.number(1...90_000)).5"
    default: return "\(random.number(95...101))"
    }
  }

  /// "A02 base/threePublic/final" for every check of a rule that fails at a place.
  private static func expected(_ filing: Filing, _ checks: TableChecks) -> Set<String> {
    let dossier = Dossier(Calculation(filing, mode: .asWritten))
    var found: Set<String> = []
    for rule in AuditRule.all {
      var number = 0
      for check in rule.arithmetic?(dossier).checks ?? [] {
        defer { number += 1 }
        if case .breaks? = dossier.look(at: check) { found.insert("\(rule.id) \(number)") }
      }
    }
    return found
  }

  @Test(arguments: 1...60)
  func `every decided table fails the checks that its rules fail`(_ seed: Int) {
    let filings = Self.filings(seed)
    let checks = TableChecks(shapedAs: filings[0])
    var tables = TableColumns(checks.shape)
    for filing in filings { tables.append(Calculation(filing, mode: .asWritten)) }
    let failures = checks.failures(in: tables)
    #expect(failures.isDecided(0))
    for (number, filing) in filings.enumerated() where failures.isDecided(number) {
      let found = Dictionary(grouping: failures.failed(in: number)) { checks.checks[$0].rule }.mapValues(\.count)
      let expected = Dictionary(grouping: Self.expected(filing, checks)) { String($0.prefix(3)) }.mapValues(\.count)
      #expect(found == expected, "table \(number) of seed \(seed)")
    }
    let decided = filings.indices.count { failures.isDecided($0) }
    #expect(decided * 3 > filings.count, "too few tables of seed \(seed) were decided")
  }

  @Test func `the whole verdicts of the rules follow from the columns`() {
    var failing: Set<String> = []
    for seed in 1...30 {
      let filings = Self.filings(seed)
      let checks = TableChecks(shapedAs: filings[0])
      var tables = TableColumns(checks.shape)
      for filing in filings { tables.append(Calculation(filing, mode: .asWritten)) }
      let failures = checks.failures(in: tables)
      for (number, filing) in filings.enumerated() where failures.isDecided(number) {
        let dossier = Dossier(Calculation(filing, mode: .asWritten))
        let found = Set(failures.failed(in: number).map { checks.checks[$0].rule })
        for rule in AuditRule.all where rule.arithmetic != nil {
          var fails = false
          if case .fail = rule.check(dossier) { fails = true }
          #expect(fails == found.contains(rule.id), "\(rule.id) of table \(number), seed \(seed)")
        }
        failing.formUnion(found)
      }
    }
    // Every kind of check was seen to fail.
    let expected: Set = [
      "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12", "A14", "A16", "A17", "A18",
      "A20", "A21", "B01", "C01", "C02", "C05", "C08", "C10",
    ]
    #expect(expected.subtracting(failing).isEmpty)
  }

  @Test func `tables shared out among tasks fail alike`() async {
    let filings = (1...3).flatMap { _ in Self.filings(4) }
    let checks = TableChecks(shapedAs: filings[0])
    var tables = TableColumns(checks.shape)
    for _ in 0..<5 { for filing in filings { tables.append(Calculation(filing, mode: .asWritten)) } }
    let alone = checks.failures(in: tables)
    let shared = await checks.failures(in: tables, workers: 3)
    #expect(alone.count == tables.count && shared.count == tables.count)
    for table in 0..<tables.count {
      #expect(alone.failed(in: table) == shared.failed(in: table) && alone.isDecided(table) == shared.isDecided(table))
    }
    #expect(alone.failing > 0 && alone.failing == shared.failing)
  }

  @Test func `a value beyond the limit is left to the rules`() throws {
    let filing = ConsistentFiling(seed: 2, .exact).filing
    let checks = TableChecks(shapedAs: filing)
    let columns = checks.shape.columns
    let total = try #require(checks.shape.position(of: CellAddress("base", "threePublic", "final")))
    var values = columns.map { _ in [TableColumns.blank, TableColumns.blank] }
    values[total] = [TableColumns.limit, TableColumns.limit + 1]
    let decimals = columns.map { $0.showsDecimals ? [UInt8](repeating: 0, count: 2) : [] }
    let tables = try #require(TableColumns(checks.shape, values: values, decimals: decimals))
    let failures = checks.failures(in: tables)
    #expect(failures.isDecided(0) && !failures.isDecided(1))
    #expect(TableColumns(checks.shape, values: Array(values.dropLast()), decimals: decimals) == nil)
  }

  @Test(arguments: [
    (TableColumns.limit, true), (TableColumns.limit + 1, false), (-TableColumns.limit, true),
    (-TableColumns.limit - 1, false), (Int64.max, false), (Int64.min + 1, false),
  ])
  func `a value at the limit is decided, one beyond it in either direction is not`(value: Int64, isDecided: Bool) throws
  {
    let checks = TableChecks(shapedAs: ConsistentFiling(seed: 2, .exact).filing)
    let columns = checks.shape.columns
    let total = try #require(checks.shape.position(of: CellAddress("base", "threePublic", "final")))
    var values = columns.map { _ in [TableColumns.blank] }
    values[total] = [value]
    let decimals = columns.map { $0.showsDecimals ? [UInt8(0)] : [] }
    let tables = try #require(TableColumns(checks.shape, values: values, decimals: decimals))
    #expect(checks.failures(in: tables).isDecided(0) == isDecided)
  }
}
