public import Database
import Evaluation
public import Store

/// Keeps the files that a filing's draft can be taken from. They are no part of the filing: no history tells of them.
public struct DraftFiles: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What can be handed in.
  public static let endings = ["docx", "xlsx", "pdf", "doc", "wps", "txt"]
  /// A filing keeps no more files than these.
  public static let most = 20

  /// The id under which it is kept. Throws `Invalid`, `Refused`, `Forbidden`, `NotFound` or `DatabaseFault`.
  public func add(
    name: String, content: [UInt8], to loaded: LoadedFiling, by person: Person, at seconds: Int64
  ) async throws -> Int64 {
    try loaded.demandEditable(by: person)
    let file = try FileKind.checked(name: name, content: content, endings: Self.endings)
    return try await engine.write { database in
      guard try database.ask(.draftFiles(of: loaded.record.id)).count < Self.most else {
        throw Invalid([FieldProblem("file", "最多保留 \(Self.most) 个文件，请先删除不用的。")])
      }
      return try database.insert(
        .insertDraftFile(
          name: file.name, content: content, of: loaded.record.id, by: person.id, at: seconds))
    }
  }

  /// Throws `Refused`, `Forbidden`, `NotFound` or `DatabaseFault`.
  public func remove(_ id: Int64, from loaded: LoadedFiling, by person: Person) async throws {
    try loaded.demandEditable(by: person)
    let rows = try await engine.write { try $0.tell(.deleteDraftFile(id, of: loaded.record.id)) }
    guard rows == 1 else { throw NotFound() }
  }
}
