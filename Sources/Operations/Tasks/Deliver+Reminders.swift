import Database
import Evaluation
import JSON
import Store

extension DeliveryRecord: Deliverable {
  static func put(since seconds: Int64, at now: Int64) -> Command { .insertDeliveries(since: seconds, at: now) }
  static func due(at seconds: Int64, limit: Int) -> Query<DeliveryRecord> { .dueDeliveries(at: seconds, limit: limit) }

  var name: String { "\(id)" }

  var content: JSONValue {
    [
      "delivery": .number(id), "event": "reminder", "kind": .string(reminder.kind.rawValue),
      "task": ["id": .number(reminder.task), "title": .string(reminder.taskTitle)],
      "unit": ["code": .string(reminder.unit.code.description), "name": .string(reminder.unit.name)],
      "filing": .number(reminder.filing), "deadline": .string(reminder.deadline),
      "message": .string(reminder.message), "at": .number(reminder.at),
    ]
  }

  func claim(next: Int64?) -> Command { .claimDelivery(id, attempts: attempts, next: next) }
  func note(_ outcome: String, arrivedAt seconds: Int64?) -> Command {
    .noteDelivery(id, outcome: outcome, deliveredAt: seconds)
  }
}
