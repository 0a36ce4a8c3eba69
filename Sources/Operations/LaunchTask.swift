public import Database
import Evaluation
import Store

/// Creates the yearly task and a filing for every unit it is for.
public struct LaunchTask: Sendable {
  let engine: any Engine
  let policies: PolicyLookup
  public init(engine: any Engine, policies: @escaping PolicyLookup) {
    self.engine = engine
    self.policies = policies
  }

  /// What is typed for a task.
  public struct Entry: Sendable {
    public var title: String
    public var year: String
    public var noticeTitle: String
    public var noticeNumber: String
    public var policies: [String]
    /// ISO 8601.
    public var deadline: String
    /// Unit codes; empty for all units.
    public var units: [String]
    public init(
      title: String, year: String, noticeTitle: String, noticeNumber: String, policies: [String], deadline: String,
      units: [String]
    ) {
      self.title = title.trimming
      self.year = year.trimming
      self.noticeTitle = noticeTitle.trimming
      self.noticeNumber = noticeNumber.trimming
      self.policies = policies
      self.deadline = deadline.trimming
      self.units = units
    }
  }

  /// The task's id. Throws `Invalid` or `DatabaseFault`.
  public func callAsFunction(_ entry: Entry, by person: Int64, at seconds: Int64) async throws -> Int64 {
    var problems: [FieldProblem] = []
    let year = Int(entry.year) ?? 0
    if !(2000...2099).contains(year) { problems.append(FieldProblem("year", "请填四位年度，如 2024。")) }
    if !(1...100).contains(entry.title.count) { problems.append(FieldProblem("title", "请填任务名称，最多 100 字。")) }
    if !Self.isDay(entry.deadline) { problems.append(FieldProblem("deadline", "请填截止日期，如 2025-03-31。")) }
    if entry.policies.isEmpty {
      problems.append(FieldProblem("policies", "请选择制度。"))
    } else if (try? policies(entry.policies)) == nil {
      problems.append(FieldProblem("policies", "所选制度不存在。"))
    }
    guard problems.isEmpty else { throw Invalid(problems) }
    return try await engine.write { database in
      let known = try database.ask(Query<BudgetUnit>.units)
      let wanted = entry.units.isEmpty ? known : known.filter { entry.units.contains($0.code.description) }
      guard !wanted.isEmpty else { throw Invalid([FieldProblem("units", "没有可下达的单位，请先建立单位。")]) }
      let id = try database.insert(
        .insertTask(
          title: entry.title, year: year, noticeTitle: entry.noticeTitle, noticeNumber: entry.noticeNumber,
          policies: entry.policies, deadline: entry.deadline, at: seconds, by: person))
      for unit in wanted { try database.tell(.insertFiling(task: id, unit: unit.code, at: seconds)) }
      return id
    }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return text.utf8.count == 10 && parts.count == 3 && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
  }
}
