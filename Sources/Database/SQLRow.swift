/// A row of an answer, read from left to right.
public struct SQLRow: Sendable {
  var values: [SQLValue]
  var next = 0

  /// A row as a reader meets it, for instance in the test of a reader.
  public init(_ values: [SQLValue]) { self.values = values }

  /// The next column whatever it holds. Past the last column it throws `.unexpectedColumn`.
  public mutating func value() throws(DatabaseFault) -> SQLValue {
    guard next < values.count else { throw .unexpectedColumn(next, nil) }
    defer { next += 1 }
    return values[next]
  }

  /// The next column, a whole number; anything else throws `.unexpectedColumn`.
  public mutating func integer() throws(DatabaseFault) -> Int64 {
    guard let integer = try optionalInteger() else { throw .unexpectedColumn(next - 1, .null) }
    return integer
  }

  /// The next column, a whole number or nothing; anything else throws `.unexpectedColumn`.
  public mutating func optionalInteger() throws(DatabaseFault) -> Int64? {
    switch try value() {
    case .integer(let integer): return integer
    case .null: return nil
    case let other: throw .unexpectedColumn(next - 1, other)
    }
  }

  /// The next column, text; anything else throws `.unexpectedColumn`.
  public mutating func text() throws(DatabaseFault) -> String {
    guard let text = try optionalText() else { throw .unexpectedColumn(next - 1, .null) }
    return text
  }

  /// The next column, text or nothing; anything else throws `.unexpectedColumn`.
  public mutating func optionalText() throws(DatabaseFault) -> String? {
    switch try value() {
    case .text(let text): return text
    case .null: return nil
    case let other: throw .unexpectedColumn(next - 1, other)
    }
  }

  /// The next column, 0 or 1; anything else throws `.unexpectedColumn`.
  public mutating func boolean() throws(DatabaseFault) -> Bool {
    guard let boolean = try optionalBoolean() else { throw .unexpectedColumn(next - 1, .null) }
    return boolean
  }

  /// The next column, 0, 1 or nothing; anything else throws `.unexpectedColumn`.
  public mutating func optionalBoolean() throws(DatabaseFault) -> Bool? {
    switch try value() {
    case .integer(0): return false
    case .integer(1): return true
    case .null: return nil
    case let other: throw .unexpectedColumn(next - 1, other)
    }
  }

  /// The next column, bytes; anything else throws `.unexpectedColumn`.
  public mutating func bytes() throws(DatabaseFault) -> [UInt8] {
    guard let bytes = try optionalBytes() else { throw .unexpectedColumn(next - 1, .null) }
    return bytes
  }

  /// The next column, bytes or nothing; anything else throws `.unexpectedColumn`.
  public mutating func optionalBytes() throws(DatabaseFault) -> [UInt8]? {
    switch try value() {
    case .bytes(let bytes): return bytes
    case .null: return nil
    case let other: throw .unexpectedColumn(next - 1, other)
    }
  }
}
