public import Database
import Evaluation
import Store

/// Puts a new unit into the county.
public struct OpenUnit: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `Invalid` or `DatabaseFault`.
  /// - Parameters:
  ///   - day: on which it was founded, ISO 8601; empty where that does not matter.
  ///   - person: nil from the command line.
  public func callAsFunction(
    code: String, name: String, on day: String = "", by person: Int64?, at seconds: Int64
  ) async throws {
    let (code, name, day) = (code.trimming, name.trimming, day.trimming)
    guard let unit = UnitCode(code) else {
      throw Invalid([FieldProblem("code", "编码须为六位数字：前三位部门，后三位单位，001 为主管部门。")])
    }
    try UnitNaming.check(name)
    if !day.isEmpty {
      guard let founded = CivilDay(day) else { throw Invalid([FieldProblem("opened", "请填成立日期，如 2025-01-01。")]) }
      guard founded <= CivilDay(inChinaAt: seconds) else {
        throw Invalid([FieldProblem("opened", "成立日期不能晚于今天。")])
      }
    }
    try await engine.write { database in
      guard try database.first(.unit(unit)) == nil else { throw Invalid([FieldProblem("code", "该编码已有单位。")]) }
      if let lead = UnitCode(unit.lead), lead != unit, let head = try database.first(.unitRecord(lead)), !head.isOpen {
        throw Invalid([FieldProblem("code", "主管部门“\(head.unit.name)”已撤销，不能再设所属单位。")])
      }
      try database.open(BudgetUnit(code: unit, name: name), on: day, by: person, at: seconds)
    }
  }
}

/// What a unit may be called.
enum UnitNaming {
  /// Throws `Invalid`.
  static func check(_ name: String, field: String = "name") throws {
    guard (1...80).contains(name.count) else { throw Invalid([FieldProblem(field, "请填单位名称，最多 80 字。")]) }
  }
}

extension WriteTransaction {
  /// Puts a unit in, with the first line of its history.
  func open(_ unit: BudgetUnit, on day: String = "", by person: Int64?, at seconds: Int64) throws {
    try tell(.insertUnit(unit, openedOn: day))
    try tell(.insertUnitEvent(.opened, of: unit.code, on: day, after: unit.name, by: person, at: seconds))
    try log(AdminEvent(.unitOpened, unit.code.description, unit.name), by: person, at: seconds)
  }
}
