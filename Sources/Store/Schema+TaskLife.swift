import Database

extension SchemaStep {
  /// Phases and scopes of tasks, own deadlines of filings, the working-day calendar, reminders and their deliveries.
  static let taskLife = SchemaStep(
    "008-task-life",
    [
      Command("ALTER TABLE task ADD COLUMN phase TEXT NOT NULL DEFAULT 'launched'"),
      Command("ALTER TABLE task ADD COLUMN scope TEXT NOT NULL DEFAULT ''"),
      Command("UPDATE task SET phase = 'closed' WHERE is_closed = 1"),
      Command("ALTER TABLE filing ADD COLUMN deadline TEXT"),
      Command("ALTER TABLE filing ADD COLUMN stage_since BIGINT NOT NULL DEFAULT 0"),
      Command("ALTER TABLE filing ADD COLUMN sent_day BIGINT"),
      Command("ALTER TABLE filing ADD COLUMN is_returned BIGINT NOT NULL DEFAULT 0"),
      Command("ALTER TABLE filing ADD COLUMN waiver TEXT NOT NULL DEFAULT 'none'"),
      Command("ALTER TABLE filing ADD COLUMN waiver_reason TEXT NOT NULL DEFAULT ''"),
      Command(
        """
        UPDATE filing SET
          stage_since = COALESCE((SELECT max(history.at) FROM history
            WHERE history.filing_id = filing.id AND history.kind = 'move'), updated_at),
          sent_day = (SELECT (min(history.at) + 28800) / 86400 FROM history
            WHERE history.filing_id = filing.id AND history.kind = 'move' AND history.detail LIKE '%["submit",%')
        """),
      Command(
        """
        UPDATE filing SET is_returned = 1 WHERE EXISTS (SELECT 1 FROM history
          WHERE history.filing_id = filing.id AND history.kind = 'move' AND history.detail LIKE '%["return",%'
            AND history.version = (SELECT max(other.version) FROM history AS other
              WHERE other.filing_id = filing.id AND other.kind = 'move'))
        """),
      Command("CREATE INDEX filing_stage ON filing (stage, unit_code)"),
      Command(
        """
        CREATE TABLE task_event (
          id \(fragment: SQL.identityColumn),
          task_id BIGINT NOT NULL REFERENCES task(id),
          unit_code TEXT,
          kind TEXT NOT NULL,
          detail TEXT NOT NULL,
          reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX task_event_task ON task_event (task_id, id)"),
      Command(
        """
        CREATE TABLE task_notice (
          task_id BIGINT PRIMARY KEY REFERENCES task(id),
          name TEXT NOT NULL,
          media_type TEXT NOT NULL,
          size BIGINT NOT NULL,
          digest TEXT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command(
        """
        CREATE TABLE day_exception (
          day TEXT PRIMARY KEY,
          kind TEXT NOT NULL,
          note TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command(
        """
        CREATE TABLE reminder (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          kind TEXT NOT NULL,
          mark TEXT NOT NULL,
          deadline TEXT NOT NULL,
          message TEXT NOT NULL,
          person_id BIGINT REFERENCES person(id),
          at BIGINT NOT NULL,
          UNIQUE (filing_id, mark)
        )
        """),
      Command(
        """
        CREATE TABLE delivery (
          id \(fragment: SQL.identityColumn),
          reminder_id BIGINT NOT NULL UNIQUE REFERENCES reminder(id),
          attempts BIGINT NOT NULL DEFAULT 0,
          next_at BIGINT,
          delivered_at BIGINT,
          outcome TEXT NOT NULL DEFAULT ''
        )
        """),
      Command("CREATE INDEX delivery_next ON delivery (next_at)"),
    ])

  /// What is done to many filings at once, item by item.
  static let bulkRuns = SchemaStep(
    "009-bulk-runs",
    [
      Command(
        """
        CREATE TABLE bulk_run (
          id \(fragment: SQL.identityColumn),
          token TEXT NOT NULL UNIQUE,
          task_id BIGINT REFERENCES task(id),
          action TEXT NOT NULL,
          day TEXT NOT NULL,
          reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          started_at BIGINT
        )
        """),
      Command(
        """
        CREATE TABLE bulk_item (
          run_id BIGINT NOT NULL REFERENCES bulk_run(id),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          version BIGINT NOT NULL,
          outcome TEXT NOT NULL,
          message TEXT NOT NULL,
          PRIMARY KEY (run_id, filing_id)
        )
        """),
      Command("CREATE INDEX bulk_item_outcome ON bulk_item (run_id, outcome, filing_id)"),
      Command("CREATE INDEX bulk_item_filing ON bulk_item (filing_id)"),
    ])
}

extension SchemaStep {
  /// What waits for somebody is counted on every page: from indices alone, however many filings are stored.
  static let waitingWork = SchemaStep(
    "022-waiting-work",
    [
      Command("CREATE INDEX filing_work ON filing (stage, waiver, task_id)"),
      Command("CREATE INDEX filing_waiver ON filing (waiver) WHERE waiver = 'declared'"),
    ])
}
