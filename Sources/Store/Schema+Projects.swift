import Database

extension SchemaStep {
  /// The number of a removed project is not given away again.
  static let projectsGone = SchemaStep(
    "028-projects-gone",
    [
      // The greatest of a project that was removed; 0 where none was, or none was noted.
      Command("ALTER TABLE filing ADD COLUMN last_project_gone BIGINT NOT NULL DEFAULT 0")
    ])
}
