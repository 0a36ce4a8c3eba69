/// What an engine gives one open transaction: a way to run statements.
protocol Session: AnyObject {
  /// Runs one statement, hands each row over until told false, and returns how many rows it changed.
  /// What `take` throws is passed on; faults of the database are `DatabaseFault`s.
  func run(_ sql: SQL, take: (inout SQLRow) throws -> Bool) throws -> Int
}

extension Session {
  func ask<Output>(_ query: Query<Output>) throws -> [Output] {
    var outputs: [Output] = []
    _ = try run(query.sql) { row in
      outputs.append(try query.decode(&row))
      return true
    }
    return outputs
  }

  func first<Output>(_ query: Query<Output>) throws -> Output? {
    var output: Output?
    _ = try run(query.sql) { row in
      output = try query.decode(&row)
      return false
    }
    return output
  }
}

/// One open transaction that may only look. Synchronous on purpose: nothing else happens half-way through, and what it
/// sees is the database at one moment. It is not `Sendable`, and so cannot leave the closure that it is lent to.
public struct ReadTransaction {
  let session: any Session

  /// All answers, in the order of the statement. Throws `DatabaseFault`, or what the reader of the rows throws.
  public func ask<Output>(_ query: Query<Output>) throws -> [Output] { try session.ask(query) }

  /// The first answer, if there is one. Throws `DatabaseFault`, or what the reader of the row throws.
  public func first<Output>(_ query: Query<Output>) throws -> Output? { try session.first(query) }
}

/// One open transaction that may change things. All of it happens, or none.
///
/// After a `DatabaseFault` the transaction is lost: every further statement throws the same fault, and so does the
/// write as a whole even where the fault was caught on the way. Use `ON CONFLICT` for a conflict that is expected.
public struct WriteTransaction {
  let session: any Session

  /// The same transaction for functions that only look.
  public var reading: ReadTransaction { ReadTransaction(session: session) }

  /// All answers, in the order of the statement. Throws `DatabaseFault`, or what the reader of the rows throws.
  public func ask<Output>(_ query: Query<Output>) throws -> [Output] { try session.ask(query) }

  /// The first answer, if there is one. Throws `DatabaseFault`, or what the reader of the row throws.
  public func first<Output>(_ query: Query<Output>) throws -> Output? { try session.first(query) }

  /// Makes the change and returns the number of rows changed. Throws `DatabaseFault`.
  @discardableResult
  public func tell(_ command: Command) throws -> Int {
    try session.run(command.sql) { _ in true }
  }

  /// Inserts one row into a table with the column `id` and returns the id it got. Throws `DatabaseFault`, also when
  /// no row was inserted.
  public func insert(_ command: Command) throws -> Int64 {
    let sql = command.sql + " RETURNING id"
    guard let id = try first(Query(sql) { row in try row.integer() }) else {
      throw DatabaseFault.refused("没有插入任何行", sql: try SpelledSQL(sql, as: .sqlite).text)
    }
    return id
  }
}

@available(*, unavailable)
extension ReadTransaction: Sendable {}

@available(*, unavailable)
extension WriteTransaction: Sendable {}
