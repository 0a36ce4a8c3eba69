import Foundation

/// The folder that holds a whole county on SQLite.
public enum DataFolder {
  /// The name of the database in it.
  public static let database = "jiheng.sqlite"
  /// The name of the folder in it for backups where no other one is named.
  public static let backups = "backups"

  /// Makes it where it is missing, for its own user alone. Throws what the file system says.
  public static func make(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
