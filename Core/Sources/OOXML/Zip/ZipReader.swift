/// A zip file from outside whose directory has been read and checked; contents are unpacked on demand.
public struct ZipReader: Sendable {
  /// One file of the archive, as the directory states it.
  public struct Entry: Hashable, Sendable {
    /// As written in the directory, with forward slashes.
    public let name: String
    /// Bytes unpacked.
    public let size: Int
    /// Bytes packed.
    public let packedSize: Int
    let checksum: UInt32
    let method: Int
    let flags: Int
    let offset: Int

    /// True for a folder, which has no content.
    public var isFolder: Bool { name.hasSuffix("/") }
  }

  /// In the order of the directory.
  public let entries: [Entry]
  private let file: [UInt8]
  private let contents: [Range<Int>]
  private let positions: [[UInt8]: Int]

  /// Reads the directory and compares it with every local header; unpacks nothing.
  public init(_ file: [UInt8], limits: ZipLimits = .upload) throws(ZipDefect) {
    let directory = try ZipDirectory(file, limits: limits)
    self.file = file
    self.entries = directory.entries
    self.contents = directory.contents
    self.positions = directory.positions
  }

  /// Bytes of all entries unpacked, as stated; no entry can be read as more.
  public var totalSize: Int { entries.reduce(0) { $0 + $1.size } }

  /// True if an entry has that name; ASCII case does not count.
  public func contains(_ name: String) -> Bool { positions[ZipName.key(name)] != nil }

  /// The content of the entry with that name, size and checksum verified.
  public func bytes(_ name: String) throws(ZipDefect) -> [UInt8] {
    guard let position = positions[ZipName.key(name)] else { throw .missingEntry(name) }
    return try bytes(at: position)
  }

  /// The content of the entry at that position of `entries`, size and checksum verified.
  public func bytes(at position: Int) throws(ZipDefect) -> [UInt8] {
    let entry = entries[position]
    let packed = file[contents[position]]
    let content: [UInt8]
    if entry.method == 0 {
      content = Array(packed)
    } else {
      guard let unpacked = inflated(packed, size: entry.size) else { throw .damagedContent(entry.name) }
      content = unpacked
    }
    guard checksum(content) == entry.checksum else { throw .wrongChecksum(entry.name) }
    return content
  }
}
