/// What pages hold: a database that can be asked.
public protocol Reader: Sendable {
  /// Runs the closure in a transaction that cannot change anything and sees one moment of the database.
  /// Throws what the closure throws, and `DatabaseFault`.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (ReadTransaction) throws -> Result
  ) async throws -> Result
}

/// What operations hold: a database that can be changed.
public protocol Engine: Reader {
  /// Runs the closure in a transaction and returns when the change is durable. If the closure throws, nothing happened.
  ///
  /// Writes behave as if they ran one after the other. To keep that promise the closure may be run again, so it must
  /// have no effect besides the statements it gives. A write that has been queued is carried out even if its task is
  /// cancelled. Throws what the closure throws, and `DatabaseFault`.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result

  /// Like `write`, and no other write of any node runs meanwhile: for changes of the schema.
  func writeAlone<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result
}
