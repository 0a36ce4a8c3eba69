public import Database
import Evaluation

/// A filing whose extract is to be made anew.
public struct DueExtract: Sendable, Hashable {
  public let filing: Int64
  /// That of the last change of its content.
  public let version: Int64
}

extension Query where Output == DueExtract {
  /// In no order.
  public static func dueExtracts(limit: Int) -> Query {
    Query("SELECT filing_id, version FROM extract_due LIMIT \(limit)") { row in
      DueExtract(filing: try row.integer(), version: try row.integer())
    }
  }
}

extension Query where Output == Int64 {
  /// How many filings changed since their extract was made.
  public static let dueExtractCount = Query("SELECT count(*) FROM extract_due") { row in try row.integer() }
}

/// A text of a filing as it is kept for searching.
public struct StoredText: Sendable, Hashable {
  /// Negative: later filings come first, and in each of them texts as they follow one another.
  public let id: Int64
  /// Addresses of cells with commas between them.
  public let place: String
  /// An `ExtractedText.Kind` by its raw value.
  public let kind: String
  /// What it is called where it is found: of its cell or section.
  public let title: String
  public let text: String
  /// The words of the index besides those of the text.
  public let marks: String

  /// How many texts a filing may have.
  public static let most: Int64 = 8_192

  public init(id: Int64, place: String, kind: String, title: String, text: String, marks: String) {
    self.id = id
    self.place = place
    self.kind = kind
    self.title = title
    self.text = text
    self.marks = marks
  }

  /// The ids that a filing's texts have.
  public static func ids(of filing: Int64) -> Range<Int64> { -filing * most..<(1 - filing) * most }
  /// The filing of the row of the index, as SQL; division cuts off towards zero.
  static let filingOfRow: SQL = "(8191 - extract_index.rowid) / 8192"
}

extension Query where Output == StoredText {
  static func texts(_ condition: SQL) -> Query {
    Query("SELECT id, place, kind, title, text, marks FROM extract_text WHERE " + condition) { row in
      StoredText(
        id: try row.integer(), place: try row.text(), kind: try row.text(), title: try row.text(),
        text: try row.text(), marks: try row.text())
    }
  }
  /// By id: as they follow one another in the filing.
  public static func texts(of filing: Int64) -> Query { texts("filing_id = \(filing) ORDER BY id") }
}

/// A figure of a filing as it is kept for sums.
public struct StoredFigure: Sendable, Hashable {
  /// What it is a figure of, as `ExtractedFigure.item` spells it.
  public let item: String
  /// Its cell's address.
  public let cell: String
  /// 分 for amounts, millionths for the rest.
  public let value: Int64
  public init(item: String, cell: String, value: Int64) {
    self.item = item
    self.cell = cell
    self.value = value
  }
}

extension Query where Output == StoredFigure {
  /// In no order.
  public static func figures(of filing: Int64) -> Query {
    Query("SELECT item, cell, value FROM extract_figure WHERE filing_id = \(filing)") { row in
      StoredFigure(item: try row.text(), cell: try row.text(), value: try row.integer())
    }
  }
}

/// How often a rule found something in a filing.
public struct StoredFinding: Sendable, Hashable {
  /// The rule's code: "A19".
  public let rule: String
  /// A `Severity` by its name.
  public let severity: String
  /// How often; 1 at least.
  public let number: Int64
  public init(rule: String, severity: String, number: Int64) {
    self.rule = rule
    self.severity = severity
    self.number = number
  }
}

extension Query where Output == StoredFinding {
  /// In no order.
  public static func findings(of filing: Int64) -> Query {
    Query("SELECT rule, severity, number FROM extract_finding WHERE filing_id = \(filing)") { row in
      StoredFinding(rule: try row.text(), severity: try row.text(), number: try row.integer())
    }
  }
}

extension Command {
  /// Notes that a filing's extract is to be made anew, within the write that changes its content.
  public static func markExtractDue(_ filing: Int64, version: Int64) -> Command {
    Command(
      """
      INSERT INTO extract_due (filing_id, version) VALUES (\(filing), \(version))
      ON CONFLICT (filing_id) DO UPDATE SET version = excluded.version
      """)
  }
  /// Unless its content changed after this version.
  public static func takeDueExtract(of filing: Int64, upTo version: Int64) -> Command {
    Command("DELETE FROM extract_due WHERE filing_id = \(filing) AND version <= \(version)")
  }
  /// `score` is the total in millionths; nil, with an empty grade, where there is none.
  public static func putExtract(of record: FilingRecord, grade: String, score: Int64?, _ execution: Execution)
    -> Command
  {
    let unit = record.unit.code.description
    return Command(
      """
      INSERT INTO extract (filing_id, version, task_id, unit_code, grade, score, initial, budget, executed)
      VALUES (\(record.id), \(record.version), \(record.task), \(unit), \(grade), \(score), \(execution.initial),
        \(execution.budget), \(execution.executed))
      ON CONFLICT (filing_id) DO UPDATE SET version = excluded.version, grade = excluded.grade, score = excluded.score,
        initial = excluded.initial, budget = excluded.budget, executed = excluded.executed
      """)
  }

  static func insertText(_ text: StoredText, of filing: Int64) -> Command {
    Command(
      """
      INSERT INTO extract_text (id, filing_id, place, kind, title, text, marks)
      VALUES (\(text.id), \(filing), \(text.place), \(text.kind), \(text.title), \(text.text), \(text.marks))
      """)
  }
  static func deleteText(_ id: Int64) -> Command { Command("DELETE FROM extract_text WHERE id = \(id)") }

  /// Many rows in one statement.
  static func putFigures(_ figures: ArraySlice<StoredFigure>, of record: FilingRecord) -> Command {
    let (task, unit) = (record.task, record.unit.code.description)
    let rows: [[any SQLConvertible]] = figures.map { [record.id, $0.item, $0.cell, task, unit, $0.value] }
    return Command(
      """
      INSERT INTO extract_figure (filing_id, item, cell, task_id, unit_code, value) VALUES \(rows: rows)
      ON CONFLICT (filing_id, item, cell) DO UPDATE SET value = excluded.value
      """)
  }
  static func deleteFigure(_ figure: StoredFigure, of filing: Int64) -> Command {
    Command(
      "DELETE FROM extract_figure WHERE filing_id = \(filing) AND item = \(figure.item) AND cell = \(figure.cell)")
  }
  static func deleteFindings(of filing: Int64) -> Command {
    Command("DELETE FROM extract_finding WHERE filing_id = \(filing)")
  }
  static func insertFindings(_ findings: [StoredFinding], of record: FilingRecord) -> Command {
    let (task, unit) = (record.task, record.unit.code.description)
    let rows: [[any SQLConvertible]] = findings.map { [record.id, $0.rule, $0.severity, task, unit, $0.number] }
    return Command(
      "INSERT INTO extract_finding (filing_id, rule, severity, task_id, unit_code, number) VALUES \(rows: rows)")
  }
}
