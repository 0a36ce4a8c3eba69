public import Database
import Evaluation

/// One version of a filing that was made public, without its files. Never changes but by being withdrawn.
public struct PublicationRecord: Sendable, Identifiable {
  public let id: Int64
  public let filing: Int64
  public let unit: BudgetUnit
  public let year: Int
  public let taskTitle: String
  /// 1 for the first; every correction is one further.
  public let number: Int
  /// The filing's version that it was made of.
  public let filingVersion: Int64
  /// What was corrected; empty for the first version.
  public let note: String
  /// SHA-256 of the full Word document, which stays here, and of the public files; hexadecimal.
  public let originalDigest: String
  public let wordDigest: String
  public let jsonDigest: String
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
  /// nil while it is public.
  public let withdrawnAt: Int64?
  public let withdrawalReason: String
}

/// What the public may take away of a version.
public struct PublicationFiles: Sendable {
  /// Markup of the main part of a page.
  public let page: String
  public let json: String
  /// A .docx file.
  public let word: [UInt8]
  public init(page: String, json: String, word: [UInt8]) {
    self.page = page
    self.json = json
    self.word = word
  }
}

extension Query where Output == PublicationRecord {
  private static func publications(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT publication.id, publication.filing_id, unit.code, unit.name, task.year, task.title, publication.number,
        publication.filing_version, publication.note, publication.original_digest, publication.word_digest,
        publication.json_digest, publication.person_id, publication.at, publication.withdrawn_at,
        publication.withdrawal_reason
      FROM publication JOIN filing ON filing.id = publication.filing_id
        JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      """
    return Query(columns + rest) { row in
      let (id, filing, text) = (try row.integer(), try row.integer(), try row.text())
      guard let code = UnitCode(text) else { throw DatabaseFault.refused("单位编码“\(text)”不是六位数字", sql: "") }
      return PublicationRecord(
        id: id, filing: filing, unit: BudgetUnit(code: code, name: try row.text()), year: Int(try row.integer()),
        taskTitle: try row.text(), number: Int(try row.integer()), filingVersion: try row.integer(),
        note: try row.text(), originalDigest: try row.text(), wordDigest: try row.text(), jsonDigest: try row.text(),
        person: try row.integer(), at: try row.integer(), withdrawnAt: try row.optionalInteger(),
        withdrawalReason: try row.text())
    }
  }

  /// Every version of a filing, the latest first.
  public static func publications(of filing: Int64) -> Query {
    publications(" WHERE publication.filing_id = \(filing) ORDER BY publication.number DESC")
  }
  /// One version of a filing.
  public static func publication(_ number: Int, of filing: Int64) -> Query {
    publications(" WHERE publication.filing_id = \(filing) AND publication.number = \(number)")
  }
  /// The latest version of every filing of a year that is public now, by unit code; `text` is part of a unit's name or
  /// code.
  public static func publicVersions(year: Int?, text: String, limit: Int, offset: Int) -> Query {
    publications(
      " WHERE \(fragment: isPublic(year: year, text: text)) ORDER BY task.year DESC, unit.code, filing.id LIMIT \(limit) OFFSET \(offset)"
    )
  }
  /// The same behind `id`, in the order in which they were published.
  public static func publicVersions(year: Int?, text: String, after id: Int64, limit: Int) -> Query {
    publications(
      """
       WHERE publication.id > \(id) AND \(fragment: isPublic(year: year, text: text))
      ORDER BY publication.id LIMIT \(limit)
      """)
  }
  fileprivate static func isPublic(year: Int?, text: String) -> SQL {
    var parts: [SQL] = [
      "publication.withdrawn_at IS NULL",
      """
      publication.number = (SELECT max(other.number) FROM publication AS other
        WHERE other.filing_id = publication.filing_id AND other.withdrawn_at IS NULL)
      """,
    ]
    if let year { parts.append("task.year = \(year)") }
    if !text.isEmpty {
      let pattern = "%\(text)%"
      parts.append("(unit.name LIKE \(pattern) OR unit.code LIKE \(pattern))")
    }
    return parts.joined(by: " AND ")
  }
}

extension Query where Output == Int64 {
  /// How many there are in all, for `publicVersions` of the same year and text.
  public static func publicVersionCount(year: Int?, text: String) -> Query {
    Query(
      """
      SELECT count(*) FROM publication JOIN filing ON filing.id = publication.filing_id
        JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      WHERE \(fragment: Query<PublicationRecord>.isPublic(year: year, text: text))
      """
    ) { row in try row.integer() }
  }
  /// The years of which something is public, the latest first.
  public static let publicYears = Query(
    """
    SELECT DISTINCT task.year FROM publication JOIN filing ON filing.id = publication.filing_id
      JOIN task ON task.id = filing.task_id
    WHERE publication.withdrawn_at IS NULL ORDER BY task.year DESC
    """
  ) { row in try row.integer() }
}

extension Query where Output == PublicationFiles {
  /// By the id of the version.
  public static func files(ofPublication id: Int64) -> Query {
    Query("SELECT page, json, word FROM publication WHERE id = \(id)") { row in
      PublicationFiles(page: try row.text(), json: try row.text(), word: try row.bytes())
    }
  }
}

extension Query where Output == String {
  /// What was taken out of a version and why, as JSON.
  public static func cuts(ofPublication id: Int64) -> Query {
    Query("SELECT cuts FROM publication WHERE id = \(id)") { row in try row.text() }
  }
}

extension Command {
  /// `cuts` is JSON; digests are SHA-256, hexadecimal.
  public static func insertPublication(
    number: Int, of filing: Int64, version: Int64, note: String, cuts: String, files: PublicationFiles,
    originalDigest: String, wordDigest: String, jsonDigest: String, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO publication (filing_id, number, filing_version, note, cuts, page, json, word, original_digest,
        word_digest, json_digest, person_id, at)
      VALUES (\(filing), \(number), \(version), \(note), \(cuts), \(files.page), \(files.json), \(files.word),
        \(originalDigest), \(wordDigest), \(jsonDigest), \(person), \(seconds))
      """)
  }
  /// Matches no row where it was withdrawn before.
  public static func withdrawPublication(
    _ number: Int, of filing: Int64, reason: String, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      UPDATE publication SET withdrawn_at = \(seconds), withdrawn_by = \(person), withdrawal_reason = \(reason)
      WHERE filing_id = \(filing) AND number = \(number) AND withdrawn_at IS NULL
      """)
  }
}
