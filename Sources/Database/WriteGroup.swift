import GRDB

/// One write that waits for its group.
struct WaitingWrite: Sendable {
  /// Runs the closure of the write; the answer is kept back until the group is durable.
  let perform: @Sendable (SQLiteSession) -> PerformedWrite
  /// Answers without having run.
  let fail: @Sendable (DatabaseFault) -> Void

  init<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result,
    _ continuation: CheckedContinuation<Result, any Error>
  ) {
    perform = { session in
      let outcome = Self.outcome(of: body, in: session)
      return PerformedWrite(succeeded: (try? outcome.get()) != nil) { fault in
        if let fault { continuation.resume(throwing: fault) } else { continuation.resume(with: outcome) }
      }
    }
    fail = { fault in continuation.resume(throwing: fault) }
  }

  private static func outcome<Result>(
    of body: (WriteTransaction) throws -> Result, in session: SQLiteSession
  ) -> Swift.Result<Result, any Error> {
    do {
      let result = try body(WriteTransaction(session: session))
      if let fault = session.fault { throw fault }
      return .success(result)
    } catch {
      return .failure(error)
    }
  }
}

/// A write whose statements have run and whose answer is still kept back.
struct PerformedWrite {
  let succeeded: Bool
  /// Gives the answer, or the fault that the whole group met. Also an error thrown by a write waits for this: it may
  /// have been decided upon what a neighbour wrote.
  let settle: (DatabaseFault?) -> Void
}

/// Many writes in one transaction, so that they share one wait for the disk. Each has a savepoint of its own.
struct WriteGroup {
  let database: GRDB.Database

  /// Runs the writes and answers every one of them, when they are durable or when they are lost.
  func run(_ writes: [WaitingWrite]) {
    var unanswered = writes[...]
    while !unanswered.isEmpty { unanswered = runTransaction(unanswered) }
  }

  /// One transaction; returns the writes that have not been answered, fewer than it was given.
  private func runTransaction(_ writes: ArraySlice<WaitingWrite>) -> ArraySlice<WaitingWrite> {
    var performed: [PerformedWrite] = []
    performed.reserveCapacity(writes.count)
    do {
      try execute("BEGIN IMMEDIATE")
      if writes.count == 1, let write = writes.first {
        performed.append(try performAlone(write))
      } else {
        for write in writes { try perform(write, addingTo: &performed) }
      }
      if database.isInsideTransaction { try execute("COMMIT") }
    } catch {
      let fault = DatabaseFault(sqlite: error, whileChanging: true)
      rollBack()
      if case .constraint = fault, writes.count > 1 {
        // A deferred constraint speaks up at the commit only, and does not say whose it is.
        for write in writes { _ = runTransaction([write]) }
        return []
      }
      guard !performed.isEmpty else {
        for write in writes { write.fail(fault) }
        return []
      }
      for write in performed { write.settle(fault) }
      return writes.dropFirst(performed.count)
    }
    for write in performed { write.settle(nil) }
    return []
  }

  private func performAlone(_ write: WaitingWrite) throws -> PerformedWrite {
    let performed = write.perform(SQLiteSession(database, mayChange: true))
    if !performed.succeeded { rollBack() }
    return performed
  }

  /// Throws when the transaction of the whole group is lost.
  private func perform(_ write: WaitingWrite, addingTo performed: inout [PerformedWrite]) throws {
    try execute("SAVEPOINT one_write")
    let session = SQLiteSession(database, mayChange: true)
    performed.append(write.perform(session))
    guard database.isInsideTransaction else { throw session.fault ?? .unavailable("事务被中止") }
    if !performed[performed.count - 1].succeeded { try execute("ROLLBACK TO one_write") }
    try execute("RELEASE one_write")
  }

  /// Leaves no transaction open; full disks and read errors may have ended it already.
  private func rollBack() {
    if database.isInsideTransaction { try? execute("ROLLBACK") }
  }

  private func execute(_ sql: String) throws {
    try database.cachedStatement(sql: sql).execute()
  }
}
