/// Files to be packed into one zip file. The same entries give the same bytes: no clock, order as given.
public struct ZipArchive: Hashable, Sendable {
  /// One file of the archive.
  public struct Entry: Hashable, Sendable {
    /// Relative path with forward slashes.
    public let name: String
    /// Not packed.
    public let bytes: [UInt8]

    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why entries cannot stand in one archive.
  public enum Defect: Error, Hashable, Sendable {
    /// Empty, absolute, with a backslash, a control character or a step upwards.
    case unsafeName(String)
    case duplicateName(String)
    /// 65,535 entries or more, or more bytes than a plain zip file can count.
    case tooLarge
  }

  /// In the order of the file.
  public let entries: [Entry]

  /// Checks names and sizes.
  public init(_ entries: [Entry]) throws(Defect) {
    guard entries.count < 0xFFFF else { throw .tooLarge }
    var seen = Set<[UInt8]>()
    var total = 22
    for entry in entries {
      guard ZipName.isSafe(entry.name), !entry.name.hasSuffix("/") else { throw .unsafeName(entry.name) }
      guard seen.insert(ZipName.key(entry.name)).inserted else { throw .duplicateName(entry.name) }
      total += entry.bytes.count + 2 * entry.name.utf8.count + 76
      guard total < 0x7FFF_FFFF else { throw .tooLarge }
    }
    self.entries = entries
  }

  /// The zip file.
  public func bytes(compression: Compression = .standard) -> [UInt8] {
    var packer = ZipPacker(compression: compression)
    for entry in entries { packer.add(entry.name, entry.bytes) }
    return packer.finished()
  }
}
