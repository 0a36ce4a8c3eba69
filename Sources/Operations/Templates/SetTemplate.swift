public import Database
import Evaluation
import OOXML
public import Store

/// Gives a task a Word template, or goes back to the built-in layout.
public struct SetTemplate: Sendable {
  let engine: any Engine
  let policies: PolicyShelf
  public init(engine: any Engine, policies: PolicyShelf) {
    self.engine = engine
    self.policies = policies
  }

  /// In place of the one before, which is kept. Throws `Forbidden`, `NotFound`, `Invalid` with every fault of the file,
  /// `Refused`, `PolicyMissing` or `DatabaseFault`.
  public func callAsFunction(
    name: String, content: [UInt8], for id: Int64, _ kind: DocumentKind = .filing, by person: Person,
    at seconds: Int64
  ) async throws {
    try person.demandTasks()
    let found = try await engine.read { [policies] database in
      try database.first(.task(id)).map { ($0, try policies.policies(of: $0, in: database)) }
    }
    guard let (task, set) = found else { throw NotFound() }
    _ = try TemplateCheck(set, year: task.year).template(content)
    let digest = Digest.of(content)
    let name = FileKind.harmless(name)
    try await engine.write { database in
      guard let now = try database.first(.task(id)) else { throw NotFound() }
      guard now.policies == task.policies, now.policyHashes == task.policyHashes, now.year == task.year else {
        throw StaleVersion()
      }
      guard now.phase != .archived else { throw Refused([.wrongPhase(now.phase)]) }
      try database.tell(
        .insertTemplate(name: name, digest: digest, content: content, of: id, kind, by: person.id, at: seconds))
      try database.tell(
        .insertEvent(.templateSet, of: id, detail: "\(name)，SHA-256 \(digest)", by: person.id, at: seconds))
    }
  }

  /// Throws `Forbidden`, `NotFound` where there is none in use, `Refused` or `DatabaseFault`.
  public func remove(from id: Int64, _ kind: DocumentKind = .filing, by person: Person, at seconds: Int64) async throws
  {
    try person.demandTasks()
    try await engine.write { database in
      guard let task = try database.first(.task(id)),
        let used = try database.first(.templates(of: id, kind)), used.removedAt == nil
      else { throw NotFound() }
      guard task.phase != .archived else { throw Refused([.wrongPhase(task.phase)]) }
      try database.tell(.removeTemplate(used.id, by: person.id, at: seconds))
      try database.tell(.insertEvent(.templateRemoved, of: id, detail: used.name, by: person.id, at: seconds))
    }
  }
}
