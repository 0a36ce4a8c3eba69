public import Database
public import Evaluation

/// A yearly self-evaluation of the finance bureau.
public struct EvaluationTask: Sendable, Identifiable {
  public let id: Int64
  public let title: String
  /// The year that is evaluated; the task is carried out in the next.
  public let year: Int
  /// Of the notice that calls for it; empty where none is named.
  public let noticeTitle: String
  /// 文号 of the notice; empty where none is named.
  public let noticeNumber: String
  /// The ids of the policies it is held under.
  public let policies: [String]
  /// The texts of these policies, by their SHA-256; empty for a draft, which takes the newest.
  public let policyHashes: [String]
  /// The last day, ISO 8601; a filing may have a later one of its own.
  public let deadline: String
  /// How far it is, from draft to archive.
  public let phase: TaskPhase
  /// The units that it is for.
  public let scope: TaskScope
  /// The last day to make what is done public, ISO 8601; empty where none was set.
  public let publicBy: String
  public init(
    id: Int64, title: String, year: Int, noticeTitle: String, noticeNumber: String, policies: [String],
    policyHashes: [String] = [], deadline: String, phase: TaskPhase, scope: TaskScope = .all, publicBy: String = ""
  ) {
    self.id = id
    self.title = title
    self.year = year
    self.noticeTitle = noticeTitle
    self.noticeNumber = noticeNumber
    self.policies = policies
    self.policyHashes = policyHashes
    self.deadline = deadline
    self.phase = phase
    self.scope = scope
    self.publicBy = publicBy
  }

  /// Whether its filings can no longer be changed.
  public var isClosed: Bool { !phase.takesFilings }
}

extension Query where Output == EvaluationTask {
  private static func tasks(_ rest: SQL) -> Query {
    Query(
      """
      SELECT id, title, year, notice_title, notice_number, policies, policy_hashes, deadline, phase, scope, public_by
      FROM task
      """ + rest
    ) { row in
      let (id, title, year) = (try row.integer(), try row.text(), Int(try row.integer()))
      let (noticeTitle, noticeNumber) = (try row.text(), try row.text())
      let policies = try row.text().split(separator: " ").map(String.init)
      let hashes = try row.text().split(separator: " ").map(String.init)
      let (deadline, phase, codes) = (try row.text(), try row.stored(TaskPhase.self), try row.text())
      guard let scope = TaskScope(codes.split(separator: " ").map(String.init)) else {
        throw DatabaseFault.refused("任务范围“\(codes)”无法识别", sql: "")
      }
      return EvaluationTask(
        id: id, title: title, year: year, noticeTitle: noticeTitle, noticeNumber: noticeNumber, policies: policies,
        policyHashes: hashes, deadline: deadline, phase: phase, scope: scope, publicBy: try row.text())
    }
  }
  /// The latest first.
  public static let tasks = tasks(" ORDER BY year DESC, id DESC")
  /// The latest first.
  public static func tasks(limit: Int, offset: Int) -> Query {
    tasks(" ORDER BY year DESC, id DESC LIMIT \(limit) OFFSET \(offset)")
  }
  /// The latest first.
  public static func tasks(in phases: [TaskPhase]) -> Query {
    tasks(" WHERE phase IN \(list: phases.map(\.rawValue)) ORDER BY year DESC, id DESC")
  }
  /// The latest made first, made before `id`.
  public static func tasks(before id: Int64, in phases: [TaskPhase], limit: Int) -> Query {
    tasks(" WHERE id < \(id) AND phase IN \(list: phases.map(\.rawValue)) ORDER BY id DESC LIMIT \(limit)")
  }
  /// In no order.
  public static func tasks(_ ids: [Int64]) -> Query { tasks(" WHERE id IN \(list: ids)") }
  /// One at most.
  public static func task(_ id: Int64) -> Query { tasks(" WHERE id = \(id)") }
}

extension Query where Output == Int64 {
  /// In all phases.
  public static let taskCount = Query("SELECT count(*) FROM task") { row in try row.integer() }
}

extension Command {
  /// `policies` by their ids; `deadline` is ISO 8601.
  public static func insertTask(
    title: String, year: Int, noticeTitle: String, noticeNumber: String, policies: [String], deadline: String,
    phase: TaskPhase, scope: TaskScope, at seconds: Int64, by person: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO task (title, year, notice_title, notice_number, policies, deadline, phase, scope, created_at,
        created_by)
      VALUES (\(title), \(year), \(noticeTitle), \(noticeNumber), \(policies.joined(separator: " ")), \(deadline),
        \(phase.rawValue), \(scope.codes.joined(separator: " ")), \(seconds), \(person))
      """)
  }
  /// Everything that is typed for a task.
  public static func updateTask(
    _ id: Int64, title: String, year: Int, noticeTitle: String, noticeNumber: String, policies: [String],
    deadline: String, scope: TaskScope
  ) -> Command {
    Command(
      """
      UPDATE task SET title = \(title), year = \(year), notice_title = \(noticeTitle), notice_number = \(noticeNumber),
        policies = \(policies.joined(separator: " ")), deadline = \(deadline),
        scope = \(scope.codes.joined(separator: " "))
      WHERE id = \(id)
      """)
  }
  /// See `TaskMove` for what may follow what.
  public static func setPhase(_ phase: TaskPhase, task: Int64) -> Command {
    Command("UPDATE task SET phase = \(phase.rawValue) WHERE id = \(task)")
  }
  /// ISO 8601; empty takes the day away.
  public static func setPublicDay(_ day: String, task: Int64) -> Command {
    Command("UPDATE task SET public_by = \(day) WHERE id = \(task)")
  }
  /// The filings stay as they are.
  public static func setScope(_ scope: TaskScope, task: Int64) -> Command {
    Command("UPDATE task SET scope = \(scope.codes.joined(separator: " ")) WHERE id = \(task)")
  }
}
