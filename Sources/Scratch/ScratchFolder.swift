import Foundation

/// A folder of its own for one piece of work, gone afterwards.
public struct ScratchFolder: Sendable {
  /// Its absolute path, without a slash at its end.
  public let path: String

  /// nil where none can be made. Nobody else may look into it.
  public init?() {
    let url = FileManager.default.temporaryDirectory.appending(path: "jiheng-\(UUID().uuidString)")
    let rights: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true, attributes: rights)
    } catch { return nil }
    path = url.path
  }

  /// Answers whether the file could be written.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) -> Bool {
    FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
  }

  /// Answers whether the folder is there, with those above it.
  public func makeFolder(_ name: String) -> Bool {
    (try? FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)) != nil
  }

  /// nil where there is no such file.
  public func bytes(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { Array($0) }
  }

  /// With all that is in it; does nothing where it is gone.
  public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
