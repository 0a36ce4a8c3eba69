import Database
import JSON
import Store

/// The log of administration is a chain like the history of a filing.
enum AdminChain {
  static func next(
    after chain: String, number: Int64, _ event: AdminEvent, by person: Int64?, from address: String,
    at seconds: Int64
  ) -> String {
    let entry: JSONValue = [
      "after": .string(chain), "number": .number(number), "kind": .string(event.kind.rawValue),
      "subject": .string(event.subject), "detail": .string(event.detail),
      "person": person.map { .number($0) } ?? .null, "address": .string(address), "at": .number(seconds),
    ]
    return Digest.of(entry.compact())
  }
}

extension WriteTransaction {
  /// Puts a line into the log, in the same transaction as what it tells of.
  func log(_ event: AdminEvent, by person: Int64?, from address: String = "", at seconds: Int64) throws {
    try tell(.advanceAdminLog)
    guard let head = try first(.adminLogHead) else { throw DatabaseFault.refused("日志没有开头", sql: "") }
    let chain = AdminChain.next(
      after: head.chain, number: head.number, event, by: person, from: address, at: seconds)
    try tell(.insertAdminEntry(head.number, event, by: person, from: address, at: seconds, chain: chain))
    try tell(.setAdminLogChain(chain))
  }
}
