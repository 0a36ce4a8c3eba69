public import Database
import Evaluation
public import Store

/// Makes a draft for the next year out of a task: the same scope, the policies of that year where there are any.
public struct CopyTask: Sendable {
  let engine: any Engine
  let policies: PolicyShelf
  public init(engine: any Engine, policies: PolicyShelf) {
    self.engine = engine
    self.policies = policies
  }

  /// The id of the draft. Throws `Forbidden`, `NotFound` or `DatabaseFault`.
  public func callAsFunction(_ id: Int64, by person: Person, at seconds: Int64) async throws -> Int64 {
    try person.demandTasks()
    return try await engine.write { [shelf = policies] database in
      let policies = try shelf.newest(in: database.reading)
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      let next = task.year + 1
      let chosen = task.policies.map { Self.successor(of: $0, in: next, among: policies) ?? $0 }
      let deadline = CivilDay(task.deadline)?.adding(months: 12).description ?? task.deadline
      let copy = try database.insert(
        .insertTask(
          title: task.title.replacing("\(task.year)", with: "\(next)"), year: next, noticeTitle: "", noticeNumber: "",
          policies: chosen, deadline: deadline, phase: .draft, scope: task.scope, at: seconds,
          by: person.id))
      let kept = zip(task.policies, chosen).filter { $0 == $1 }.map(\.0)
      let titles = kept.map { id in policies.first { $0.id == id }?.title ?? id }.joined(separator: "、")
      let detail = task.title + (kept.isEmpty ? "" : "；没有 \(next) 年度的制度，沿用：\(titles)")
      try database.tell(.insertEvent(.copied, of: copy, detail: detail, by: person.id, at: seconds))
      try database.copyTemplate(
        of: id, to: copy, year: next, policies.filter { chosen.contains($0.id) }, by: person, at: seconds)
      return copy
    }
  }

  /// The policy of the same region and object that is for a year.
  static func successor(of id: String, in year: Int, among policies: [Policy]) -> String? {
    guard let policy = policies.first(where: { $0.id == id }) else { return nil }
    return policies.first {
      $0.year == year && $0.region == policy.region && $0.object == policy.object
    }?.id
  }
}

extension WriteTransaction {
  /// The Word template goes along where it fits the policies of the copy. Throws `DatabaseFault`.
  fileprivate func copyTemplate(
    of task: Int64, to copy: Int64, year: Int, _ policies: [Policy], by person: Person, at seconds: Int64
  ) throws {
    guard let used = try first(.templates(of: task, .filing)), used.removedAt == nil,
      let content = try first(.templateContent(used.id, of: task)),
      (try? TemplateCheck(PolicySet(policies), year: year).template(content)) != nil
    else { return }
    try tell(
      .insertTemplate(
        name: used.name, digest: used.digest, content: content, of: copy, .filing, by: person.id, at: seconds))
    try tell(.insertEvent(.templateSet, of: copy, detail: "沿用：\(used.name)", by: person.id, at: seconds))
  }
}
