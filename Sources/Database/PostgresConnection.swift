import Dispatch

/// One place in the pool: a connection that is opened when it is needed, and again when it was lost.
///
/// `@unchecked Sendable`: the pool lends it to one job at a time.
final class PostgresConnection: @unchecked Sendable {
  /// How often a transaction is run again before the engine gives up.
  private static let mostRetries = 5
  /// Retries from this one on run alone, so that they cannot lose against newcomers.
  private static let firstRetryAlone = 2
  /// Every write holds this advisory lock, shared; one that must run alone holds it exclusively. ("jiheng" in ASCII.)
  private static let writeLock: Int64 = 0x6A69_6865_6E67

  enum Mode { case read, write, writeAlone }

  /// Where its jobs run: a thread of its own while it waits for the server.
  let queue = DispatchQueue(label: "PostgreSQL connection")
  private let conninfo: String
  private var link: PostgresLink?

  init(conninfo: String) { self.conninfo = conninfo }

  /// Opens the connection where it is not open yet. Throws `.unavailable`.
  func open() throws(DatabaseFault) {
    do { _ = try openLink() } catch { throw error.fault }
  }

  /// Runs the body in a transaction, again where that can help.
  func transaction<Result>(_ mode: Mode, _ body: (any Session) throws -> Result) throws -> Result {
    var reconnections = 0
    for retry in 0... {
      do {
        return try attempt(mode == .write && retry >= Self.firstRetryAlone ? .writeAlone : mode, body)
      } catch let failure as PostgresFailure {
        if failure.remedy == .reconnect {
          link = nil
          reconnections += 1
        }
        guard failure.remedy != .none, retry < Self.mostRetries, reconnections < 2 else { throw failure.fault }
      }
    }
    fatalError("the loop has no end")
  }

  /// One attempt. A `PostgresFailure` says whether another may help; any other error is the body's own.
  private func attempt<Result>(_ mode: Mode, _ body: (any Session) throws -> Result) throws -> Result {
    let link = try openLink()
    try begin(mode, on: link)
    defer { end(mode, on: link) }
    let session = PostgresSession(link)
    let outcome = Swift.Result { try body(session) }
    if case .success(let result) = outcome, session.failure == nil {
      try commit(mode, on: link)
      return result
    }
    rollBack(link)
    if let failure = session.failure, failure.remedy != .none { throw failure }
    _ = try outcome.get()
    throw session.failure.map(\.fault) ?? .unavailable("事务被中止")
  }

  private func begin(_ mode: Mode, on link: PostgresLink) throws(PostgresFailure) {
    switch mode {
    case .read: try link.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    case .write:
      try link.execute("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT pg_advisory_xact_lock_shared(\(Self.writeLock))")
    case .writeAlone:
      // Before the transaction, whose view of the database must be newer than the lock.
      try link.execute("SELECT pg_advisory_lock(\(Self.writeLock))")
      do {
        try link.execute("BEGIN ISOLATION LEVEL SERIALIZABLE")
      } catch {
        self.link = nil
        throw error
      }
    }
  }

  private func commit(_ mode: Mode, on link: PostgresLink) throws(PostgresFailure) {
    do {
      try link.execute("COMMIT")
    } catch {
      guard error.remedy == .reconnect, mode != .read else { throw error }
      // Nobody knows whether the server had committed, so it must not be run again.
      self.link = nil
      throw PostgresFailure(.unavailable("提交时与 PostgreSQL 的连接中断，修改可能已保存，也可能没有保存"), .none)
    }
  }

  private func end(_ mode: Mode, on link: PostgresLink) {
    guard mode == .writeAlone else { return }
    do { try link.execute("SELECT pg_advisory_unlock(\(Self.writeLock))") } catch { self.link = nil }
  }

  private func rollBack(_ link: PostgresLink) {
    do { try link.execute("ROLLBACK") } catch { self.link = nil }
  }

  private func openLink() throws(PostgresFailure) -> PostgresLink {
    if let link { return link }
    let link = try PostgresLink(conninfo: conninfo)
    self.link = link
    return link
  }
}
