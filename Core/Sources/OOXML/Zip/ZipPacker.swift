/// Appends entries to a growing zip file; names and sizes are the caller's care.
struct ZipPacker: ~Copyable {
  /// Packing fewer bytes than this gains nothing.
  private static let smallestWorthPacking = 64

  private let deflater: Deflater?
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(compression: Compression) {
    switch compression {
    case .stored: deflater = nil
    case .deflated(let level): deflater = Deflater(level: min(max(level, 1), 9))
    }
  }

  /// Adds one file, packed where that makes it smaller.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    var content = bytes
    var method = 0
    if bytes.count >= Self.smallestWorthPacking, let packed = deflater?.deflated(bytes), packed.count < bytes.count {
      content = packed
      method = 8
    }
    let record = ZipRecord(
      name, method: method, checksum: checksum(bytes), packed: content.count, size: bytes.count)
    directory.append(contentsOf: record.central(at: file.count))
    file.append(contentsOf: record.local)
    file.append(contentsOf: content)
    count += 1
  }

  /// The file with its directory.
  consuming func finished() -> [UInt8] {
    let end = ZipRecord.end(of: directory.count, at: file.count, count)
    file.append(contentsOf: directory)
    file.append(contentsOf: end)
    return file
  }
}
