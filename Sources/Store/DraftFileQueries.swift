public import Database

/// A file that a filing's draft can be taken from, without its bytes.
public struct DraftFileRecord: Sendable, Identifiable {
  public let id: Int64
  public let filing: Int64
  /// That of the file as it was handed in, made harmless.
  public let name: String
  /// In bytes.
  public let size: Int
  /// Who handed it in.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == DraftFileRecord {
  private static func draftFiles(_ condition: SQL) -> Query {
    Query("SELECT id, filing_id, name, size, person_id, at FROM draft_file" + condition) { row in
      DraftFileRecord(
        id: try row.integer(), filing: try row.integer(), name: try row.text(), size: Int(try row.integer()),
        person: try row.integer(), at: try row.integer())
    }
  }
  /// The latest first.
  public static func draftFiles(of filing: Int64) -> Query {
    draftFiles(" WHERE filing_id = \(filing) ORDER BY id DESC")
  }
  /// No row where it belongs to another filing.
  public static func draftFile(_ id: Int64, of filing: Int64) -> Query {
    draftFiles(" WHERE id = \(id) AND filing_id = \(filing)")
  }
}

extension Query where Output == [UInt8] {
  /// Whose filing it is must be looked up before.
  public static func content(ofDraftFile id: Int64) -> Query {
    Query("SELECT content FROM draft_file WHERE id = \(id)") { row in try row.bytes() }
  }
}

extension Command {
  /// Its size is that of `content`.
  public static func insertDraftFile(
    name: String, content: [UInt8], of filing: Int64, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO draft_file (filing_id, name, size, content, person_id, at)
      VALUES (\(filing), \(name), \(content.count), \(content), \(person), \(seconds))
      """)
  }
  /// The bytes go too: a file that was handed in by mistake may hold what nobody should keep.
  public static func deleteDraftFile(_ id: Int64, of filing: Int64) -> Command {
    Command("DELETE FROM draft_file WHERE id = \(id) AND filing_id = \(filing)")
  }
}
