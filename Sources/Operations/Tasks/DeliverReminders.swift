public import Database
import Evaluation
import JSON
import Store

/// Hands reminders over to another system: signed, tried again until they arrive, each under an id that stays the same.
public struct DeliverReminders: Sendable {
  let engine: any Engine
  let key: [UInt8]
  let send: @Sendable (Letter) async throws -> Int

  /// - Parameters:
  ///   - key: what the letters are signed with.
  ///   - send: posts a letter and answers the status.
  public init(
    engine: any Engine, key: [UInt8], send: @escaping @Sendable (Letter) async throws -> Int
  ) {
    self.engine = engine
    self.key = key
    self.send = send
  }

  /// Attempts before a letter is given up: the last comes about a day after the first.
  static let attempts = 12

  /// Seconds from one attempt to the next: a minute, then twice as long each time, four hours at most. nil after the
  /// last.
  static func pause(after attempts: Int) -> Int64? {
    attempts < Self.attempts ? min(60 << Int64(attempts - 1), 4 * 3_600) : nil
  }

  /// Tries everything that is due once. Answers how many arrived. Throws `DatabaseFault`.
  /// - Parameter now: the clock, in Unix seconds.
  @discardableResult
  public func callAsFunction(now: @Sendable () -> Int64) async throws -> Int {
    let start = now()
    // Those of the last day: a system that is told of for the first time does not get the history.
    _ = try await engine.write { try $0.tell(.insertDeliveries(since: start - 86_400, at: start)) }
    var arrived = 0
    while true {
      let due = try await engine.read { try $0.ask(.dueDeliveries(at: start, limit: 100)) }
      guard !due.isEmpty else { return arrived }
      for delivery in due where try await attempt(delivery, now: now) { arrived += 1 }
    }
  }

  private func attempt(_ delivery: DeliveryRecord, now: @Sendable () -> Int64) async throws -> Bool {
    let moment = now()
    let next = Self.pause(after: delivery.attempts + 1).map { moment + $0 }
    // Counted before it is sent: should the program end here, it is tried again, under the same id.
    let claimed = try await engine.write {
      try $0.tell(.claimDelivery(delivery.id, attempts: delivery.attempts, next: next))
    }
    guard claimed == 1 else { return false }
    let outcome: String
    do {
      let status = try await send(letter(delivery, at: moment))
      if (200..<300).contains(status) {
        let arrived = now()
        _ = try await engine.write {
          try $0.tell(.markDelivered(delivery.id, outcome: "\(status)", at: arrived))
        }
        return true
      }
      outcome = "\(status)"
    } catch {
      outcome = String("\(error)".prefix(300))
    }
    _ = try await engine.write { try $0.tell(.noteFailure(delivery.id, outcome: outcome)) }
    return false
  }

  func letter(_ delivery: DeliveryRecord, at seconds: Int64) -> Letter {
    let reminder = delivery.reminder
    let content: JSONValue = [
      "delivery": .number(delivery.id), "event": "reminder", "kind": .string(reminder.kind.rawValue),
      "task": ["id": .number(reminder.task), "title": .string(reminder.taskTitle)],
      "unit": ["code": .string(reminder.unit.code.description), "name": .string(reminder.unit.name)],
      "filing": .number(reminder.filing), "deadline": .string(reminder.deadline),
      "message": .string(reminder.message), "at": .number(reminder.at),
    ]
    return Letter(content, delivery: "\(delivery.id)", key: key, at: seconds)
  }
}
