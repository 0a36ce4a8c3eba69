public import Database

/// The schema, as an append-only list. A shipped step is never edited.
public enum Schema {
  /// In the order in which they are taken.
  public static let steps: [SchemaStep] = [
    .organisation, .accounts, .tasks, .filings, .budgetValues, .importedAudits, .publications, .taskLife, .bulkRuns,
    .draftFiles, .reviews, .marks, .extracts, .interface, .publicFiles, .templates, .unitLife, .terms, .administration,
    .uploadedReports, .policies, .waitingWork, .secondFactors, .reopening, .retention,
    .identities, .readingIndexes, .projectsGone, .knownBrowsers,
  ]
}

extension SchemaStep {
  static let organisation = SchemaStep(
    "001-organisation",
    [
      Command(
        """
        CREATE TABLE unit (
          code TEXT PRIMARY KEY,
          name TEXT NOT NULL
        )
        """),
      Command(
        """
        CREATE TABLE person (
          id \(fragment: SQL.identityColumn),
          account TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          mobile TEXT UNIQUE,
          secret_hash TEXT,
          is_one_time BIGINT NOT NULL,
          secret_expires_at BIGINT,
          failures BIGINT NOT NULL DEFAULT 0,
          first_failure_at BIGINT NOT NULL DEFAULT 0,
          is_closed BIGINT NOT NULL DEFAULT 0
        )
        """),
      Command(
        """
        CREATE TABLE post (
          person_id BIGINT NOT NULL REFERENCES person(id),
          kind TEXT NOT NULL,
          unit_code TEXT NOT NULL,
          PRIMARY KEY (person_id, kind, unit_code)
        )
        """),
    ])

  static let accounts = SchemaStep(
    "002-accounts",
    [
      Command(
        """
        CREATE TABLE session (
          token_hash TEXT PRIMARY KEY,
          person_id BIGINT NOT NULL REFERENCES person(id),
          csrf TEXT NOT NULL,
          began_at BIGINT NOT NULL,
          seen_at BIGINT NOT NULL,
          agent TEXT NOT NULL
        )
        """),
      Command("CREATE INDEX session_person ON session (person_id)"),
      Command("CREATE TABLE setup_link (token_hash TEXT PRIMARY KEY, expires_at BIGINT NOT NULL)"),
      Command(
        "CREATE TABLE service_token (token_hash TEXT PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL)"),
    ])

  static let tasks = SchemaStep(
    "003-tasks",
    [
      Command(
        """
        CREATE TABLE task (
          id \(fragment: SQL.identityColumn),
          title TEXT NOT NULL,
          year BIGINT NOT NULL,
          notice_title TEXT NOT NULL,
          notice_number TEXT NOT NULL,
          policies TEXT NOT NULL,
          deadline TEXT NOT NULL,
          is_closed BIGINT NOT NULL DEFAULT 0,
          created_at BIGINT NOT NULL,
          created_by BIGINT NOT NULL REFERENCES person(id)
        )
        """)
    ])

  static let filings = SchemaStep(
    "004-filings",
    [
      Command(
        """
        CREATE TABLE filing (
          id \(fragment: SQL.identityColumn),
          task_id BIGINT NOT NULL REFERENCES task(id),
          unit_code TEXT NOT NULL REFERENCES unit(code),
          stage TEXT NOT NULL,
          version BIGINT NOT NULL,
          chain TEXT NOT NULL,
          sender BIGINT,
          is_opened BIGINT NOT NULL,
          errors BIGINT NOT NULL,
          unexplained BIGINT NOT NULL,
          score TEXT NOT NULL,
          updated_at BIGINT NOT NULL,
          UNIQUE (task_id, unit_code)
        )
        """),
      Command("CREATE INDEX filing_unit ON filing (unit_code)"),
      Command(
        """
        CREATE TABLE sheet (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          id TEXT NOT NULL,
          form TEXT NOT NULL,
          position BIGINT NOT NULL,
          content TEXT NOT NULL,
          PRIMARY KEY (filing_id, id)
        )
        """),
      Command(
        """
        CREATE TABLE history (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          version BIGINT NOT NULL,
          kind TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          detail TEXT NOT NULL,
          chain TEXT NOT NULL,
          PRIMARY KEY (filing_id, version)
        )
        """),
      Command(
        """
        CREATE TABLE explanation (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          finding TEXT NOT NULL,
          text TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          PRIMARY KEY (filing_id, finding)
        )
        """),
      Command(
        """
        CREATE TABLE attachment (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          requirement TEXT NOT NULL,
          name TEXT NOT NULL,
          media_type TEXT NOT NULL,
          size BIGINT NOT NULL,
          digest TEXT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          is_removed BIGINT NOT NULL DEFAULT 0
        )
        """),
      Command("CREATE INDEX attachment_filing ON attachment (filing_id)"),
    ])

  static let budgetValues = SchemaStep(
    "005-budget-values",
    [
      Command(
        """
        CREATE TABLE budget_value (
          year BIGINT NOT NULL,
          unit_code TEXT NOT NULL,
          place TEXT NOT NULL,
          position BIGINT NOT NULL,
          text TEXT NOT NULL,
          imported_at BIGINT NOT NULL,
          PRIMARY KEY (year, unit_code, place)
        )
        """)
    ])
  static let importedAudits = SchemaStep(
    "006-imported-audits",
    [
      Command(
        """
        CREATE TABLE imported_audit (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          digest TEXT NOT NULL,
          content TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          UNIQUE (filing_id, digest)
        )
        """)
    ])

  static let publications = SchemaStep(
    "007-publications",
    [
      Command(
        """
        CREATE TABLE publication (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          number BIGINT NOT NULL,
          filing_version BIGINT NOT NULL,
          note TEXT NOT NULL,
          cuts TEXT NOT NULL,
          page TEXT NOT NULL,
          json TEXT NOT NULL,
          word \(fragment: SQL.type(.bytes)) NOT NULL,
          original_digest TEXT NOT NULL,
          word_digest TEXT NOT NULL,
          json_digest TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          withdrawn_at BIGINT,
          withdrawn_by BIGINT REFERENCES person(id),
          withdrawal_reason TEXT NOT NULL DEFAULT '',
          UNIQUE (filing_id, number)
        )
        """),
      Command("CREATE INDEX publication_at ON publication (at)"),
    ])

  static let draftFiles = SchemaStep(
    "010-draft-files",
    [
      Command(
        """
        CREATE TABLE draft_file (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          name TEXT NOT NULL,
          size BIGINT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX draft_file_filing ON draft_file (filing_id)"),
    ])
}
