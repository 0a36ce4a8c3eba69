public import Database

/// Another filing of the task that shares stretches of text.
public struct SharedText: Sendable {
  /// The other one.
  public let filing: Int64
  /// How many of the kept stretches stand in both.
  public let count: Int
}

extension Query where Output == SharedText {
  /// Who shares most of a filing's kept stretches, besides those that so many filings have that they come from a common
  /// pattern.
  public static func sharers(of filing: Int64, in task: Int64, commonFrom common: Int, limit: Int) -> Query {
    Query(
      """
      SELECT other.filing_id, count(*) AS shared
      FROM text_stretch AS mine
        JOIN text_stretch AS other ON other.task_id = mine.task_id AND other.digest = mine.digest
      WHERE mine.filing_id = \(filing) AND mine.task_id = \(task) AND other.filing_id <> mine.filing_id
        AND (SELECT count(*) FROM text_stretch AS every
          WHERE every.task_id = mine.task_id AND every.digest = mine.digest) < \(common)
      GROUP BY other.filing_id ORDER BY shared DESC, other.filing_id LIMIT \(limit)
      """
    ) { row in SharedText(filing: try row.integer(), count: Int(try row.integer())) }
  }
}

extension Command {
  /// In whatever task.
  public static func deleteStretches(of filing: Int64) -> Command {
    Command("DELETE FROM text_stretch WHERE filing_id = \(filing)")
  }
  /// One at least, a few hundred at most, none twice.
  public static func insertStretches(_ digests: [Int64], of filing: Int64, in task: Int64) -> Command {
    let rows: [[any SQLConvertible]] = digests.map { [task, $0, filing] }
    return Command("INSERT INTO text_stretch (task_id, digest, filing_id) VALUES \(rows: rows)")
  }
}
