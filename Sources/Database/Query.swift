/// A question: a statement and how to read its rows. Written once, asked of either engine.
public struct Query<Output: Sendable>: Sendable {
  let sql: SQL
  let decode: @Sendable (inout SQLRow) throws -> Output

  /// The statement and the reader of one row; what the reader throws goes to whoever asks.
  public init(_ sql: SQL, decode: @escaping @Sendable (inout SQLRow) throws -> Output) {
    self.sql = sql
    self.decode = decode
  }
}

/// A change: one statement whose answer nobody reads.
public struct Command: Hashable, Sendable {
  let sql: SQL

  /// The change that this statement makes.
  public init(_ sql: SQL) { self.sql = sql }
}
