import Database

extension SchemaStep {
  /// With which version a filing that was done was last opened again; NULL where it never was.
  static let reopening = SchemaStep(
    "024-reopening", [Command("ALTER TABLE filing ADD COLUMN reopened_version BIGINT")])
}
