public import Database
import Evaluation
public import Store

/// Notes that the one due to act next has looked at a filing: from then on it cannot be taken back.
public struct OpenFiling: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `DatabaseFault`.
  public func callAsFunction(_ loaded: LoadedFiling, by person: Person) async throws {
    let record = loaded.record
    guard !record.isOpened, record.stage.review != nil, record.sender != person.id else { return }
    let roles = person.posts.roles(towards: record.unit.code)
    guard Move.approve.openings.contains(where: { $0.stage == record.stage && roles.contains($0.role) }) else {
      return
    }
    _ = try await engine.write { database in try database.tell(.markOpened(record.id)) }
  }
}
