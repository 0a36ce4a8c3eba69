import Database

extension SchemaStep {
  /// Who somebody is to another system that people sign in with, and which sessions began that way.
  static let identities = SchemaStep(
    "026-identities",
    [
      Command(
        """
        CREATE TABLE person_identity (
          issuer TEXT NOT NULL,
          subject TEXT NOT NULL,
          person_id BIGINT NOT NULL REFERENCES person (id),
          bound_at BIGINT NOT NULL,
          PRIMARY KEY (issuer, subject),
          UNIQUE (person_id, issuer)
        )
        """),
      // Whoever came that way need not set a secret here.
      Command("ALTER TABLE session ADD COLUMN is_by_identity BIGINT NOT NULL DEFAULT 0"),
    ])
}
