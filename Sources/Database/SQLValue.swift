/// A value that both engines can store: whole numbers, text, bytes, or nothing. There is no floating point.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
}

/// What a column holds. Truth values are integers, 0 or 1.
public enum ColumnType: Hashable, Sendable {
  case integer, text, bytes
}

/// A Swift value that can be bound to a statement.
public protocol SQLConvertible {
  /// The column type that fits every value of this type.
  static var columnType: ColumnType { get }
  /// The value as it is stored.
  var sqlValue: SQLValue { get }
}

extension Int64: SQLConvertible {
  public static var columnType: ColumnType { .integer }
  public var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLConvertible {
  public static var columnType: ColumnType { .integer }
  public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLConvertible {
  public static var columnType: ColumnType { .integer }
  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLConvertible {
  public static var columnType: ColumnType { .text }
  public var sqlValue: SQLValue { .text(self) }
}

extension Array: SQLConvertible where Element == UInt8 {
  public static var columnType: ColumnType { .bytes }
  public var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  public static var columnType: ColumnType { Wrapped.columnType }
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
