import Database

extension SchemaStep {
  /// Every text that a policy ever had, and which of them a task is held under.
  static let policies = SchemaStep(
    "021-policies",
    [
      Command(
        """
        CREATE TABLE policy_version (
          id \(fragment: SQL.identityColumn),
          policy TEXT NOT NULL,
          version BIGINT NOT NULL,
          hash TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL,
          content \(fragment: SQL.type(.bytes)) NOT NULL,
          origin TEXT NOT NULL,
          note TEXT NOT NULL,
          person_id BIGINT REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX policy_version_policy ON policy_version (policy, version, id)"),
      // Beside `policies`, in the same order; empty for a draft, which takes the newest.
      Command("ALTER TABLE task ADD COLUMN policy_hashes TEXT NOT NULL DEFAULT ''"),
    ])
}
