/// One open transaction of PostgreSQL.
final class PostgresSession: Session {
  private let link: PostgresLink
  /// What lost the transaction, if anything did.
  private(set) var failure: PostgresFailure?

  init(_ link: PostgresLink) { self.link = link }

  func run(_ sql: SQL, take: (inout SQLRow) throws -> Bool) throws -> Int {
    if let failure { throw failure.fault }
    var changed = 0
    do {
      try link.run(try spelled(sql)) { rows in
        changed = rows.changed
        var row = SQLRow([])
        for index in 0..<rows.count {
          rows.fill(&row, from: index)
          guard try take(&row) else { break }
        }
      }
    } catch let failure as PostgresFailure {
      self.failure = failure
      throw failure.fault
    }
    return changed
  }

  private func spelled(_ sql: SQL) throws(PostgresFailure) -> SpelledSQL {
    do { return try SpelledSQL(sql, as: .postgres) } catch { throw PostgresFailure(error, .none) }
  }
}
