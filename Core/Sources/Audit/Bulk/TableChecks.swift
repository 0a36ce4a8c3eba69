public import Evaluation
import Reading

/// The arithmetic checks of a policy, made ready for very many tables of one shape.
///
/// They are the checks that the rules themselves look at (`AuditRule.arithmetic`), turned into steps over columns of
/// whole numbers. For every table that it decides, the answer is that of the rules.
public struct TableChecks: Sendable {
  public let shape: TableShape
  /// What is checked; the number of a check is its place here.
  public let checks: [Check]
  let steps: [TableStep]
  let registers: Int

  /// One check.
  public struct Check: Hashable, Sendable {
    /// Code of its rule.
    public let rule: String
    /// Where a person would look first.
    public let place: CellAddress
  }

  /// The checks of all rules that the policies of a filing have, for tables with its sheets and lines.
  public init(shapedAs filing: Filing) {
    let dossier = Dossier(Calculation(filing, mode: .asWritten))
    let disabled = Set(filing.policies.policies.flatMap(\.disabledChecks.keys))
    var compiler = TableCompiler(dossier)
    for rule in AuditRule.all where !disabled.contains(rule.id) {
      for check in rule.arithmetic?(dossier).checks ?? [] { compiler.add(check, of: rule.id) }
    }
    shape = compiler.shape
    checks = compiler.checks
    steps = compiler.steps
    registers = compiler.registers
  }

  /// Which checks fail in which tables.
  public func failures(in tables: TableColumns) -> TableFailures { failures(in: tables, 0..<tables.count) }

  /// The same, shared out among `workers` tasks.
  public func failures(in tables: TableColumns, workers: Int) async -> TableFailures {
    let share = max(1, (tables.count + workers - 1) / max(1, workers))
    let ranges = stride(from: 0, to: tables.count, by: share).map { $0..<min($0 + share, tables.count) }
    return await withTaskGroup(of: (Int, TableFailures).self) { group in
      for (number, range) in ranges.enumerated() {
        group.addTask { (number, failures(in: tables, range)) }
      }
      var parts = [TableFailures?](repeating: nil, count: ranges.count)
      for await (number, part) in group { parts[number] = part }
      return TableFailures(joining: parts.compactMap { $0 }, checks: checks.count)
    }
  }

  private func failures(in tables: TableColumns, _ range: Range<Int>) -> TableFailures {
    var failures = TableFailures(checks: checks.count, tables: range.count)
    TableRun(self, tables).look(at: range, &failures)
    for table in tables.refused where range.contains(table) { failures.leaveOpen(table - range.lowerBound) }
    return failures
  }
}

/// Which checks fail in which tables.
public struct TableFailures: Sendable {
  public let count: Int
  /// Words of 64 checks for each table.
  let width: Int
  var words: [UInt64]
  /// Tables that the rules must look at: a value that columns cannot hold, or one whose meaning words decide.
  var open: [Bool]

  init(checks: Int, tables: Int) {
    count = tables
    width = max(1, (checks + 63) / 64)
    words = [UInt64](repeating: 0, count: width * tables)
    open = [Bool](repeating: false, count: tables)
  }

  init(joining parts: [TableFailures], checks: Int) {
    count = parts.reduce(0) { $0 + $1.count }
    width = max(1, (checks + 63) / 64)
    words = parts.count == 1 ? parts[0].words : parts.flatMap(\.words)
    open = parts.count == 1 ? parts[0].open : parts.flatMap(\.open)
  }

  /// False where only the rules themselves can tell.
  public func isDecided(_ table: Int) -> Bool { !open[table] }

  /// The numbers of the checks that fail in a table that is decided.
  public func failed(in table: Int) -> [Int] {
    (0..<width).flatMap { word -> [Int] in
      var (rest, found) = (words[table * width + word], [Int]())
      while rest != 0 {
        found.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
      return found
    }
  }

  /// How many tables have at least one failure.
  public var failing: Int {
    (0..<count).count { table in (0..<width).contains { words[table * width + $0] != 0 } }
  }

  mutating func leaveOpen(_ table: Int) {
    open[table] = true
    for word in 0..<width { words[table * width + word] = 0 }
  }
}
