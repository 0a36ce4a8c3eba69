import Database
import Evaluation
public import Store

extension WriteTransaction {
  /// The units of a scope that are there, by code; those founded after the year only where they are named themselves.
  /// Throws `Invalid` where a code names none, or one that was closed, or none is left.
  func units(in scope: TaskScope, for year: Int, field: String = "units") throws -> [BudgetUnit] {
    let known = try ask(Query<UnitRecord>.unitRecords)
    let unknown = scope.codes.filter { code in !known.contains { $0.unit.code.description.hasPrefix(code) } }
    guard unknown.isEmpty else {
      throw Invalid([FieldProblem(field, "没有编码为 \(unknown.joined(separator: "、")) 的单位。")])
    }
    let named = known.filter { scope.codes.contains($0.unit.code.description) }
    if let closed = named.first(where: { !$0.isOpen }) {
      throw Invalid([FieldProblem(field, "\(closed.unit.code) \(closed.unit.name)已撤销，不能再下达任务。")])
    }
    let units = known.filter { record in
      scope.contains(record.unit.code) && record.isOpen
        && (record.openedOn.map { $0.year <= year } ?? true || named.contains { $0.id == record.id })
    }.map(\.unit)
    guard !units.isEmpty else { throw Invalid([FieldProblem(field, "没有可下达的单位，请先建立单位。")]) }
    return units
  }

  /// A blank filing for each of the units that has none in the task yet; answers those that got one.
  func addFilings(of units: [BudgetUnit], to task: Int64, at seconds: Int64) throws -> [BudgetUnit] {
    let added = try units.filter { try first(.filing(of: $0.code, in: task)) == nil }
    for unit in added { try tell(.insertFiling(task: task, unit: unit.code, at: seconds)) }
    return added
  }
}

extension Person {
  /// Whether the person runs tasks: 管理员 or 绩效经办.
  public var runsTasks: Bool { administers(.system) || holds(.finance) }

  /// Throws `Forbidden` for everybody but those who run tasks.
  func demandTasks() throws {
    guard runsTasks else { throw Forbidden("只有管理员和财政绩效经办可以管理任务。") }
  }
}

extension [BudgetUnit] {
  /// "3 家：甲局、乙局、丙中心"; long lists are cut.
  var words: String {
    let names = prefix(20).map(\.name).joined(separator: "、")
    return "\(count) 家：\(names)\(count > 20 ? "等" : "")"
  }
}
