public import Database

/// A file that goes with a filing, without its bytes.
public struct AttachmentRecord: Sendable, Identifiable {
  public let id: Int64
  public let filing: Int64
  /// The id of the requirement it meets.
  public let requirement: String
  /// That of the file as it was handed in, made harmless.
  public let name: String
  public let mediaType: String
  /// In bytes.
  public let size: Int
  /// SHA-256, hexadecimal.
  public let digest: String
  /// Who put it there.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == AttachmentRecord {
  private static func attachments(_ condition: SQL) -> Query {
    Query(
      "SELECT id, filing_id, requirement, name, media_type, size, digest, person_id, at FROM attachment" + condition
    ) { row in
      AttachmentRecord(
        id: try row.integer(), filing: try row.integer(), requirement: try row.text(), name: try row.text(),
        mediaType: try row.text(), size: Int(try row.integer()), digest: try row.text(), person: try row.integer(),
        at: try row.integer())
    }
  }
  /// In the order in which they were put there, without those that were removed.
  public static func attachments(of filing: Int64) -> Query {
    attachments(" WHERE filing_id = \(filing) AND is_removed = 0 ORDER BY id")
  }
  /// No row where it was removed, or belongs to another filing.
  public static func attachment(_ id: Int64, of filing: Int64) -> Query {
    attachments(" WHERE id = \(id) AND filing_id = \(filing) AND is_removed = 0")
  }
}

extension Query where Output == Int64 {
  /// In bytes, with those that were removed: they are kept for the history.
  public static func attachedBytes(of filing: Int64) -> Query {
    Query("SELECT COALESCE(SUM(size), 0) FROM attachment WHERE filing_id = \(filing)") { row in try row.integer() }
  }
}

extension Query where Output == [UInt8] {
  /// Also of one that was removed; whose filing it is must be looked up before.
  public static func content(ofAttachment id: Int64) -> Query {
    Query("SELECT content FROM attachment WHERE id = \(id)") { row in try row.bytes() }
  }
}

extension Query where Output == String {
  /// The ids of the requirements for which a file is there.
  public static func attachedRequirements(of filing: Int64) -> Query {
    Query("SELECT DISTINCT requirement FROM attachment WHERE filing_id = \(filing) AND is_removed = 0") { row in
      try row.text()
    }
  }
}

extension Command {
  /// `digest` is the SHA-256 of the content, hexadecimal.
  public static func insertAttachment(
    requirement: String, name: String, mediaType: String, digest: String, content: [UInt8], of filing: Int64,
    by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO attachment (filing_id, requirement, name, media_type, size, digest, content, person_id, at)
      VALUES (\(filing), \(requirement), \(name), \(mediaType), \(content.count), \(digest), \(content), \(person),
        \(seconds))
      """)
  }
  /// The bytes stay: the history tells of them.
  public static func removeAttachment(_ id: Int64) -> Command {
    Command("UPDATE attachment SET is_removed = \(true) WHERE id = \(id)")
  }
}
