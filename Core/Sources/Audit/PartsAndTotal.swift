import Evaluation
import Reading

extension Dossier {
  /// Columns of the spending block of 基础数据表.
  static let spendingColumns = ["last", "budget", "final"]

  /// Compares a row of 基础数据表 with its parts in every column where both are filled in.
  func totals(of row: String, named name: String) -> ArithmeticChecks {
    guard let base else { return ArithmeticChecks(missing: "基础数据表") }
    let parts = parts(of: row, on: base.id)
    let checks = Self.spendingColumns.map { column in
      ArithmeticCheck.equal(
        .stated(name, base.address(row, column)), .sum("各项之和", parts.map { base.address($0, column) }))
    }
    return ArithmeticChecks(checks, missing: "\(name)及其各项")
  }
}
