import CLibPQ

/// The answer to one statement, lent while libpq holds it.
struct PostgresRows {
  let result: OpaquePointer?

  var count: Int { Int(PQntuples(result)) }

  /// How many rows the statement inserted, updated or deleted; 0 for a question.
  var changed: Int {
    switch String(cString: PQcmdStatus(result)).prefix(6) {
    case "INSERT", "UPDATE", "DELETE": Int(String(cString: PQcmdTuples(result))) ?? 0
    default: 0
    }
  }

  /// Reads one row, from 0, into the given one.
  func fill(_ row: inout SQLRow, from index: Int) {
    row.values.removeAll(keepingCapacity: true)
    row.next = 0
    for column in 0..<PQnfields(result) { row.values.append(value(Int32(index), column)) }
  }

  private func value(_ row: Int32, _ column: Int32) -> SQLValue {
    guard PQgetisnull(result, row, column) == 0, let content = PQgetvalue(result, row, column) else { return .null }
    switch PQftype(result, column) {
    case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid, PostgresType.numeric:
      // A sum of 64-bit numbers comes as NUMERIC; where it is whole and fits, it is a number like any other.
      let text = String(cString: content)
      return Int64(text).map { .integer($0) } ?? .text(text)
    case PostgresType.bool:
      return .integer(content.pointee == CChar(UInt8(ascii: "t")) ? 1 : 0)
    case PostgresType.bytea:
      return .bytes(Self.bytes(content))
    default:
      return .text(String(cString: content))
    }
  }

  private static func bytes(_ content: UnsafeMutablePointer<CChar>) -> [UInt8] {
    var length = 0
    let encoded = UnsafeMutableRawPointer(content).assumingMemoryBound(to: UInt8.self)
    guard let decoded = PQunescapeBytea(encoded, &length) else { return [] }
    defer { PQfreemem(decoded) }
    return [UInt8](UnsafeBufferPointer(start: decoded, count: length))
  }
}
