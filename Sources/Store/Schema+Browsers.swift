import Database

extension SchemaStep {
  /// Browsers in which people signed in before.
  static let knownBrowsers = SchemaStep(
    "029-known-browsers",
    [
      Command(
        """
        CREATE TABLE known_browser (
          token_hash TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person(id),
          seen_at BIGINT NOT NULL,
          failures BIGINT NOT NULL,
          first_failure_at BIGINT NOT NULL,
          PRIMARY KEY (token_hash, person_id)
        )
        """),
      Command("CREATE INDEX known_browser_person ON known_browser (person_id, seen_at)"),
    ])
}
