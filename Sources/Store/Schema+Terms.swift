import Database

extension SchemaStep {
  /// Posts with a first and a last day, deputies, and in whose name something was done.
  static let terms = SchemaStep(
    "018-terms",
    [
      // ISO 8601, both counted; empty for no end.
      Command("ALTER TABLE post ADD COLUMN from_day TEXT NOT NULL DEFAULT ''"),
      Command("ALTER TABLE post ADD COLUMN until_day TEXT NOT NULL DEFAULT ''"),
      Command(
        """
        CREATE TABLE deputyship (
          id \(fragment: SQL.identityColumn),
          principal_id BIGINT NOT NULL REFERENCES person(id),
          deputy_id BIGINT NOT NULL REFERENCES person(id),
          kind TEXT NOT NULL,
          unit_code TEXT NOT NULL,
          from_day TEXT NOT NULL,
          until_day TEXT NOT NULL,
          reason TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          at BIGINT NOT NULL,
          ended_at BIGINT
        )
        """),
      Command("CREATE INDEX deputyship_deputy ON deputyship (deputy_id)"),
      Command("CREATE INDEX deputyship_principal ON deputyship (principal_id)"),
      // Whose post it was done with, where a deputy did it.
      Command("ALTER TABLE history ADD COLUMN principal_id BIGINT REFERENCES person(id)"),
    ])
}
