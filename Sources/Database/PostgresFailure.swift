import CLibPQ

/// A failed statement: the fault that users of the engine see, and what the engine itself may do about it.
struct PostgresFailure: Error {
  enum Remedy {
    /// None: the fault stands.
    case none
    /// The same transaction may succeed when it is run again.
    case runAgain
    /// The connection is gone; on a new one the transaction may succeed.
    case reconnect
  }
  let fault: DatabaseFault
  let remedy: Remedy

  init(_ fault: DatabaseFault, _ remedy: Remedy) { (self.fault, self.remedy) = (fault, remedy) }

  /// The failure of a statement; without a result the connection itself failed.
  init(result: OpaquePointer?, link: OpaquePointer?, sql: String) {
    let code = result.flatMap { PQresultErrorField($0, Int32(UInt8(ascii: "C"))) }.map { String(cString: $0) } ?? ""
    let detail = result.map { String(cString: PQresultErrorMessage($0)) } ?? ""
    let message = detail.isEmpty ? String(cString: PQerrorMessage(link)) : detail
    self.init(code: code, message: Self.trimmed(message), isLinked: PQstatus(link) == CONNECTION_OK, sql: sql)
  }

  init(code: String, message: String, isLinked: Bool, sql: String) {
    switch (code, code.prefix(2)) {
    case _ where !isLinked, (_, "08"), ("57P01", _), ("57P02", _), ("57P03", _):
      (fault, remedy) = (.unavailable("与 PostgreSQL 的连接中断（\(message)）"), .reconnect)
    case ("40001", _), ("40P01", _):
      (fault, remedy) = (.unavailable("同时写入过多，请稍后再试（\(message)）"), .runAgain)
    case ("0A000", _) where message.contains("cached plan"):
      // The schema changed under a prepared statement; a new connection prepares it anew.
      (fault, remedy) = (.unavailable(message), .reconnect)
    case (_, "23"):
      (fault, remedy) = (.constraint(message), .none)
    case (_, "53"), (_, "55"), (_, "57"), (_, "58"), (_, "XX"):
      (fault, remedy) = (.unavailable("PostgreSQL：\(message)（\(code)）"), .none)
    default:
      (fault, remedy) = (.refused(message, sql: sql), .none)
    }
  }

  static func trimmed(_ message: String) -> String {
    var message = message
    while let last = message.last, last.isWhitespace { message.removeLast() }
    return message
  }
}
