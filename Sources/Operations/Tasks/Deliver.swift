public import Database
import JSON
import Store

/// Hands things over to another system: signed, tried again until they arrive, each under a name that stays the same.
public struct Deliver: Sendable {
  let engine: any Engine
  let key: [UInt8]
  let send: @Sendable (Letter) async throws -> Int

  /// - Parameters:
  ///   - key: what the letters are signed with.
  ///   - send: posts a letter and answers the status.
  public init(engine: any Engine, key: [UInt8], send: @escaping @Sendable (Letter) async throws -> Int) {
    self.engine = engine
    self.key = key
    self.send = send
  }

  /// Tries every reminder that is due once. Answers how many arrived. Throws `DatabaseFault`.
  /// - Parameter now: the clock, in Unix seconds.
  @discardableResult
  public func reminders(now: @Sendable () -> Int64) async throws -> Int {
    try await all(DeliveryRecord.self, now: now)
  }

  /// The same for where filings went. What is to be told is read off the histories of the last day: no move can be made
  /// without being told, unless nothing was handed over for longer. Throws `DatabaseFault`.
  @discardableResult
  public func stages(now: @Sendable () -> Int64) async throws -> Int {
    try await all(StageDelivery.self, now: now)
  }

  /// Attempts before a letter is given up: the last comes about a day after the first.
  static let attempts = 12

  /// Seconds from one attempt to the next: a minute, then twice as long each time, four hours at most. nil after the
  /// last.
  static func pause(after attempts: Int) -> Int64? {
    attempts < Self.attempts ? min(60 << Int64(attempts - 1), 4 * 3_600) : nil
  }

  private func all<Item: Deliverable>(_ kind: Item.Type, now: @Sendable () -> Int64) async throws -> Int {
    let start = now()
    // Those of the last day: a system that is told of for the first time does not get the history.
    _ = try await engine.write { try $0.tell(Item.put(since: start - 86_400, at: start)) }
    var arrived = 0
    while true {
      let due = try await engine.read { try $0.ask(Item.due(at: start, limit: 100)) }
      guard !due.isEmpty else { return arrived }
      for item in due where try await attempt(item, now: now) { arrived += 1 }
    }
  }

  private func attempt(_ item: some Deliverable, now: @Sendable () -> Int64) async throws -> Bool {
    let moment = now()
    let next = Self.pause(after: item.attempts + 1).map { moment + $0 }
    // Counted before it is sent: should the program end here, it is tried again, under the same name.
    guard try await engine.write({ try $0.tell(item.claim(next: next)) }) == 1 else { return false }
    let outcome: String
    var arrival: Int64?
    do {
      let status = try await send(Letter(item.content, delivery: item.name, key: key, at: moment))
      outcome = "\(status)"
      if (200..<300).contains(status) { arrival = now() }
    } catch {
      outcome = String("\(error)".prefix(300))
    }
    _ = try await engine.write { [arrival] in try $0.tell(item.note(outcome, arrivedAt: arrival)) }
    return arrival != nil
  }
}

/// What is handed over to another system, as it stands on its way.
protocol Deliverable: Sendable {
  /// Puts on its way what came up of late and is on none yet. Both in Unix seconds.
  static func put(since seconds: Int64, at now: Int64) -> Command
  /// What should be tried now, the longest due first.
  static func due(at seconds: Int64, limit: Int) -> Query<Self>

  /// Stays the same however often it is tried, so that the other system can tell what it has already.
  var name: String { get }
  /// How often it was tried.
  var attempts: Int { get }
  var content: JSONValue { get }

  /// Counts one more attempt. Matches no row where another program counted it already: then that one tries.
  func claim(next: Int64?) -> Command
  /// What the other side said; with a moment it has arrived, and is not tried again.
  func note(_ outcome: String, arrivedAt seconds: Int64?) -> Command
}
