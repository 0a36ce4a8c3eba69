public import Database
public import Evaluation

/// A day that is not what its weekday says, with the reason.
public struct DayException: Sendable {
  public let day: CivilDay
  public let kind: WorkingCalendar.Exception
  /// For instance the holiday, or where the day is announced.
  public let note: String
}

extension Query where Output == DayException {
  private static func exceptions(_ condition: SQL) -> Query {
    Query("SELECT day, kind, note FROM day_exception" + condition + " ORDER BY day") { row in
      let text = try row.text()
      guard let day = CivilDay(text) else { throw DatabaseFault.refused("“\(text)”不是日期", sql: "") }
      return DayException(
        day: day, kind: try row.stored(WorkingCalendar.Exception.self), note: try row.text())
    }
  }
  /// All, by day.
  public static let exceptions = exceptions("")
  /// By day.
  public static func exceptions(in year: Int) -> Query {
    exceptions(" WHERE day >= \("\(year)-01-01") AND day <= \("\(year)-12-31")")
  }
}

extension Query where Output == Int64 {
  /// The years for which exceptions were put in.
  public static let exceptionYears = Query(
    "SELECT DISTINCT CAST(substr(day, 1, 4) AS BIGINT) AS year FROM day_exception ORDER BY year"
  ) { row in try row.integer() }
}

extension Command {
  /// In place of the one before of that day.
  public static func putException(_ exception: DayException, by person: Int64, at seconds: Int64) -> Command {
    Command(
      """
      INSERT INTO day_exception (day, kind, note, person_id, at)
      VALUES (\(exception.day.description), \(exception.kind.rawValue), \(exception.note), \(person), \(seconds))
      ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, note = excluded.note, person_id = excluded.person_id,
        at = excluded.at
      """)
  }
  /// Matches no row where there was none.
  public static func deleteException(on day: CivilDay) -> Command {
    Command("DELETE FROM day_exception WHERE day = \(day.description)")
  }
}

extension DayException {
  public init(_ day: CivilDay, _ kind: WorkingCalendar.Exception, note: String) {
    self.init(day: day, kind: kind, note: note)
  }
}

extension ReadTransaction {
  /// As it stands now. Throws `DatabaseFault`.
  public func workingCalendar() throws -> WorkingCalendar {
    WorkingCalendar(
      Dictionary(try ask(.exceptions).map { ($0.day, $0.kind) }, uniquingKeysWith: { first, _ in first }))
  }
}
