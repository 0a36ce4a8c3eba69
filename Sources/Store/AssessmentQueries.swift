public import Database
public import Evaluation

/// A mark of the 自评工作考核 with who entered it last, and when in Unix seconds.
public struct StoredWorkMark: Sendable {
  public let mark: WorkMark
  public let person: Int64
  public let at: Int64
}

/// Where the 自评工作考核 of a filing stands.
public struct WorkAssessmentRecord: Sendable, Hashable {
  /// In hundredths of a point; nil while a criterion is without points.
  public let total: Int64?
  /// The unit may read it.
  public let isReleased: Bool
  public init(total: Int64?, isReleased: Bool) {
    self.total = total
    self.isReleased = isReleased
  }
}

extension Query where Output == StoredWorkMark {
  /// By criterion; those without points have no row.
  public static func workMarks(of filing: Int64) -> Query {
    Query(
      """
      SELECT criterion, points, computed, reason, person_id, at FROM work_mark
      WHERE filing_id = \(filing) ORDER BY criterion
      """
    ) { row in
      StoredWorkMark(
        mark: WorkMark(
          row: try row.text(), points: try row.text(), computed: try row.text(), reason: try row.text()),
        person: try row.integer(), at: try row.integer())
    }
  }
}

extension Query where Output == WorkAssessmentRecord {
  /// No row where nothing was ever marked.
  public static func workAssessment(of filing: Int64) -> Query {
    Query("SELECT total, is_released FROM work_assessment WHERE filing_id = \(filing)") { row in
      WorkAssessmentRecord(total: try row.optionalInteger(), isReleased: try row.boolean())
    }
  }
}

extension Command {
  /// A mark without points is taken away.
  public static func putWorkMark(_ mark: WorkMark, filing: Int64, by person: Int64, at seconds: Int64) -> Command {
    guard !mark.points.isEmpty else {
      return Command("DELETE FROM work_mark WHERE filing_id = \(filing) AND criterion = \(mark.row)")
    }
    return Command(
      """
      INSERT INTO work_mark (filing_id, criterion, points, computed, reason, person_id, at)
      VALUES (\(filing), \(mark.row), \(mark.points), \(mark.computed), \(mark.reason), \(person), \(seconds))
      ON CONFLICT (filing_id, criterion) DO UPDATE SET points = excluded.points, computed = excluded.computed,
        reason = excluded.reason, person_id = excluded.person_id, at = excluded.at
      """)
  }
  /// In place of the one before.
  public static func putWorkAssessment(
    _ record: WorkAssessmentRecord, filing: Int64, by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO work_assessment (filing_id, total, is_released, person_id, at)
      VALUES (\(filing), \(record.total), \(record.isReleased), \(person), \(seconds))
      ON CONFLICT (filing_id) DO UPDATE SET total = excluded.total, is_released = excluded.is_released,
        person_id = excluded.person_id, at = excluded.at
      """)
  }
}
