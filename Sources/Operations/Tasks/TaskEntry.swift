import Evaluation

extension LaunchTask {
  /// What is typed for a task.
  public struct Entry: Sendable {
    public var title: String
    /// Four digits: the year that is evaluated.
    public var year: String
    /// Of the notice that calls for it; may be empty.
    public var noticeTitle: String
    /// 文号 of the notice; may be empty.
    public var noticeNumber: String
    /// Their ids.
    public var policies: [String]
    /// ISO 8601.
    public var deadline: String
    /// Codes of units, or the three digits of departments; empty for all units.
    public var units: [String]
    /// Texts lose the blanks at their ends.
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
}

/// What was typed for a task, once it can be taken.
struct CheckedTask: Sendable {
  let title: String
  let year: Int
  let noticeTitle: String
  let noticeNumber: String
  let policies: [String]
  let deadline: String
  let scope: TaskScope

  /// Throws `Invalid` with every fault.
  /// - Parameter known: the ids of the policies that there are.
  init(_ entry: LaunchTask.Entry, known: Set<String>) throws {
    var problems: [FieldProblem] = []
    year = Int(entry.year) ?? 0
    if !(2000...2099).contains(year) { problems.append(FieldProblem("year", "请填四位年度，如 2024。")) }
    if !(1...100).contains(entry.title.count) { problems.append(FieldProblem("title", "请填任务名称，最多 100 字。")) }
    if entry.noticeTitle.count > 200 { problems.append(FieldProblem("noticeTitle", "通知标题最多 200 字。")) }
    if entry.noticeNumber.count > 100 { problems.append(FieldProblem("noticeNumber", "文号最多 100 字。")) }
    if CivilDay(entry.deadline) == nil { problems.append(FieldProblem("deadline", "请填截止日期，如 2025-03-31。")) }
    if entry.policies.isEmpty {
      problems.append(FieldProblem("policies", "请选择制度。"))
    } else if !known.isSuperset(of: entry.policies) {
      problems.append(FieldProblem("policies", "所选制度不存在。"))
    }
    let scope = TaskScope(entry.units)
    if scope == nil { problems.append(FieldProblem("units", "请填六位单位编码，或三位部门编码。")) }
    guard problems.isEmpty else { throw Invalid(problems) }
    title = entry.title
    noticeTitle = entry.noticeTitle
    noticeNumber = entry.noticeNumber
    policies = entry.policies
    deadline = entry.deadline
    self.scope = scope ?? .all
  }
}
