import Evaluation
import Reading

extension Dossier {
  /// Columns of the spending block of 基础数据表.
  static let spendingColumns = ["last", "budget", "final"]

  /// Compares a row of 基础数据表 with its parts in every column where both are filled in.
  func totals(of row: String, named name: String) -> Verdict {
    guard let base else { return .notCheckable(missing: ["基础数据表"]) }
    let parts = parts(of: row, on: base.id)
    return Verdict(over: Self.spendingColumns, missing: "\(name)及其各项") { column in
      look(at: base.address(row, column), named: name, parts: parts.map { base.address($0, column) })
    }
  }

  /// Compares a stated total with its parts; nil where the total or all its parts are blank.
  func look(at total: CellAddress, named name: String, parts: [CellAddress]) -> Look? {
    guard let stated = stated(name, total), let parts = sum("各项之和", parts) else { return nil }
    return stated.mustEqual(parts)
  }
}
