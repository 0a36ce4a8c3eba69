import Database

extension SchemaStep {
  /// Samples and the work on them, the marks of 自评工作考核, and what is kept of filings for the results.
  static let marks = SchemaStep(
    "012-marks",
    [
      Command("ALTER TABLE filing ADD COLUMN is_sampled BIGINT NOT NULL DEFAULT 0"),
      Command(
        """
        CREATE TABLE sample_draw (
          id \(fragment: SQL.identityColumn),
          task_id BIGINT NOT NULL REFERENCES task(id),
          seed TEXT NOT NULL,
          ratio TEXT NOT NULL,
          candidates BIGINT NOT NULL,
          chosen BIGINT NOT NULL,
          left_out TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX sample_draw_task ON sample_draw (task_id, id)"),
      Command(
        """
        CREATE TABLE sample_item (
          draw_id BIGINT NOT NULL REFERENCES sample_draw(id),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          stage TEXT NOT NULL,
          draw_key TEXT NOT NULL,
          place BIGINT NOT NULL,
          quota BIGINT NOT NULL,
          of_count BIGINT NOT NULL,
          is_chosen BIGINT NOT NULL,
          reviewer_id BIGINT REFERENCES person(id),
          agency TEXT NOT NULL DEFAULT '',
          due TEXT NOT NULL DEFAULT '',
          points TEXT NOT NULL DEFAULT '',
          verdict TEXT NOT NULL DEFAULT '',
          opinion TEXT NOT NULL DEFAULT '',
          person_id BIGINT REFERENCES person(id),
          at BIGINT,
          PRIMARY KEY (draw_id, filing_id)
        )
        """),
      Command("CREATE INDEX sample_item_filing ON sample_item (filing_id, is_chosen)"),
      Command(
        """
        CREATE TABLE work_mark (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          criterion TEXT NOT NULL,
          points TEXT NOT NULL,
          computed TEXT NOT NULL,
          reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          PRIMARY KEY (filing_id, criterion)
        )
        """),
      Command(
        """
        CREATE TABLE work_assessment (
          filing_id BIGINT PRIMARY KEY REFERENCES filing(id),
          total BIGINT,
          is_released BIGINT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command(
        """
        CREATE TABLE filing_result (
          filing_id BIGINT PRIMARY KEY REFERENCES filing(id),
          is_current BIGINT NOT NULL,
          own BIGINT,
          own_grade TEXT NOT NULL DEFAULT '',
          reviewed BIGINT,
          reviewed_grade TEXT NOT NULL DEFAULT '',
          flags BIGINT NOT NULL DEFAULT 0
        )
        """),
      Command(
        """
        CREATE TABLE red_flag (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          kind TEXT NOT NULL,
          words TEXT NOT NULL,
          places TEXT NOT NULL,
          other_id BIGINT REFERENCES filing(id),
          PRIMARY KEY (filing_id, kind)
        )
        """),
      Command("CREATE INDEX red_flag_other ON red_flag (other_id)"),
      Command(
        """
        CREATE TABLE text_stretch (
          task_id BIGINT NOT NULL REFERENCES task(id),
          digest BIGINT NOT NULL,
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          PRIMARY KEY (task_id, digest, filing_id)
        )
        """),
      Command("CREATE INDEX text_stretch_filing ON text_stretch (filing_id)"),
    ])
}
