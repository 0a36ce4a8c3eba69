public import Operations

/// How a site's database is backed up.
public enum SiteBackups: Sendable {
  /// The database has programs of its own for it; in words.
  case elsewhere(String)
  case into(BackupShelf)

  public var shelf: BackupShelf? { if case .into(let shelf) = self { shelf } else { nil } }
}
