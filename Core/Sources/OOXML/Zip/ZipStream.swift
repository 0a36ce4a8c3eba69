/// A zip file made piece by piece, for what is too much to hold at once. Entries are stored as they are: documents and
/// pictures are packed already. Names and sizes are the caller's care.
public struct ZipStream: Sendable {
  private var directoryBytes: [UInt8] = []
  private var offset = 0
  private var count = 0

  /// Without entries yet.
  public init() {}

  /// The piece of one file; pieces follow each other in the order in which they were asked for.
  public mutating func entry(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let record = ZipRecord(name, stored: bytes)
    let piece = record.local + bytes
    directoryBytes += record.central(at: offset)
    offset += piece.count
    count += 1
    return piece
  }

  /// The last piece.
  public func directory() -> [UInt8] { directoryBytes + ZipRecord.end(of: directoryBytes.count, at: offset, count) }
}
