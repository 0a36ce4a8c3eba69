public import Database

/// One entry of a task's history: who did what, when and why.
public struct TaskEvent: Sendable, Identifiable {
  /// What was done, by the name under which it is stored.
  public enum Kind: String, Sendable, CaseIterable {
    case created, copied, edited, trialStarted, trialEnded, launched, closed, reopened, archived, cancelled
    case unitsAdded, noticeAttached, extended, reminded, waiverDeclared, waiverAccepted, waiverRejected
    case publicDaySet, templateSet, templateRemoved

    /// In Chinese, as the task's history shows it.
    public var title: String {
      switch self {
      case .created: "建立"
      case .copied: "复制自"
      case .edited: "修改"
      case .trialStarted: "开始试运行"
      case .trialEnded: "结束试运行"
      case .launched: "下达"
      case .closed: "结束"
      case .reopened: "重新开放"
      case .archived: "归档"
      case .cancelled: "取消下达"
      case .unitsAdded: "增加单位"
      case .noticeAttached: "上传通知文件"
      case .extended: "延期"
      case .reminded: "催报"
      case .waiverDeclared: "申报不适用"
      case .waiverAccepted: "同意不适用"
      case .waiverRejected: "不同意不适用"
      case .publicDaySet: "规定公开期限"
      case .templateSet: "启用 Word 模板"
      case .templateRemoved: "停用 Word 模板"
      }
    }
  }

  public let id: Int64
  public let kind: Kind
  /// The unit it is about; nil where it is about the task as a whole.
  public let unit: String?
  /// In words, for instance what was before and after.
  public let detail: String
  /// In words; empty where none was asked for.
  public let reason: String
  /// The name of who did it.
  public let name: String
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == TaskEvent {
  private static func events(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT task_event.id, task_event.kind, \(fragment: .unitName(inYearOf: "task_event.task_id")), task_event.detail,
        task_event.reason, person.name, task_event.at
      FROM task_event JOIN person ON person.id = task_event.person_id
        LEFT JOIN unit ON unit.code = task_event.unit_code
      """
    return Query(columns + rest) { row in
      TaskEvent(
        id: try row.integer(), kind: try row.stored(TaskEvent.Kind.self), unit: try row.optionalText(),
        detail: try row.text(), reason: try row.text(), name: try row.text(), at: try row.integer())
    }
  }
  /// The latest first.
  public static func events(of task: Int64, limit: Int, offset: Int = 0) -> Query {
    events(" WHERE task_event.task_id = \(task) ORDER BY task_event.id DESC LIMIT \(limit) OFFSET \(offset)")
  }
}

extension Query where Output == Int64 {
  /// How many there are in all, for `events` of the same task.
  public static func eventCount(of task: Int64) -> Query {
    Query("SELECT count(*) FROM task_event WHERE task_id = \(task)") { row in try row.integer() }
  }
}

extension Command {
  /// - Parameter unit: the code of the unit it is about, if it is about one.
  public static func insertEvent(
    _ kind: TaskEvent.Kind, of task: Int64, unit: String? = nil, detail: String = "", reason: String = "",
    by person: Int64, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO task_event (task_id, unit_code, kind, detail, reason, person_id, at)
      VALUES (\(task), \(unit), \(kind.rawValue), \(detail), \(reason), \(person), \(seconds))
      """)
  }
}
