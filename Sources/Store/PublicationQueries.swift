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
  /// Of the public Word document.
  public let wordDigest: String
  /// Of the public JSON.
  public let jsonDigest: String
  /// Of the PDF file and of the cells as CSV; empty where a version has none.
  public let pagesDigest: String
  /// Of the public CSV.
  public let cellsDigest: String
  /// Who published it.
  public let person: Int64
  /// Unix seconds.
  public let at: Int64
  /// nil while it is public.
  public let withdrawnAt: Int64?
  /// Empty while it is public.
  public let withdrawalReason: String
}

/// What the public may take away of a version.
public struct PublicationFiles: Sendable {
  /// Markup of the main part of a page.
  public let page: String
  /// Its content for other programs: see `Documentation/Schemas/filing.schema.json`.
  public let json: String
  /// A .docx file.
  public let word: [UInt8]
  /// The same as PDF; nil where no office suite was there to make it.
  public let pages: [UInt8]?
  /// The cells of the forms as CSV.
  public let cells: String
  public init(page: String, json: String, word: [UInt8], pages: [UInt8]?, cells: String) {
    self.page = page
    self.json = json
    self.word = word
    self.pages = pages
    self.cells = cells
  }
}

/// SHA-256 of the public files, hexadecimal; empty where there is no such file.
public struct PublicationDigests: Sendable, Hashable {
  /// Of the Word document.
  public let word: String
  /// Of the JSON.
  public let json: String
  /// Of the PDF; empty where none was made.
  public let pages: String
  /// Of the CSV.
  public let cells: String
  public init(word: String, json: String, pages: String, cells: String) {
    self.word = word
    self.json = json
    self.pages = pages
    self.cells = cells
  }
}

extension Query where Output == PublicationRecord {
  private static func publications(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT publication.id, publication.filing_id, unit.code, \(fragment: .unitNameOfFiling), task.year,
        task.title, publication.number,
        publication.filing_version, publication.note, publication.original_digest, publication.word_digest,
        publication.json_digest, publication.pages_digest, publication.cells_digest, publication.person_id, publication.at, publication.withdrawn_at,
        publication.withdrawal_reason
      FROM publication JOIN filing ON filing.id = publication.filing_id
        JOIN unit ON unit.code = filing.unit_code JOIN task ON task.id = filing.task_id
      """
    return Query(columns + rest) { row in
      let (id, filing) = (try row.integer(), try row.integer())
      return PublicationRecord(
        id: id, filing: filing, unit: try BudgetUnit(stored: &row), year: Int(try row.integer()),
        taskTitle: try row.text(), number: Int(try row.integer()), filingVersion: try row.integer(),
        note: try row.text(), originalDigest: try row.text(), wordDigest: try row.text(), jsonDigest: try row.text(),
        pagesDigest: try row.text(), cellsDigest: try row.text(), person: try row.integer(), at: try row.integer(),
        withdrawnAt: try row.optionalInteger(),
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
    if !text.isEmpty { parts.append(.contains(text, in: .unitNameOfFiling, "unit.code")) }
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

extension Query where Output == [UInt8] {
  /// The Word document of a version.
  public static func word(ofPublication id: Int64) -> Query {
    Query("SELECT word FROM publication WHERE id = \(id)") { row in try row.bytes() }
  }
}

extension Query where Output == [UInt8]? {
  /// The PDF of a version; nil where none was made.
  public static func pages(ofPublication id: Int64) -> Query {
    Query("SELECT pages FROM publication WHERE id = \(id)") { row in try row.optionalBytes() }
  }
}

extension Query where Output == PublicationFiles {
  /// By the id of the version.
  public static func files(ofPublication id: Int64) -> Query {
    Query("SELECT page, json, word, pages, cells FROM publication WHERE id = \(id)") { row in
      PublicationFiles(
        page: try row.text(), json: try row.text(), word: try row.bytes(), pages: try row.optionalBytes(),
        cells: try row.text())
    }
  }
}

extension Query where Output == String {
  /// The page of a version, as HTML.
  public static func page(ofPublication id: Int64) -> Query {
    Query("SELECT page FROM publication WHERE id = \(id)") { row in try row.text() }
  }

  /// Its content as JSON.
  public static func json(ofPublication id: Int64) -> Query {
    Query("SELECT json FROM publication WHERE id = \(id)") { row in try row.text() }
  }

  /// Its figures as CSV; empty where none were made.
  public static func cells(ofPublication id: Int64) -> Query {
    Query("SELECT cells FROM publication WHERE id = \(id)") { row in try row.text() }
  }

  /// What was taken out of a version and why, as JSON.
  public static func cuts(ofPublication id: Int64) -> Query {
    Query("SELECT cuts FROM publication WHERE id = \(id)") { row in try row.text() }
  }
}

extension Command {
  /// `cuts` is JSON; `originalDigest` is the SHA-256 of the full Word document, hexadecimal.
  public static func insertPublication(
    number: Int, of filing: Int64, version: Int64, note: String, cuts: String, files: PublicationFiles,
    originalDigest: String, digests: PublicationDigests, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO publication (filing_id, number, filing_version, note, cuts, page, json, word, pages, cells,
        original_digest, word_digest, json_digest, pages_digest, cells_digest, person_id, at)
      VALUES (\(filing), \(number), \(version), \(note), \(cuts), \(files.page), \(files.json), \(files.word),
        \(files.pages), \(files.cells), \(originalDigest), \(digests.word), \(digests.json), \(digests.pages),
        \(digests.cells), \(person), \(seconds))
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
