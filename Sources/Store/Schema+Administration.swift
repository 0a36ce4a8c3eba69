import Database

extension SchemaStep {
  /// What was done to accounts and units, as a chain of its own; and how the program is set up.
  static let administration = SchemaStep(
    "019-administration",
    [
      Command(
        """
        CREATE TABLE admin_entry (
          number BIGINT PRIMARY KEY,
          kind TEXT NOT NULL,
          subject TEXT NOT NULL,
          detail TEXT NOT NULL,
          person_id BIGINT REFERENCES person(id),
          address TEXT NOT NULL,
          at BIGINT NOT NULL,
          chain TEXT NOT NULL
        )
        """),
      Command("CREATE INDEX admin_entry_kind ON admin_entry (kind, number)"),
      Command("CREATE INDEX admin_entry_at ON admin_entry (at)"),
      // One row: where the chain ends.
      Command("CREATE TABLE admin_log_head (id BIGINT PRIMARY KEY, number BIGINT NOT NULL, chain TEXT NOT NULL)"),
      Command("INSERT INTO admin_log_head (id, number, chain) VALUES (1, 0, '')"),
      Command("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
    ])
}

extension SchemaStep {
  static let secondFactors = SchemaStep(
    "023-second-factors",
    [
      Command(
        """
        CREATE TABLE second_factor (
          person_id BIGINT PRIMARY KEY REFERENCES person(id),
          key \(fragment: SQL.type(.bytes)) NOT NULL,
          is_in_force BIGINT NOT NULL,
          last_step BIGINT NOT NULL
        )
        """)
    ])
}
