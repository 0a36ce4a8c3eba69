import Database
import Evaluation

extension SQLRow {
  /// A text column that holds a unit's code. Throws `DatabaseFault` for any other text.
  mutating func unitCode() throws -> UnitCode {
    let text = try text()
    guard let code = UnitCode(text) else { throw DatabaseFault.refused("单位编码“\(text)”不是六位数字", sql: "") }
    return code
  }
}

extension BudgetUnit {
  /// From a unit's code and name, one after the other.
  init(stored row: inout SQLRow) throws {
    let code = try row.unitCode()
    self.init(code: code, name: try row.text())
  }
}
