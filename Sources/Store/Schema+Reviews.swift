import Database

extension SchemaStep {
  static let reviews = SchemaStep(
    "011-reviews",
    [
      Command(
        """
        CREATE TABLE review_mark (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          cell TEXT NOT NULL,
          points TEXT NOT NULL,
          opinion TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          PRIMARY KEY (filing_id, cell)
        )
        """),
      Command(
        """
        CREATE TABLE review_note (
          id \(fragment: SQL.identityColumn),
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          kind TEXT NOT NULL,
          place TEXT NOT NULL,
          text TEXT NOT NULL,
          due TEXT NOT NULL,
          answers BIGINT REFERENCES review_note(id),
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          settled_by BIGINT REFERENCES person(id),
          settled_at BIGINT
        )
        """),
      Command("CREATE INDEX review_note_filing ON review_note (filing_id)"),
    ])
}
