/// Appends entries to a growing zip file; names and sizes are the caller's care.
struct ZipPacker: ~Copyable {
  /// Packing fewer bytes than this gains nothing.
  private static let smallestWorthPacking = 64
  /// 1 January 1980, the zero of DOS dates: a real date would make equal content differ.
  private static let date = 0x0021
  private static let utf8Name = 0x0800

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
    let offset = file.count
    let header = header(name, method: method, checksum: checksum(bytes), packed: content.count, size: bytes.count)
    file.append32(0x0403_4B50)
    file.append(contentsOf: header)
    file.append(contentsOf: name.utf8)
    file.append(contentsOf: content)
    directory.append32(0x0201_4B50)
    directory.append16(20)
    directory.append(contentsOf: header)
    // No comment, first disk, no attributes.
    for _ in 0..<5 { directory.append16(0) }
    directory.append32(offset)
    directory.append(contentsOf: name.utf8)
    count += 1
  }

  /// The fields that local header and directory share, from version to length of the extra field.
  private func header(_ name: String, method: Int, checksum: UInt32, packed: Int, size: Int) -> [UInt8] {
    var fields: [UInt8] = []
    fields.reserveCapacity(26)
    fields.append16(20)
    fields.append16(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : Self.utf8Name)
    fields.append16(method)
    fields.append16(0)
    fields.append16(Self.date)
    fields.append32(Int(checksum))
    fields.append32(packed)
    fields.append32(size)
    fields.append16(name.utf8.count)
    fields.append16(0)
    return fields
  }

  /// The file with its directory.
  consuming func finished() -> [UInt8] {
    let offset = file.count
    file.append(contentsOf: directory)
    file.append32(0x0605_4B50)
    file.append32(0)
    file.append16(count)
    file.append16(count)
    file.append32(directory.count)
    file.append32(offset)
    file.append16(0)
    return file
  }
}
