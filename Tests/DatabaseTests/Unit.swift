import Database

/// The small schema that the tests work on: units, some of them below another.
enum Unit {
  static let createTable = Command(
    """
    CREATE TABLE unit (
      id \(fragment: .identityColumn),
      code TEXT NOT NULL UNIQUE,
      name TEXT,
      amount BIGINT NOT NULL DEFAULT 0,
      seal \(fragment: .type(.bytes)),
      parent BIGINT REFERENCES unit(id) DEFERRABLE INITIALLY IMMEDIATE,
      successor BIGINT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED
    )
    """)

  static let count = Query("SELECT count(*) FROM unit") { row in try row.integer() }
  static let codes = Query("SELECT code FROM unit ORDER BY code") { row in try row.text() }
  static let sum = Query("SELECT sum(amount) FROM unit") { row in try row.optionalInteger() }

  static func add(_ code: String, amount: Int64 = 0) -> Command {
    Command("INSERT INTO unit (code, amount) VALUES (\(code), \(amount))")
  }
  static func amount(_ code: String) -> Query<Int64> {
    Query("SELECT amount FROM unit WHERE code = \(code)") { row in try row.integer() }
  }
  static func setAmount(_ amount: Int64, of code: String) -> Command {
    Command("UPDATE unit SET amount = \(amount) WHERE code = \(code)")
  }
}

extension EngineKind {
  /// An engine whose database holds the unit table, empty.
  func openWithUnits() async throws -> any Engine {
    let engine = try await open()
    try await engine.write { write in _ = try write.tell(Unit.createTable) }
    return engine
  }
}

/// What a test throws on purpose.
struct Stop: Error, Equatable {}
