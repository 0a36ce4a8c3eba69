/// What a zip file says of one entry, in front of its content and again in the directory at the end.
struct ZipRecord {
  /// 1 January 1980, the zero of DOS dates: a real date would make equal content differ.
  private static let date = 0x0021
  private static let utf8Name = 0x0800

  private let name: String
  /// The fields that both records share, from version to length of the extra field.
  private let fields: [UInt8]

  /// `method` is 0 for stored and 8 for deflated content, `packed` and `size` are bytes.
  init(_ name: String, method: Int, checksum: UInt32, packed: Int, size: Int) {
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
    self.name = name
    self.fields = fields
  }

  init(_ name: String, stored bytes: [UInt8]) {
    self.init(name, method: 0, checksum: checksum(bytes), packed: bytes.count, size: bytes.count)
  }

  /// In front of the content.
  var local: [UInt8] {
    var record: [UInt8] = []
    record.append32(0x0403_4B50)
    return record + fields + name.utf8
  }

  /// In the directory, for an entry whose local record begins at this offset.
  func central(at offset: Int) -> [UInt8] {
    var record: [UInt8] = []
    record.append32(0x0201_4B50)
    record.append16(20)
    record += fields
    // No comment, first disk, no attributes.
    for _ in 0..<5 { record.append16(0) }
    record.append32(offset)
    return record + name.utf8
  }

  /// Behind a directory of this many bytes and entries that begins at this offset.
  static func end(of size: Int, at offset: Int, _ count: Int) -> [UInt8] {
    var record: [UInt8] = []
    record.append32(0x0605_4B50)
    record.append32(0)
    record.append16(count)
    record.append16(count)
    record.append32(size)
    record.append32(offset)
    record.append16(0)
    return record
  }
}
