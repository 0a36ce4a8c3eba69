import GRDB

extension DatabaseFault {
  /// The fault behind an error of SQLite. What stands in the way of a write because of the machine is `.unavailable`.
  init(sqlite error: any Error, whileChanging: Bool) {
    if let fault = error as? DatabaseFault {
      self = fault
      return
    }
    guard let error = error as? DatabaseError else {
      self = .unavailable("\(error)")
      return
    }
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_CONSTRAINT: self = .constraint(reason)
    case .SQLITE_FULL: self = .unavailable("磁盘空间不足（\(reason)）")
    case .SQLITE_IOERR: self = .unavailable("磁盘读写出错（\(reason)，代码 \(error.extendedResultCode.rawValue)）")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .unavailable("数据库文件已损坏或不是数据库（\(reason)）")
    case .SQLITE_READONLY where !whileChanging: self = .refused(reason, sql: error.sql ?? "")
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .unavailable("数据库正被其他程序占用（\(reason)）")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self = .unavailable("不能打开或写入数据库文件（\(reason)）")
    case .SQLITE_NOMEM, .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .unavailable(reason)
    default: self = .refused(reason, sql: error.sql ?? "")
    }
  }
}
