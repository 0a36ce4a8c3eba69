public import Operations

/// How a site's database is backed up.
public enum SiteBackups: Sendable {
  /// The database has programs of its own for it; in words.
  case elsewhere(String)
  /// By the program itself.
  case into(BackupShelf)

  /// nil where the database has programs of its own for it.
  public var shelf: BackupShelf? { if case .into(let shelf) = self { shelf } else { nil } }
}
