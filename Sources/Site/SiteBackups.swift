public import Operations

/// Whether a site backs its database up by itself.
public enum SiteBackups: Sendable {
  /// No folder was named.
  case off
  /// The database has programs of its own for it; in words.
  case elsewhere(String)
  case into(BackupShelf)

  public var shelf: BackupShelf? { if case .into(let shelf) = self { shelf } else { nil } }
}
