import Foundation
import GRDB

/// One open transaction of SQLite. Lives and dies on the queue of its connection.
final class SQLiteSession: Session {
  private let database: GRDB.Database
  private let mayChange: Bool
  /// The fault that lost the transaction, if one did.
  private(set) var fault: DatabaseFault?

  init(_ database: GRDB.Database, mayChange: Bool) {
    self.database = database
    self.mayChange = mayChange
  }

  func run(_ sql: SQL, take: (inout SQLRow) throws -> Bool) throws -> Int {
    if let fault { throw fault }
    let changesBefore = database.totalChangesCount
    var failureOfTake: (any Error)?
    do {
      let rows = try cursor(sql)
      var row = SQLRow([])
      while let found = try rows.next() {
        row.refill(from: found)
        do {
          guard try take(&row) else { break }
        } catch {
          failureOfTake = error
          break
        }
      }
    } catch {
      let fault = DatabaseFault(sqlite: error, whileChanging: mayChange)
      self.fault = fault
      throw fault
    }
    if let failureOfTake { throw failureOfTake }
    return database.totalChangesCount == changesBefore ? 0 : database.changesCount
  }

  private func cursor(_ sql: SQL) throws -> RowCursor {
    let spelled = try SpelledSQL(sql, as: .sqlite)
    let statement =
      spelled.isKept
      ? try database.cachedStatement(sql: spelled.text) : try database.makeStatement(sql: spelled.text)
    guard mayChange || statement.isReadonly else {
      throw DatabaseFault.refused("只读查询不能修改数据", sql: spelled.text)
    }
    return try Row.fetchCursor(statement, arguments: StatementArguments(spelled.values.map(\.forSQLite)))
  }
}

extension SQLRow {
  fileprivate mutating func refill(from row: Row) {
    values.removeAll(keepingCapacity: true)
    next = 0
    for value in row.databaseValues { values.append(SQLValue(value)) }
  }
}

extension SQLValue {
  fileprivate var forSQLite: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }

  fileprivate init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes([UInt8](data))
      case .double(let number): .text("\(number)")
      }
  }
}
