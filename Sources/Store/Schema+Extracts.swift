import Database

extension SchemaStep {
  /// What of filings can be searched and summed, made from their documents, and which of them are to be made anew.
  static let extracts = SchemaStep(
    "013-extracts",
    [
      Command(
        """
        CREATE TABLE extract_due (
          filing_id BIGINT PRIMARY KEY REFERENCES filing(id),
          version BIGINT NOT NULL
        )
        """),
      Command("INSERT INTO extract_due (filing_id, version) SELECT id, version FROM filing WHERE version > 0"),
      Command(
        """
        CREATE TABLE extract (
          filing_id BIGINT PRIMARY KEY REFERENCES filing(id),
          version BIGINT NOT NULL,
          task_id BIGINT NOT NULL,
          unit_code TEXT NOT NULL,
          grade TEXT NOT NULL,
          score BIGINT,
          initial BIGINT,
          budget BIGINT,
          executed BIGINT
        )
        """),
      Command("CREATE INDEX extract_task ON extract (task_id, unit_code)"),
      Command("CREATE INDEX extract_unit ON extract (unit_code, task_id)"),
      Command(
        """
        CREATE TABLE extract_text (
          id BIGINT PRIMARY KEY,
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          place TEXT NOT NULL,
          kind TEXT NOT NULL,
          title TEXT NOT NULL,
          text TEXT NOT NULL,
          marks TEXT NOT NULL
        )
        """),
      Command("CREATE INDEX extract_text_filing ON extract_text (filing_id)"),
    ] + WordIndex.extracts.creation + [
      Command(
        """
        CREATE TABLE extract_figure (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          item TEXT NOT NULL,
          cell TEXT NOT NULL,
          task_id BIGINT NOT NULL,
          unit_code TEXT NOT NULL,
          value BIGINT NOT NULL,
          PRIMARY KEY (filing_id, item, cell)
        )
        """),
      Command("CREATE INDEX extract_figure_item ON extract_figure (item, task_id, unit_code, filing_id, value)"),
      Command(
        """
        CREATE TABLE extract_finding (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          rule TEXT NOT NULL,
          severity TEXT NOT NULL,
          task_id BIGINT NOT NULL,
          unit_code TEXT NOT NULL,
          number BIGINT NOT NULL,
          PRIMARY KEY (filing_id, rule, severity)
        )
        """),
      Command(
        "CREATE INDEX extract_finding_rule ON extract_finding (task_id, rule, severity, unit_code, filing_id, number)"),
    ])
}

extension WordIndex {
  /// Over the texts of filings, by their ids.
  static let extracts = WordIndex("extract_index")
}
