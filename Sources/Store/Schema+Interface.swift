import Database

extension SchemaStep {
  /// What other systems act with, the answers they got, and the moves that are told to them.
  static let interface = SchemaStep(
    "014-interface",
    [
      Command(
        """
        CREATE TABLE access_token (
          id \(fragment: SQL.identityColumn),
          token_hash TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          scopes TEXT NOT NULL,
          person_id BIGINT REFERENCES person(id),
          created_at BIGINT NOT NULL,
          created_by BIGINT REFERENCES person(id),
          expires_at BIGINT,
          used_at BIGINT,
          revoked_at BIGINT
        )
        """),
      Command(
        """
        INSERT INTO access_token (token_hash, name, scopes, created_at)
        SELECT token_hash, name, 'budget:write', created_at FROM service_token ORDER BY created_at, token_hash
        """),
      Command("DROP TABLE service_token"),
      Command(
        """
        CREATE TABLE kept_answer (
          token_id BIGINT NOT NULL REFERENCES access_token(id),
          name TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          status BIGINT,
          headers TEXT NOT NULL,
          body TEXT NOT NULL,
          at BIGINT NOT NULL,
          PRIMARY KEY (token_id, name)
        )
        """),
      Command("CREATE INDEX kept_answer_at ON kept_answer (at)"),
      Command(
        """
        CREATE TABLE stage_delivery (
          filing_id BIGINT NOT NULL REFERENCES filing(id),
          version BIGINT NOT NULL,
          attempts BIGINT NOT NULL DEFAULT 0,
          next_at BIGINT,
          delivered_at BIGINT,
          outcome TEXT NOT NULL DEFAULT '',
          PRIMARY KEY (filing_id, version)
        )
        """),
      Command("CREATE INDEX stage_delivery_next ON stage_delivery (next_at)"),
    ])
}
