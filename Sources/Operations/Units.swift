public import Database
import Evaluation
import Store

/// Creates and renames units.
public struct Units: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `Invalid` or `DatabaseFault`.
  public func create(code: String, name: String) async throws {
    let (code, name) = (code.trimming, name.trimming)
    guard let unit = UnitCode(code) else {
      throw Invalid([FieldProblem("code", "编码须为六位数字：前三位部门，后三位单位，001 为主管部门。")])
    }
    try Self.checkName(name)
    try await engine.write { database in
      guard try database.first(.unit(unit)) == nil else { throw Invalid([FieldProblem("code", "该编码已有单位。")]) }
      try database.tell(.insertUnit(BudgetUnit(code: unit, name: name)))
    }
  }

  /// Throws `NotFound`, `Invalid` or `DatabaseFault`.
  public func rename(_ code: String, to name: String) async throws {
    guard let unit = UnitCode(code) else { throw NotFound() }
    let name = name.trimming
    try Self.checkName(name)
    try await engine.write { database in
      guard try database.first(.unit(unit)) != nil else { throw NotFound() }
      try database.tell(.renameUnit(unit, to: name))
    }
  }

  private static func checkName(_ name: String) throws {
    guard (1...80).contains(name.count) else { throw Invalid([FieldProblem("name", "请填单位名称，最多 80 字。")]) }
  }
}
