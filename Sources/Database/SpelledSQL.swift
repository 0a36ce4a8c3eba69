import Foundation

/// The two ways in which statements are spelled.
enum Dialect { case sqlite, postgres }

/// A statement as one engine takes it: text with numbered places, and the values to put there.
struct SpelledSQL {
  /// Above this many values a statement is not kept prepared: long lists come in too many lengths.
  private static let mostValuesKept = 64

  private(set) var text = ""
  private(set) var values: [SQLValue] = []

  /// Whether it is worth keeping prepared.
  var isKept: Bool { values.count <= Self.mostValuesKept }

  init(_ sql: SQL, as dialect: Dialect) throws(DatabaseFault) {
    for piece in sql.pieces {
      switch piece {
      case .text(let part): text += part
      case .dialect(let sqlite, let postgres): text += dialect == .sqlite ? sqlite : postgres
      case .value(let value):
        values.append(value)
        text += dialect == .sqlite ? "?" : "$\(values.count)"
      }
    }
    // PostgreSQL has no NUL in text and SQLite would cut the text there; so it is refused alike.
    for case .text(let string) in values where string.holdsNUL {
      throw .refused("文本中含有空字符（U+0000），不能保存", sql: text)
    }
  }
}

extension String {
  fileprivate var holdsNUL: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
      ?? utf8.contains(0)
  }
}
