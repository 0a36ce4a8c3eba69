import Database

extension SchemaStep {
  /// Word templates of tasks: every one that was ever taken, with whoever put it there and took it away.
  static let templates = SchemaStep(
    "016-document-templates",
    [
      Command(
        """
        CREATE TABLE document_template (
          id \(fragment: SQL.identityColumn),
          task_id BIGINT NOT NULL REFERENCES task(id),
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          size BIGINT NOT NULL,
          digest TEXT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          removed_at BIGINT,
          removed_by BIGINT REFERENCES person(id)
        )
        """),
      Command("CREATE INDEX document_template_task ON document_template (task_id, kind, id)"),
    ])
}
