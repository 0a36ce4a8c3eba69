import Database

extension SchemaStep {
  /// Files of packages, more kinds of public files, and the ledger of what must be public.
  static let publicFiles = SchemaStep(
    "015-public-files",
    [
      Command(
        """
        CREATE TABLE pack_file (
          run_id BIGINT NOT NULL REFERENCES bulk_run(id),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          position BIGINT NOT NULL,
          name TEXT NOT NULL,
          size BIGINT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          PRIMARY KEY (run_id, filing_id, position)
        )
        """),
      Command("CREATE INDEX pack_file_filing ON pack_file (filing_id)"),
      // NULL where the version was made before there were pages, or without an office suite.
      Command("ALTER TABLE publication ADD COLUMN pages \(fragment: SQL.type(.bytes))"),
      Command("ALTER TABLE publication ADD COLUMN pages_digest TEXT NOT NULL DEFAULT ''"),
      Command("ALTER TABLE publication ADD COLUMN cells TEXT NOT NULL DEFAULT ''"),
      Command("ALTER TABLE publication ADD COLUMN cells_digest TEXT NOT NULL DEFAULT ''"),
      Command("ALTER TABLE task ADD COLUMN public_by TEXT NOT NULL DEFAULT ''"),
      Command(
        """
        CREATE TABLE disclosure (
          filing_id BIGINT PRIMARY KEY REFERENCES filing(id),
          address TEXT NOT NULL,
          day TEXT NOT NULL,
          exempt_reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command(
        """
        CREATE TABLE disclosure_event (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          address TEXT NOT NULL,
          day TEXT NOT NULL,
          exempt_reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX disclosure_event_filing ON disclosure_event (filing_id, id)"),
    ])
}

extension SchemaStep {
  /// The uploaded reports that a public version was made of.
  static let uploadedReports = SchemaStep(
    "020-uploaded-reports",
    [
      Command(
        """
        CREATE TABLE publication_upload (
          publication_id BIGINT NOT NULL REFERENCES publication(id),
          attachment_id BIGINT NOT NULL REFERENCES attachment(id),
          original_digest TEXT NOT NULL,
          copy_digest TEXT NOT NULL,
          PRIMARY KEY (publication_id, attachment_id)
        )
        """),
      Command("CREATE INDEX publication_upload_attachment ON publication_upload (attachment_id)"),
    ])
}
