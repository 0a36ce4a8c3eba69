import Evaluation

/// The work on tables, block by block, so that all it touches stays near the processor.
///
/// Values are at most `TableColumns.limit`, which is looked at first, so that plain additions cannot leave 64 bits. A
/// class, because it only lends out its memory; it lives as long as one call.
final class TableRun {
  static let block = 256
  private let steps: [TableStep]
  private let width: Int
  private let tables: TableColumns
  private let scratch: UnsafeMutablePointer<Int64>
  private let cells: UnsafeMutablePointer<Int64>
  private let shown: UnsafeMutablePointer<UInt8>
  private let marks: UnsafeMutablePointer<UInt64>
  /// Tables of the block that the rules must look at.
  let open: UnsafeMutablePointer<Bool>
  /// Room for what formulas work out.
  let stack: UnsafeMutablePointer<RowFraction>
  /// How many tables the block has.
  private(set) var count = 0

  init(_ checks: TableChecks, _ tables: TableColumns) {
    steps = checks.steps
    width = max(1, (checks.checks.count + 63) / 64)
    self.tables = tables
    let columns = tables.shape.columns.count
    // The last register is for steps that need one in passing.
    scratch = .allocate(capacity: (checks.registers + 2) * 3 * Self.block)
    scratch.initialize(repeating: 0, count: (checks.registers + 2) * 3 * Self.block)
    cells = .allocate(capacity: max(1, columns) * Self.block)
    shown = .allocate(capacity: max(1, columns) * Self.block)
    for (number, column) in tables.shape.columns.enumerated() {
      (shown + number * Self.block).initialize(repeating: UInt8(column.places), count: Self.block)
    }
    marks = .allocate(capacity: width * Self.block)
    open = .allocate(capacity: Self.block)
    let operations = checks.steps.map { step in
      if case .execution(let columns, _) = step { columns.formula?.operations.count ?? 0 } else { 0 }
    }
    stack = .allocate(capacity: (operations.max() ?? 0) + 1)
    spare = checks.registers
  }

  deinit {
    scratch.deallocate()
    cells.deallocate()
    shown.deallocate()
    marks.deallocate()
    open.deallocate()
    stack.deallocate()
  }

  /// The first of two registers for steps that need some in passing.
  let spare: Int

  func look(at range: Range<Int>, _ failures: inout TableFailures) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
      count = min(Self.block, range.upperBound - first)
      marks.update(repeating: 0, count: width * Self.block)
      open.update(repeating: false, count: Self.block)
      take(from: first)
      for step in steps { perform(step) }
      let offset = first - range.lowerBound
      for row in 0..<count {
        for word in 0..<width {
          failures.words[(offset + row) * width + word] = open[row] ? 0 : marks[word * Self.block + row]
        }
        failures.open[offset + row] = open[row]
      }
    }
  }

  /// The block's share of every column, each value looked at for its size.
  private func take(from first: Int) {
    for column in tables.values.indices {
      let own = cells + column * Self.block
      tables.values[column].withUnsafeBufferPointer { values in
        own.update(from: values.baseAddress! + first, count: count)
      }
      // Bits of the magnitudes together: enough to see that nothing is large, which is so in nearly all blocks.
      var bits: Int64 = 0
      for row in 0..<count {
        let value = own[row] == TableColumns.blank ? 0 : own[row]
        bits |= value ^ (value >> 63)
      }
      // A negative value shows one less than its magnitude here.
      if bits >= TableColumns.limit { leaveOut(column) }
      guard !tables.decimals[column].isEmpty else { continue }
      tables.decimals[column].withUnsafeBufferPointer { values in
        (shown + column * Self.block).update(from: values.baseAddress! + first, count: count)
      }
    }
  }

  /// Leaves tables open whose value in a column is too large.
  private func leaveOut(_ column: Int) {
    let own = values(column)
    for row in 0..<count where own[row] != TableColumns.blank && own[row].magnitude > UInt64(TableColumns.limit) {
      open[row] = true
      own[row] = TableColumns.blank
    }
  }

  /// The block's values of a column.
  @inline(__always) func values(_ column: Int) -> UnsafeMutablePointer<Int64> { cells + column * Self.block }

  /// With how many decimals the block's values of a column are shown.
  @inline(__always) func decimals(_ column: Int) -> UnsafeMutablePointer<UInt8> { shown + column * Self.block }

  /// Decimals of the steps of a column.
  func places(of column: Int) -> Int { tables.shape.columns[column].places }

  /// The amounts, half steps of slack and filled marks (all bits or none) of a register.
  @inline(__always) func lanes(_ register: Int) -> (
    value: UnsafeMutablePointer<Int64>, slack: UnsafeMutablePointer<Int64>, filled: UnsafeMutablePointer<Int64>
  ) {
    let base = scratch + register * 3 * Self.block
    return (base, base + Self.block, base + 2 * Self.block)
  }

  /// Sets every lane of a register to nothing.
  func clear(_ register: Int) { lanes(register).value.update(repeating: 0, count: 3 * Self.block) }

  /// Marks a check as failed where it is.
  @inline(__always) func mark(_ check: Int, _ isFailed: (Int) -> Bool) {
    let (word, bit) = (marks + (check / 64) * Self.block, UInt64(1) << UInt64(check % 64))
    for row in 0..<count { word[row] |= isFailed(row) ? bit : 0 }
  }
}
