/// An index over the words of numbered rows. SQLite keeps it as an FTS5 table without content, PostgreSQL as a column of
/// words with a GIN index; both come with the database.
///
/// Words are ASCII letters and digits, small, with blanks between them. The index knows which rows have a word, not
/// where or how often.
public struct WordIndex: Sendable {
  private let table: SQL
  private let name: StaticString

  /// The index with this name.
  public init(_ name: StaticString) {
    self.name = name
    table = SQL(stringLiteral: name)
  }

  /// What a schema step does to make it.
  public var creation: [Command] {
    [
      Command(
        SQL(pieces: [
          .dialect(
            sqlite:
              "CREATE VIRTUAL TABLE \(name) USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')",
            postgres: "CREATE TABLE \(name) (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        ])),
      Command(
        SQL(pieces: [
          .dialect(sqlite: "SELECT 1", postgres: "CREATE INDEX \(name)_words ON \(name) USING gin (words)")
        ])),
    ]
  }

  /// Takes a row in that is not there.
  public func insert(_ words: String, row: Int64) -> Command {
    Command(
      "INSERT INTO \(fragment: table) (rowid, words) VALUES (\(row), CAST(\(words) AS \(fragment: Self.wordType)))")
  }

  /// Takes a row out. The words must be those that it was taken in with.
  public func delete(_ words: String, row: Int64) -> Command {
    Command(
      SQL(pieces: [
        .dialect(
          sqlite: "INSERT INTO \(name) (\(name), rowid, words) VALUES ('delete', ",
          postgres: "DELETE FROM \(name) WHERE rowid = "), .value(.integer(row)),
        .dialect(sqlite: ", CAST(", postgres: " AND CAST("), .value(.text(words)),
        .dialect(sqlite: " AS TEXT))", postgres: " AS TEXT) IS NOT NULL"),
      ]))
  }

  /// True of the rows that have all the words, and one at least of every list.
  public func condition(all words: [String], anyOf lists: [[String]] = []) -> SQL {
    let parts = words + lists.map { "(\($0.joined(separator: " | ")))" }
    let question = parts.joined(separator: " & ")
    return SQL(pieces: [.dialect(sqlite: "\(name) MATCH replace(replace(", postgres: "\(name).words @@ CAST(")])
      + "CAST(\(question) AS TEXT)"
      + SQL(pieces: [.dialect(sqlite: ", '&', 'AND'), '|', 'OR')", postgres: " AS TSQUERY)")])
  }

  private static let wordType = SQL(pieces: [.dialect(sqlite: "TEXT", postgres: "TSVECTOR")])
}
