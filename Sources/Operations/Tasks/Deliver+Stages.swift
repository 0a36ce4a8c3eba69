import Database
import Evaluation
import JSON
import Store

extension StageDelivery: Deliverable {
  static func put(since seconds: Int64, at now: Int64) -> Command { .insertStageDeliveries(since: seconds, at: now) }
  static func due(at seconds: Int64, limit: Int) -> Query<StageDelivery> {
    .dueStageDeliveries(at: seconds, limit: limit)
  }

  var name: String { "\(filing)-\(version)" }

  var content: JSONValue {
    var content: [JSONValue.Member] = [
      .init("delivery", .string(name)), .init("event", "stage"),
      .init("task", ["id": .number(task), "title": .string(taskTitle)]),
      .init("unit", ["code": .string(unit.code.description), "name": .string(unit.name)]),
      .init("filing", .number(filing)), .init("version", .number(version)),
    ]
    if case .move(let move, let from, let to, let reason) = entry.detail {
      content += [
        .init("move", .string(move.rawValue)), .init("from", .string(from.rawValue)),
        .init("to", .string(to.rawValue)), .init("reason", .string(reason)),
      ]
    }
    content.append(.init("at", .number(entry.at)))
    return .object(content)
  }

  func claim(next: Int64?) -> Command {
    .claimStageDelivery(version, of: filing, attempts: attempts, next: next)
  }
  func note(_ outcome: String, arrivedAt seconds: Int64?) -> Command {
    .noteStageDelivery(version, of: filing, outcome: outcome, deliveredAt: seconds)
  }
}
