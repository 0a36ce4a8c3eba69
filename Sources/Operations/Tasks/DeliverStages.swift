public import Database
import Evaluation
import JSON
import Store

/// Tells another system where filings went, in the way of `DeliverReminders`.
///
/// What is to be told is read off the histories, so no move can be made without being told: at least once, under a name
/// that stays the same.
public struct DeliverStages: Sendable {
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

  /// Tries everything that is due once. Answers how many arrived. Throws `DatabaseFault`.
  /// - Parameter now: the clock, in Unix seconds.
  @discardableResult
  public func callAsFunction(now: @Sendable () -> Int64) async throws -> Int {
    let start = now()
    // Those of the last day: a system that is told of for the first time does not get the history.
    _ = try await engine.write { try $0.tell(.insertStageDeliveries(since: start - 86_400, at: start)) }
    var arrived = 0
    while true {
      let due = try await engine.read { try $0.ask(.dueStageDeliveries(at: start, limit: 100)) }
      guard !due.isEmpty else { return arrived }
      for delivery in due where try await attempt(delivery, now: now) { arrived += 1 }
    }
  }

  private func attempt(_ delivery: StageDelivery, now: @Sendable () -> Int64) async throws -> Bool {
    let moment = now()
    let next = DeliverReminders.pause(after: delivery.attempts + 1).map { moment + $0 }
    // Counted before it is sent: should the program end here, it is tried again, under the same name.
    let claimed = try await engine.write {
      try $0.tell(
        .claimStageDelivery(delivery.version, of: delivery.filing, attempts: delivery.attempts, next: next))
    }
    guard claimed == 1 else { return false }
    var outcome: String
    var arrival: Int64?
    do {
      let status = try await send(letter(delivery, at: moment))
      outcome = "\(status)"
      if (200..<300).contains(status) { arrival = now() }
    } catch {
      outcome = String("\(error)".prefix(300))
    }
    let (words, arrivedAt) = (outcome, arrival)
    _ = try await engine.write {
      try $0.tell(
        .noteStageDelivery(delivery.version, of: delivery.filing, outcome: words, deliveredAt: arrivedAt))
    }
    return arrival != nil
  }

  func letter(_ delivery: StageDelivery, at seconds: Int64) -> Letter {
    var content: [JSONValue.Member] = [
      .init("delivery", .string("\(delivery.filing)-\(delivery.version)")), .init("event", "stage"),
      .init("task", ["id": .number(delivery.task), "title": .string(delivery.taskTitle)]),
      .init("unit", ["code": .string(delivery.unit.code.description), "name": .string(delivery.unit.name)]),
      .init("filing", .number(delivery.filing)), .init("version", .number(delivery.version)),
    ]
    if case .move(let move, let from, let to, let reason) = delivery.entry.detail {
      content += [
        .init("move", .string(move.rawValue)), .init("from", .string(from.rawValue)),
        .init("to", .string(to.rawValue)), .init("reason", .string(reason)),
      ]
    }
    content.append(.init("at", .number(delivery.entry.at)))
    return Letter(.object(content), delivery: "\(delivery.filing)-\(delivery.version)", key: key, at: seconds)
  }
}
