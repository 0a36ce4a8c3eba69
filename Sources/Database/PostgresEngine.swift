import Dispatch
import Synchronization

/// A database that several machines share: PostgreSQL 15 or newer, reached through libpq.
///
/// Reads are REPEATABLE READ and READ ONLY. Writes are SERIALIZABLE: what an operation read still holds when it
/// commits. Where two writes get into each other's way PostgreSQL ends one of them; the engine runs it again, at most
/// five times, after the second time alone. A transaction whose connection was lost before the commit runs again on a
/// new one. The locks that this needs belong to a server session, so a pooler in between must pool by session.
///
/// A server with `max_pred_locks_per_page = 64` and `max_pred_locks_per_transaction = 512` remembers which rows a write
/// has read; with its own 2 and 64 it remembers whole tables, and runs many writes twice for nothing.
public final class PostgresEngine: Engine {
  private typealias Job = @Sendable (PostgresConnection) -> Void

  private struct Pool {
    var idle: [PostgresConnection]
    var waiting: [Job] = []
  }

  private let pool: Mutex<Pool>

  /// A pool of connections, opened as they are needed; the first at once. Throws `.unavailable` when the server named
  /// by `conninfo` (libpq's keywords or URI) is away.
  public init(conninfo: String, connections: Int = 8) throws(DatabaseFault) {
    let all = (0..<max(1, connections)).map { _ in PostgresConnection(conninfo: conninfo) }
    try all[all.count - 1].open()
    pool = Mutex(Pool(idle: all))
  }

  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (ReadTransaction) throws -> Result
  ) async throws -> Result {
    try await run(.read) { session in try body(ReadTransaction(session: session)) }
  }

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await run(.write) { session in try body(WriteTransaction(session: session)) }
  }

  public func writeAlone<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await run(.writeAlone) { session in try body(WriteTransaction(session: session)) }
  }

  private func run<Result: Sendable>(
    _ mode: PostgresConnection.Mode, _ body: @escaping @Sendable (any Session) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      submit { connection in
        continuation.resume(with: Swift.Result { try connection.transaction(mode, body) })
      }
    }
  }

  private func submit(_ job: @escaping Job) {
    let connection: PostgresConnection? = pool.withLock { pool in
      if let connection = pool.idle.popLast() { return connection }
      pool.waiting.append(job)
      return nil
    }
    if let connection { connection.queue.async { [self] in serve(job, on: connection) } }
  }

  /// Does the job and then, without changing threads, those that wait.
  private func serve(_ job: @escaping Job, on connection: PostgresConnection) {
    var next: Job? = job
    while let job = next {
      job(connection)
      next = pool.withLock { pool in
        if pool.waiting.isEmpty {
          pool.idle.append(connection)
          return nil
        }
        return pool.waiting.removeFirst()
      }
    }
  }
}
