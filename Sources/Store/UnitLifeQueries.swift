public import Database
public import Evaluation

extension Query where Output == UnitRecord {
  private static func records(_ rest: SQL) -> Query {
    Query("SELECT unit.code, unit.name, unit.opened_on, unit.closed_on FROM unit" + rest) { row in
      UnitRecord(
        unit: try BudgetUnit(stored: &row), openedOn: CivilDay(try row.text()), closedOn: CivilDay(try row.text()))
    }
  }
  /// All, by code.
  public static let unitRecords = records(" ORDER BY unit.code")
  /// One at most.
  public static func unitRecord(_ code: UnitCode) -> Query { records(" WHERE unit.code = \(code.description)") }
  /// The subordinate units of a department that are there, by code.
  public static func openSubordinates(of lead: UnitCode) -> Query {
    records(
      """
       WHERE unit.code LIKE \(lead.department + "%") AND unit.code <> \(lead.lead) AND unit.closed_on = ''
      ORDER BY unit.code
      """)
  }
  /// What a unit became.
  public static func successors(of code: UnitCode) -> Query {
    records(
      """
       JOIN unit_succession ON unit_succession.successor_code = unit.code
      WHERE unit_succession.unit_code = \(code.description) ORDER BY unit.code
      """)
  }
}

extension Query where Output == UnitEvent {
  /// In the order in which they were put down.
  public static func events(of code: UnitCode) -> Query {
    Query(
      """
      SELECT unit_event.id, unit_event.kind, unit_event.day, unit_event.name_before, unit_event.name_after,
        unit_event.others, unit_event.reason, unit_event.document, person.name, unit_event.at
      FROM unit_event LEFT JOIN person ON person.id = unit_event.person_id
      WHERE unit_event.unit_code = \(code.description) ORDER BY unit_event.id
      """
    ) { row in
      UnitEvent(
        id: try row.integer(), kind: try row.stored(UnitEvent.Kind.self), day: try row.text(),
        nameBefore: try row.text(), nameAfter: try row.text(),
        others: try row.text().split(separator: " ").compactMap { UnitCode(String($0)) }, reason: try row.text(),
        document: try row.text(), name: try row.optionalText(), at: try row.integer())
    }
  }
}

/// A filing that would be left without its unit.
public struct UnfinishedFiling: Sendable {
  /// Its title.
  public let task: String
  public let stage: Stage
}

extension Query where Output == UnfinishedFiling {
  /// What a unit still has to bring to its end: filings of tasks that take filings, neither done nor excused.
  public static func unfinishedFilings(of code: UnitCode) -> Query {
    Query(
      """
      SELECT task.title, filing.stage FROM filing JOIN task ON task.id = filing.task_id
      WHERE filing.unit_code = \(code.description) AND filing.stage <> \(Stage.done.rawValue)
        AND filing.waiver <> 'accepted'
        AND task.phase IN \(list: TaskPhase.allCases.filter(\.takesFilings).map(\.rawValue))
      ORDER BY task.year, task.id
      """
    ) { row in UnfinishedFiling(task: try row.text(), stage: try row.stored(Stage.self)) }
  }
}

extension Command {
  /// ISO 8601; empty opens the unit again.
  public static func setClosed(_ day: String, unit: UnitCode) -> Command {
    Command("UPDATE unit SET closed_on = \(day) WHERE code = \(unit.description)")
  }
  /// Where a name was given up in a year before, that one held for the years until then; one that held for no end of a
  /// year is in the history alone.
  public static func insertFormerName(_ name: String, of unit: UnitCode, until year: Int) -> Command {
    Command(
      """
      INSERT INTO former_name (unit_code, until_year, name) VALUES (\(unit.description), \(year), \(name))
      ON CONFLICT DO NOTHING
      """)
  }
  /// Fails where it is known already.
  public static func insertSuccession(of unit: UnitCode, to successor: UnitCode) -> Command {
    Command(
      """
      INSERT INTO unit_succession (unit_code, successor_code) VALUES (\(unit.description), \(successor.description))
      """)
  }
  /// What it became is forgotten.
  public static func deleteSuccessions(of unit: UnitCode) -> Command {
    Command("DELETE FROM unit_succession WHERE unit_code = \(unit.description)")
  }
  /// `day` is ISO 8601, empty where it is not known; `person` is nil for what comes from the command line.
  public static func insertUnitEvent(
    _ kind: UnitEvent.Kind, of unit: UnitCode, on day: String, before: String = "", after: String = "",
    others: [UnitCode] = [], reason: String = "", document: String = "", by person: Int64?, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO unit_event (unit_code, kind, day, name_before, name_after, others, reason, document, person_id, at)
      VALUES (\(unit.description), \(kind.rawValue), \(day), \(before), \(after),
        \(others.map(\.description).joined(separator: " ")), \(reason), \(document), \(person), \(seconds))
      """)
  }
}
