import Dispatch
import Foundation
import GRDB
import Synchronization

/// A database in one file, for one machine: SQLite with a write-ahead log.
///
/// Reads run beside each other and beside writes. Writes queue up; all that wait at a moment share one transaction and
/// one wait for the disk, each inside a savepoint of its own, and none is answered before the commit is on the disk.
public final class SQLiteEngine: Engine {
  /// The most writes that share a commit, so that none waits long for its neighbours.
  private static let largestGroup = 256
  /// What each connection keeps of the file. What it reads again beyond that, the system has in memory once for all.
  private static let cacheKilobytes = 512

  private struct WriteQueue {
    var writes: [WaitingWrite] = []
    var isBeingServed = false
    var isClosed = false
  }

  let database: any DatabaseWriter
  private let queue = Mutex(WriteQueue())

  /// Opens the file, or creates it. Throws `.unavailable` when that is not possible.
  public convenience init(path: String, concurrentReads: Int = 4) throws(DatabaseFault) {
    self.init(
      try Self.opening {
        var configuration = Self.configuration
        configuration.maximumReaderCount = concurrentReads
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(Self.cacheKilobytes)") }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // The pool lowers this to NORMAL when it turns the write-ahead log on, and a commit would not be durable.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
      })
  }

  /// A database that is gone with the engine, for tests. Throws `.unavailable`.
  public static func inMemory() throws(DatabaseFault) -> SQLiteEngine {
    SQLiteEngine(try opening { try DatabaseQueue(configuration: configuration) })
  }

  /// How many writes wait for the next group.
  var waitingWrites: Int { queue.withLock { $0.writes.count } }

  init(_ database: any DatabaseWriter) { self.database = database }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    return configuration
  }

  static func opening<Opened>(_ open: () throws -> Opened) throws(DatabaseFault) -> Opened {
    do { return try open() } catch { throw DatabaseFault(sqlite: error, whileChanging: true) }
  }

  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (ReadTransaction) throws -> Result
  ) async throws -> Result {
    try refuseIfClosed()
    return try await withCheckedThrowingContinuation { continuation in
      database.asyncUnsafeRead { opened in
        continuation.resume(with: Swift.Result { try Self.read(from: opened, body) })
      }
    }
  }

  private static func read<Result>(
    from opened: Swift.Result<GRDB.Database, any Error>, _ body: (ReadTransaction) throws -> Result
  ) throws -> Result {
    let database = try opening {
      let database = try opened.get()
      try database.cachedStatement(sql: "BEGIN DEFERRED").execute()
      return database
    }
    defer {
      try? database.cachedStatement(sql: "COMMIT").execute()
      if database.isInsideTransaction { try? database.rollback() }
    }
    let session = SQLiteSession(database, mayChange: false)
    let result = try body(ReadTransaction(session: session))
    if let fault = session.fault { throw fault }
    return result
  }

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result {
    try refuseIfClosed()
    return try await enqueue(body)
  }

  private func enqueue<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let write = WaitingWrite(body, continuation)
      let mustCall = queue.withLock { queue in
        queue.writes.append(write)
        defer { queue.isBeingServed = true }
        return !queue.isBeingServed
      }
      if mustCall { serveNextGroup() }
    }
  }

  public func writeAlone<Result: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Result
  ) async throws -> Result {
    // One file has one writer at a time, whichever process it belongs to.
    try await write(body)
  }

  /// Serves one group and comes again while more wait, so that reads of a database in memory have their turn.
  private func serveNextGroup() {
    database.asyncWriteWithoutTransaction { [self] database in
      let writes = queue.withLock { queue in
        let writes = Array(queue.writes.prefix(Self.largestGroup))
        queue.writes.removeFirst(writes.count)
        return writes
      }
      WriteGroup(database: database).run(writes)
      let isMoreWaiting = queue.withLock { queue in
        queue.isBeingServed = !queue.writes.isEmpty
        return queue.isBeingServed
      }
      if isMoreWaiting { serveNextGroup() }
    }
  }

  private func refuseIfClosed() throws(DatabaseFault) {
    if queue.withLock({ $0.isClosed }) { throw .unavailable("数据库已关闭") }
  }

  /// Closes the file after the writes that wait already. Whatever comes later throws `.unavailable`.
  public func close() async throws {
    queue.withLock { $0.isClosed = true }
    try await enqueue { _ in }
    try await Self.onOwnThread { [self] in
      do { try database.close() } catch { throw DatabaseFault(sqlite: error, whileChanging: true) }
    }
  }

  /// Away from the threads that tasks share, because it takes long.
  static func onOwnThread(_ work: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}
