public import Database
import Evaluation
public import Store

/// Keeps a file with a filing, or takes one away.
public struct AttachFile: Sendable {
  private let engine: any Engine
  private let write: OptimisticWrite
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    write = OptimisticWrite(engine: engine, shelf: shelf)
  }

  /// Of one file, in bytes.
  public static let largest = 20 * 1_048_576
  /// Of all files of a filing, in bytes: what is exported in one piece.
  public static let largestSum = 300 * 1_048_576
  /// Of a filing.
  public static let most = 60
  /// Of all that were ever put there, in bytes: those that were removed are kept for the history.
  static let largestSumEver: Int64 = 1 << 30

  /// Throws `NotFound`, `Invalid`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func add(
    name: String, content: [UInt8], to requirement: String, in id: Int64, by person: Person, at seconds: Int64
  ) async throws {
    _ = try await write(on: id) { before in
      try before.demandEditable(by: person)
      guard let wanted = before.filing.policies.attachments.first(where: { $0.id == requirement }) else {
        throw Invalid([FieldProblem("requirement", "请选择文件类别。")])
      }
      let file = try FileKind.checked(name: name, content: content, endings: wanted.endings)
      let digest = Digest.of(content)
      let (others, ever) = try await engine.read { database in
        (try database.ask(.attachments(of: id)), try database.first(.attachedBytes(of: id)) ?? 0)
      }
      guard ever + Int64(content.count) <= Self.largestSumEver else {
        throw Invalid([FieldProblem("file", "这份自评先后上传的文件（含已删除的）已达 1 GB，不能再上传。")])
      }
      guard others.count < Self.most, others.reduce(content.count, { $0 + $1.size }) <= Self.largestSum else {
        throw Invalid([
          FieldProblem("file", "一份自评最多 \(Self.most) 个文件、合计 \(Self.largestSum >> 20) MB，请先删除不用的。")
        ])
      }
      var filing = before.filing
      filing.attached.insert(requirement)
      return before.step(
        to: filing, .attachment(requirement: requirement, name: file.name, digest: digest, isRemoved: false),
        by: person, at: seconds
      ) { database in
        try database.tell(
          .insertAttachment(
            requirement: requirement, name: file.name, mediaType: file.kind.mediaType, digest: digest,
            content: content, of: id, by: person.id, at: seconds))
      }
    }
  }

  /// Throws `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func remove(_ attachment: Int64, from id: Int64, by person: Person, at seconds: Int64) async throws {
    _ = try await write(on: id) { before in
      try before.demandEditable(by: person)
      let files = try await engine.read { try $0.ask(.attachments(of: id)) }
      guard let file = files.first(where: { $0.id == attachment }) else { throw NotFound() }
      var filing = before.filing
      filing.attached = Set(files.filter { $0.id != attachment }.map(\.requirement))
      return before.step(
        to: filing,
        .attachment(requirement: file.requirement, name: file.name, digest: file.digest, isRemoved: true),
        by: person, at: seconds
      ) { database in try database.tell(.removeAttachment(attachment)) }
    }
  }
}
