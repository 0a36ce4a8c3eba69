import CLibPQ
import Foundation

/// One open connection to a server with the statements prepared on it. Used by one thread at a time.
final class PostgresLink {
  /// Prepared statements kept on the server; when they are more, all are dropped.
  private static let mostPrepared = 500

  private let link: OpaquePointer
  private var prepared: [String: String] = [:]

  init(conninfo: String) throws(PostgresFailure) {
    // The caller's settings win over those before them and lose against those after them.
    let opened = Self.connect([
      ("connect_timeout", "5"), ("application_name", "jiheng"), ("dbname", conninfo), ("client_encoding", "UTF8"),
    ])
    guard let opened, PQstatus(opened) == CONNECTION_OK else {
      let message = opened.map { String(cString: PQerrorMessage($0)) } ?? "内存不足"
      PQfinish(opened)
      throw PostgresFailure(code: "08006", message: PostgresFailure.trimmed(message), isLinked: false, sql: "")
    }
    link = opened
    PQsetNoticeProcessor(link, { _, _ in }, nil)
  }

  deinit { PQfinish(link) }

  private static func connect(_ settings: [(key: String, value: String)]) -> OpaquePointer? {
    let keys = settings.map { strdup($0.key) }
    let values = settings.map { strdup($0.value) }
    defer {
      for copy in keys + values { free(copy) }
    }
    let keyList: [UnsafePointer<CChar>?] = keys.map { UnsafePointer($0) } + [nil]
    let valueList: [UnsafePointer<CChar>?] = values.map { UnsafePointer($0) } + [nil]
    return PQconnectdbParams(keyList, valueList, 1)
  }

  /// Runs statements that take no values and whose answer nobody reads, several in one journey.
  func execute(_ sql: String) throws(PostgresFailure) {
    let result = PQexec(link, sql)
    defer { PQclear(result) }
    try check(result, sql: sql)
  }

  /// Runs one statement and lends its rows.
  func run(_ spelled: SpelledSQL, take: (PostgresRows) throws -> Void) throws {
    let parameters = PostgresParameters(spelled.values)
    let result = try isPreparable(spelled) ? runPrepared(spelled, parameters) : runOnce(spelled, parameters)
    defer { PQclear(result) }
    try check(result, sql: spelled.text)
    try take(PostgresRows(result: result))
  }

  /// Changes of the schema run once; the server cannot prepare them anyway.
  private func isPreparable(_ spelled: SpelledSQL) -> Bool {
    guard spelled.isKept else { return false }
    let word = spelled.text.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
    return ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(word)
  }

  private func runOnce(_ spelled: SpelledSQL, _ parameters: PostgresParameters) -> OpaquePointer? {
    parameters.withPointers { pointers in
      PQexecParams(
        link, spelled.text, Int32(spelled.values.count), parameters.types, pointers.values, pointers.lengths,
        pointers.formats, 0)
    }
  }

  private func runPrepared(
    _ spelled: SpelledSQL, _ parameters: PostgresParameters
  ) throws(PostgresFailure) -> OpaquePointer? {
    let name = try preparedName(spelled, parameters)
    return parameters.withPointers { pointers in
      PQexecPrepared(
        link, name, Int32(spelled.values.count), pointers.values, pointers.lengths, pointers.formats, 0)
    }
  }

  private func preparedName(
    _ spelled: SpelledSQL, _ parameters: PostgresParameters
  ) throws(PostgresFailure) -> String {
    let key = parameters.signature + " " + spelled.text
    if let name = prepared[key] { return name }
    if prepared.count >= Self.mostPrepared {
      try execute("DEALLOCATE ALL")
      prepared = [:]
    }
    let name = "s\(prepared.count)"
    let result = PQprepare(link, name, spelled.text, Int32(spelled.values.count), parameters.types)
    defer { PQclear(result) }
    try check(result, sql: spelled.text)
    prepared[key] = name
    return name
  }

  private func check(_ result: OpaquePointer?, sql: String) throws(PostgresFailure) {
    let status = PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      throw PostgresFailure(result: result, link: link, sql: sql)
    }
  }
}
