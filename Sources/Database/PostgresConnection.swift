import Dispatch

/// One place in the pool: a connection that is opened when it is needed, and again when it was lost.
///
/// `@unchecked Sendable`: the pool lends it to one job at a time.
final class PostgresConnection: @unchecked Sendable {
  /// How often a transaction is run again before the engine gives up.
  private static let mostRetries = 5
  /// Retries from this one on run alone, so that they cannot lose against newcomers.
  private static let firstRetryAlone = 2

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
    do {
      try link.execute(mode.begin)
    } catch {
      self.link = nil  // it may hold the lock
      throw error
    }
    let session = PostgresSession(link)
    let outcome = Swift.Result { try body(session) }
    if case .success(let result) = outcome, session.failure == nil {
      try commit(mode, on: link)
      return result
    }
    rollBack(mode, on: link)
    if let failure = session.failure, failure.remedy != .none { throw failure }
    _ = try outcome.get()
    throw session.failure.map(\.fault) ?? .unavailable("事务被中止")
  }

  private func commit(_ mode: Mode, on link: PostgresLink) throws(PostgresFailure) {
    do {
      try link.execute("COMMIT" + mode.unlock)
    } catch {
      guard error.remedy == .reconnect, mode != .read else {
        rollBack(mode, on: link)
        throw error
      }
      // Nobody knows whether the server had committed, so it must not be run again.
      self.link = nil
      throw PostgresFailure(.unavailable("提交时与 PostgreSQL 的连接中断，修改可能已保存，也可能没有保存"), .none)
    }
  }

  private func rollBack(_ mode: Mode, on link: PostgresLink) {
    do { try link.execute("ROLLBACK" + mode.unlock) } catch { self.link = nil }
  }

  private func openLink() throws(PostgresFailure) -> PostgresLink {
    if let link { return link }
    let link = try PostgresLink(conninfo: conninfo)
    self.link = link
    return link
  }
}

extension PostgresConnection.Mode {
  /// Every write holds this advisory lock, shared; one that must run alone holds it exclusively. ("jiheng" in ASCII.)
  private static let writeLock: Int64 = 0x6A69_6865_6E67

  /// Opens the transaction in one journey. The lock comes first and in a transaction of its own, because the view of
  /// the database must be newer than the lock; otherwise whoever waited would be bound to fail.
  fileprivate var begin: String {
    switch self {
    case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    case .write: "SELECT pg_advisory_lock_shared(\(Self.writeLock)); COMMIT; BEGIN ISOLATION LEVEL SERIALIZABLE"
    case .writeAlone: "SELECT pg_advisory_lock(\(Self.writeLock)); COMMIT; BEGIN ISOLATION LEVEL SERIALIZABLE"
    }
  }

  fileprivate var unlock: String { self == .read ? "" : "; SELECT pg_advisory_unlock_all()" }
}
