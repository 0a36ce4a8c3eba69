import Database

extension SchemaStep {
  /// What data that is kept for a time is counted from: when an account was closed, NULL where it is open or nobody
  /// knows; and how much of the beginning of the log is gone.
  static let retention = SchemaStep(
    "025-retention",
    [
      Command("ALTER TABLE person ADD COLUMN closed_at BIGINT"),
      // One row: the last line of the log that was deleted, and its chain.
      Command("CREATE TABLE admin_log_floor (id BIGINT PRIMARY KEY, number BIGINT NOT NULL, chain TEXT NOT NULL)"),
      Command("INSERT INTO admin_log_floor (id, number, chain) VALUES (1, 0, '')"),
    ])
}
