public import Database
import Evaluation
public import Store

/// One act on many filings: chosen, confirmed, and carried out item by item. What is refused for one leaves the others.
public struct CarryOutBulk: Sendable {
  let engine: any Engine
  let policies: PolicyShelf
  public init(engine: any Engine, policies: PolicyShelf) {
    self.engine = engine
    self.policies = policies
  }

  /// Filings that go into one transaction: enough to share the wait for the disk, few enough not to hold others up.
  static let chunk = 200

  /// Chooses what any of the filters lets through and answers the run's token. Nothing is done yet. Throws `Invalid`
  /// where nothing is chosen, or `DatabaseFault`.
  /// - Parameters:
  ///   - filters: already narrowed to what the person may see.
  ///   - task: the task of all filings; nil for those of several.
  public func choose(
    _ action: BulkAction, anyOf filters: [FilingFilter], task: Int64?, by person: Person, at seconds: Int64
  ) async throws -> String {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    try await engine.write { database in
      let run = try database.insert(.insertRun(token, action, task: task, by: person.id, at: seconds))
      guard try database.tell(.insertItems(of: run, anyOf: filters)) > 0 else {
        throw Invalid([FieldProblem("filing", "请先勾选单位。")])
      }
    }
    return token
  }

  /// The run of this person. Throws `NotFound` or `DatabaseFault`.
  public func run(_ token: String, of person: Person) async throws -> BulkRun {
    guard let run = try await engine.read({ try $0.first(.run(token)) }), run.person == person.id else {
      throw NotFound()
    }
    return run
  }

  /// Does what is still to be done of a run: all of it the first time, nothing when asked again. What goes on in the
  /// background is only confirmed. Throws `NotFound`,
  /// `Invalid` where a day or a reason is missing, or `DatabaseFault`.
  /// - Parameters:
  ///   - day: the new deadline, for `extend`; ISO 8601.
  ///   - reason: why, or what to tell the units; what was given the first time holds.
  public func callAsFunction(
    _ token: String, day: String = "", reason: String = "", by person: Person, at seconds: Int64
  ) async throws {
    var run = try await run(token, of: person)
    if run.startedAt == nil {
      let (id, day, reason) = (run.id, try Self.checkedDay(day, for: run.action, reason), reason.trimming)
      _ = try await engine.write { try $0.tell(.startRun(id, day: day, reason: reason, at: seconds)) }
      run = try await self.run(token, of: person)
    }
    if run.action.isInBackground { return }
    let confirmed = run
    while true {
      let settled = try await engine.write { [policies] database in
        let items = try database.ask(.pendingItems(of: confirmed.id, limit: Self.chunk))
        var tasks: [Int64: EvaluationTask] = [:]
        for item in items {
          let (outcome, message) = try Self.settle(
            item, of: confirmed, &tasks, policies, person, in: database, at: seconds)
          try database.tell(.settleItem(of: confirmed.id, filing: item.filing, outcome, message: message))
        }
        return items.count
      }
      guard settled == Self.chunk else { return }
    }
  }

  /// Throws `Invalid` where the day or the reason is not what the act needs.
  private static func checkedDay(_ day: String, for action: BulkAction, _ reason: String) throws -> String {
    if action == .extend { return try ExtendDeadline.Extension(to: day, reason: reason).day.description }
    let count = reason.trimming.count
    if action.needsReason, count == 0 { throw Invalid([FieldProblem("reason", Refusal.reasonMissing.message)]) }
    guard count <= 500 else { throw Invalid([FieldProblem("reason", "最多 500 字。")]) }
    return ""
  }

  /// What is thrown here comes before the first write for the item, so that the transaction can go on with the next.
  private static func settle(
    _ item: BulkItem, of run: BulkRun, _ tasks: inout [Int64: EvaluationTask], _ policies: PolicyShelf,
    _ person: Person, in database: WriteTransaction, at seconds: Int64
  ) throws -> (BulkItem.Outcome, String) {
    guard let record = try database.first(.filing(item.filing)) else { return (.refused, "自评已删除。") }
    guard let task = try tasks[record.task] ?? database.first(.task(record.task)) else { throw NotFound() }
    tasks[task.id] = task
    do {
      switch run.action {
      case .approve, .return:
        // Only what was seen when it was chosen is judged.
        guard record.version == item.version else { return (.refused, "选定之后内容又有变化，请重新查看。") }
        let next = try database.review(
          run.action == .approve ? .approve : .return, record, in: task,
          under: try policies.policies(of: task, in: database.reading),
          reason: run.reason, by: person, at: seconds)
        return (.done, "现为“\(next.title)”")
      case .remind:
        try database.remind(
          record, in: task, mark: "byHand \(run.token)", message: run.reason, by: person, at: seconds)
        return (.done, "已催报")
      case .extend:
        let wanted = try ExtendDeadline.Extension(to: run.day, reason: run.reason)
        return (.done, try database.extend(record.id, by: wanted, person, at: seconds))
      case .pack:
        // `PackFilings` does it.
        return (.pending, "")
      }
    } catch let refused as Refused {
      return (.refused, refused.reasons.map(\.message).joined())
    } catch let forbidden as Forbidden {
      return (.refused, forbidden.message)
    } catch let invalid as Invalid {
      return (.refused, invalid.problems.map(\.message).joined())
    } catch is NotFound {
      return (.refused, "无权查看。")
    } catch is StaleVersion {
      return (.refused, "内容又有变化，请重新查看。")
    }
  }
}
