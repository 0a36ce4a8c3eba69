public import Database

/// The file of a task's notice, without its bytes.
public struct NoticeRecord: Sendable {
  /// That of the file as it was handed in, made harmless.
  public let name: String
  public let mediaType: String
  /// In bytes.
  public let size: Int
  /// SHA-256, hexadecimal.
  public let digest: String
}

extension Query where Output == NoticeRecord {
  /// No row where the task has none.
  public static func notice(of task: Int64) -> Query {
    Query("SELECT name, media_type, size, digest FROM task_notice WHERE task_id = \(task)") { row in
      NoticeRecord(
        name: try row.text(), mediaType: try row.text(), size: Int(try row.integer()), digest: try row.text())
    }
  }
}

extension Query where Output == [UInt8] {
  /// No row where the task has none.
  public static func noticeContent(of task: Int64) -> Query {
    Query("SELECT content FROM task_notice WHERE task_id = \(task)") { row in try row.bytes() }
  }
}

extension Query where Output == Int64 {
  /// The tasks that have a notice to read.
  public static let tasksWithNotice = Query("SELECT task_id FROM task_notice") { row in try row.integer() }
}

extension Command {
  /// In place of the one before, if there is one.
  public static func putNotice(
    name: String, mediaType: String, digest: String, content: [UInt8], of task: Int64, by person: Int64,
    at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO task_notice (task_id, name, media_type, size, digest, content, person_id, at)
      VALUES (\(task), \(name), \(mediaType), \(content.count), \(digest), \(content), \(person), \(seconds))
      ON CONFLICT (task_id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type,
        size = excluded.size, digest = excluded.digest, content = excluded.content, person_id = excluded.person_id,
        at = excluded.at
      """)
  }
}
