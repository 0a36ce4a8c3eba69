public import Database
import Evaluation
public import Store

/// Keeps the file of a task's notice, for all units to read.
public struct AttachNotice: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What can be handed in.
  public static let endings = ["pdf", "docx"]

  /// In place of the one before. Throws `Forbidden`, `NotFound`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    name: String, content: [UInt8], to id: Int64, by person: Person, at seconds: Int64
  ) async throws {
    try person.demandTasks()
    let file = try FileKind.checked(name: name, content: content, endings: Self.endings)
    let digest = Digest.of(content)
    try await engine.write { database in
      guard let task = try database.first(.task(id)) else { throw NotFound() }
      guard [.draft, .trial, .launched].contains(task.phase) else { throw Refused([.wrongPhase(task.phase)]) }
      try database.tell(
        .putNotice(
          name: file.name, mediaType: file.kind.mediaType, digest: digest, content: content, of: id, by: person.id,
          at: seconds))
      try database.tell(
        .insertEvent(.noticeAttached, of: id, detail: "\(file.name)，SHA-256 \(digest)", by: person.id, at: seconds))
    }
  }
}
