import Foundation

/// Files that are on the disk, with their names, when a function returns.
public enum DurableFile {
  /// Throws `.unavailable`.
  public static func rename(_ path: String, to other: String) throws {
    do {
      try sync(path)
      try FileManager.default.moveItem(atPath: path, toPath: other)
      try sync(folder(of: other))
    } catch let fault as DatabaseFault {
      throw fault
    } catch {
      throw DatabaseFault.unavailable("不能写入 \(other)（\(error.localizedDescription)）")
    }
  }

  /// An empty file that only its owner may read. Throws `.unavailable`.
  static func create(_ path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw DatabaseFault.unavailable("不能写入 \(path)") }
    close(file)
  }

  /// Waits until a file, or the names in a folder, are on the disk. Throws `.unavailable`.
  public static func sync(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DatabaseFault.unavailable("不能打开 \(path)") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw DatabaseFault.unavailable("\(path) 没有写到磁盘上") }
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }
}
