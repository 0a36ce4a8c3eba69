public import Database

/// The result of an audit that was made elsewhere, kept beside a filing.
public struct ImportedAuditRecord: Sendable, Identifiable {
  public let id: Int64
  public let filing: Int64
  /// JSON, as the operation that imports it wrote it.
  public let content: String
  /// Who imported it.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == ImportedAuditRecord {
  /// The latest first.
  public static func importedAudits(of filing: Int64) -> Query {
    Query(
      """
      SELECT id, filing_id, content, person_id, at FROM imported_audit
      WHERE filing_id = \(filing) ORDER BY at DESC, id DESC
      """
    ) { row in
      ImportedAuditRecord(
        id: try row.integer(), filing: try row.integer(), content: try row.text(), person: try row.integer(),
        at: try row.integer())
    }
  }
}

extension Command {
  /// The same result twice is one.
  public static func putImportedAudit(
    _ content: String, digest: String, of filing: Int64, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO imported_audit (filing_id, digest, content, person_id, at)
      VALUES (\(filing), \(digest), \(content), \(person), \(seconds))
      ON CONFLICT (filing_id, digest) DO NOTHING
      """)
  }
  /// Matches no row where it is another filing's, or gone.
  public static func deleteImportedAudit(_ id: Int64, of filing: Int64) -> Command {
    Command("DELETE FROM imported_audit WHERE id = \(id) AND filing_id = \(filing)")
  }
}
