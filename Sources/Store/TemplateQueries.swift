public import Database

/// What is made from a template.
public enum DocumentKind: String, Sendable, CaseIterable {
  /// A filing's Word document: report and forms.
  case filing
}

/// A Word template of a task, without its bytes.
public struct TemplateRecord: Sendable, Identifiable {
  public let id: Int64
  /// That of the file as it was handed in, made harmless.
  public let name: String
  /// In bytes.
  public let size: Int
  /// SHA-256, hexadecimal.
  public let digest: String
  /// The name of who put it there.
  public let person: String
  /// Unix seconds.
  public let at: Int64
  /// When it was taken away, in Unix seconds; nil where it is in use or was replaced.
  public let removedAt: Int64?
  /// The name of who took it away.
  public let remover: String?
}

extension Query where Output == TemplateRecord {
  /// All that a task ever had, the latest first: that one is in use unless it was taken away.
  public static func templates(of task: Int64, _ kind: DocumentKind) -> Query {
    Query(
      """
      SELECT document_template.id, document_template.name, size, digest, person.name, document_template.at, removed_at,
        remover.name
      FROM document_template JOIN person ON person.id = document_template.person_id
        LEFT JOIN person AS remover ON remover.id = removed_by
      WHERE task_id = \(task) AND kind = \(kind.rawValue) ORDER BY document_template.id DESC
      """
    ) { row in
      TemplateRecord(
        id: try row.integer(), name: try row.text(), size: Int(try row.integer()), digest: try row.text(),
        person: try row.text(), at: try row.integer(), removedAt: try row.optionalInteger(),
        remover: try row.optionalText())
    }
  }
}

extension Query where Output == [UInt8] {
  /// Also one that is not in use; no row where it is another task's.
  public static func templateContent(_ id: Int64, of task: Int64) -> Query {
    Query("SELECT content FROM document_template WHERE id = \(id) AND task_id = \(task)") { row in try row.bytes() }
  }
  /// Of the template in use; none where the built-in layout is.
  public static func templateInUse(by task: Int64, _ kind: DocumentKind) -> Query {
    Query(
      """
      SELECT content FROM document_template
      WHERE removed_at IS NULL AND id =
        (SELECT max(id) FROM document_template WHERE task_id = \(task) AND kind = \(kind.rawValue))
      """
    ) { row in try row.bytes() }
  }
}

extension Command {
  /// In place of the one in use.
  public static func insertTemplate(
    name: String, digest: String, content: [UInt8], of task: Int64, _ kind: DocumentKind, by person: Int64,
    at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO document_template (task_id, kind, name, size, digest, content, person_id, at)
      VALUES (\(task), \(kind.rawValue), \(name), \(content.count), \(digest), \(content), \(person), \(seconds))
      """)
  }
  /// The built-in layout is used from then on; the bytes stay.
  public static func removeTemplate(_ id: Int64, by person: Int64, at seconds: Int64) -> Command {
    Command("UPDATE document_template SET removed_at = \(seconds), removed_by = \(person) WHERE id = \(id)")
  }
}
