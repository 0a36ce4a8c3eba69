import Database
import Evaluation
public import Store

extension WriteTransaction {
  /// The units of a scope, by code. Throws `Invalid` where a code names none, or none is left.
  func units(in scope: TaskScope, field: String = "units") throws -> [BudgetUnit] {
    let known = try ask(Query<BudgetUnit>.units)
    let unknown = scope.codes.filter { code in !known.contains { $0.code.description.hasPrefix(code) } }
    guard unknown.isEmpty else {
      throw Invalid([FieldProblem(field, "没有编码为 \(unknown.joined(separator: "、")) 的单位。")])
    }
    let units = known.filter { scope.contains($0.code) }
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
  public var runsTasks: Bool { holds(.administrator) || holds(.finance) }

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
