public import Database

extension AdminFilter {
  var condition: SQL {
    var parts: [SQL] = ["1 = 1"]
    if let group { parts.append("admin_entry.kind IN \(list: group.kinds.map(\.rawValue))") }
    if !text.isEmpty {
      parts.append(
        .contains(text, in: "admin_entry.subject", "admin_entry.detail", "person.name", "person.account"))
    }
    if let from { parts.append("admin_entry.at >= \(from)") }
    if let before { parts.append("admin_entry.at < \(before)") }
    return parts.joined(by: " AND ")
  }
}

extension Query where Output == AdminEntry {
  private static func entries(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT admin_entry.number, admin_entry.kind, admin_entry.subject, admin_entry.detail, admin_entry.person_id,
        person.name, admin_entry.address, admin_entry.at, admin_entry.chain
      FROM admin_entry LEFT JOIN person ON person.id = admin_entry.person_id
      """
    return Query(columns + rest) { row in
      let number = try row.integer()
      let kind = try row.stored(AdminEvent.Kind.self)
      let subject = try row.text()
      return AdminEntry(
        number: number, event: AdminEvent(kind, subject, try row.text()), person: try row.optionalInteger(),
        name: try row.optionalText(), address: try row.text(), at: try row.integer(), chain: try row.text())
    }
  }
  /// The latest first.
  public static func adminEntries(_ filter: AdminFilter, limit: Int, offset: Int) -> Query {
    entries(
      " WHERE \(fragment: filter.condition) ORDER BY admin_entry.number DESC LIMIT \(limit) OFFSET \(offset)")
  }
  /// In their order, behind `number`.
  public static func adminEntries(after number: Int64, limit: Int) -> Query {
    entries(" WHERE admin_entry.number > \(number) ORDER BY admin_entry.number LIMIT \(limit)")
  }
  /// The latest first, before `number`.
  public static func adminEntries(_ filter: AdminFilter, before number: Int64, limit: Int) -> Query {
    entries(
      """
       WHERE admin_entry.number < \(number) AND \(fragment: filter.condition)
      ORDER BY admin_entry.number DESC LIMIT \(limit)
      """)
  }
}

/// Where the log ends.
public struct AdminLogHead: Sendable {
  /// Of its last line; 0 where there is none.
  public let number: Int64
  /// Of its last line; empty where there is none.
  public let chain: String
}

extension Query where Output == AdminLogHead {
  /// One row; read it after `advanceAdminLog` where a line is to follow.
  public static let adminLogHead = Query("SELECT number, chain FROM admin_log_head WHERE id = 1") { row in
    AdminLogHead(number: try row.integer(), chain: try row.text())
  }
}

extension Query where Output == Int64 {
  /// How many there are in all, for `adminEntries` of the same filter.
  public static func adminEntryCount(_ filter: AdminFilter) -> Query {
    Query(
      """
      SELECT count(*) FROM admin_entry LEFT JOIN person ON person.id = admin_entry.person_id
      WHERE \(fragment: filter.condition)
      """
    ) { row in try row.integer() }
  }
  /// When something of a kind was put down last, Unix seconds.
  public static func lastAdminEntry(_ kind: AdminEvent.Kind) -> Query {
    Query("SELECT at FROM admin_entry WHERE kind = \(kind.rawValue) ORDER BY number DESC LIMIT 1") { row in
      try row.integer()
    }
  }
  /// Everybody who holds a post, at whatever time.
  public static func holders(of kinds: [String]) -> Query {
    Query("SELECT DISTINCT person_id FROM post WHERE kind IN \(list: kinds) ORDER BY person_id") { row in
      try row.integer()
    }
  }
}

extension Query where Output == String {
  /// No row where it was never set.
  public static func setting(_ setting: Setting) -> Query {
    Query("SELECT value FROM setting WHERE name = \(setting.rawValue)") { row in try row.text() }
  }
}

extension Query where Output == FactorDemand {
  /// No row where it was never set.
  public static let factorDemand = Query("SELECT value FROM setting WHERE name = \(Setting.secondFactor.rawValue)") {
    row in
    try row.stored(FactorDemand.self)
  }
}

extension Command {
  /// First of all: who comes at the same time waits for the row.
  public static let advanceAdminLog = Command("UPDATE admin_log_head SET number = number + 1 WHERE id = 1")
  /// After the line that `advanceAdminLog` made room for.
  public static func setAdminLogChain(_ chain: String) -> Command {
    Command("UPDATE admin_log_head SET chain = \(chain) WHERE id = 1")
  }
  /// `number` is that of `advanceAdminLog`; `address` is empty and `person` nil where they are not known.
  public static func insertAdminEntry(
    _ number: Int64, _ event: AdminEvent, by person: Int64?, from address: String, at seconds: Int64, chain: String
  ) -> Command {
    Command(
      """
      INSERT INTO admin_entry (number, kind, subject, detail, person_id, address, at, chain)
      VALUES (\(number), \(event.kind.rawValue), \(event.subject), \(event.detail), \(person), \(address), \(seconds),
        \(chain))
      """)
  }
  /// In place of the value before.
  public static func put(_ value: String, for setting: Setting) -> Command {
    Command(
      """
      INSERT INTO setting (name, value) VALUES (\(setting.rawValue), \(value))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """)
  }
  /// From everybody, of whatever term.
  public static func deletePosts(ofKinds kinds: [String]) -> Command {
    Command("DELETE FROM post WHERE kind IN \(list: kinds)")
  }
}
