public import Database

/// A yearly self-evaluation that the finance bureau launched.
public struct EvaluationTask: Sendable, Identifiable {
  public let id: Int64
  public let title: String
  public let year: Int
  public let noticeTitle: String
  public let noticeNumber: String
  /// The ids of the policies it is held under.
  public let policies: [String]
  /// The last day, ISO 8601.
  public let deadline: String
  public let isClosed: Bool
  public init(
    id: Int64, title: String, year: Int, noticeTitle: String, noticeNumber: String, policies: [String],
    deadline: String, isClosed: Bool
  ) {
    self.id = id
    self.title = title
    self.year = year
    self.noticeTitle = noticeTitle
    self.noticeNumber = noticeNumber
    self.policies = policies
    self.deadline = deadline
    self.isClosed = isClosed
  }
}

extension Query where Output == EvaluationTask {
  private static func tasks(_ condition: SQL) -> Query {
    Query(
      "SELECT id, title, year, notice_title, notice_number, policies, deadline, is_closed FROM task" + condition
    ) { row in
      EvaluationTask(
        id: try row.integer(), title: try row.text(), year: Int(try row.integer()), noticeTitle: try row.text(),
        noticeNumber: try row.text(), policies: try row.text().split(separator: " ").map(String.init),
        deadline: try row.text(), isClosed: try row.boolean())
    }
  }
  public static let tasks = tasks(" ORDER BY year DESC, id DESC")
  public static func task(_ id: Int64) -> Query { tasks(" WHERE id = \(id)") }
}

extension Command {
  public static func insertTask(
    title: String, year: Int, noticeTitle: String, noticeNumber: String, policies: [String], deadline: String,
    at seconds: Int64, by person: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO task (title, year, notice_title, notice_number, policies, deadline, created_at, created_by)
      VALUES (\(title), \(year), \(noticeTitle), \(noticeNumber), \(policies.joined(separator: " ")), \(deadline),
        \(seconds), \(person))
      """)
  }
  public static func setClosed(_ isClosed: Bool, task: Int64) -> Command {
    Command("UPDATE task SET is_closed = \(isClosed) WHERE id = \(task)")
  }
}
