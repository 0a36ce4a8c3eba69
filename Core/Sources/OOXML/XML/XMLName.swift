/// A name without its prefix, packed so that two compare at once; names beyond 16 bytes keep only their beginning.
struct XMLName: Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count = 0

  /// False for names too long to be told apart by this value alone.
  var isWhole: Bool { count <= 16 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 {
      low |= UInt64(byte) << UInt64(8 * count)
    } else if count < 16 {
      high |= UInt64(byte) << UInt64(8 * (count - 8))
    }
    count += 1
  }
}

extension XMLName: ExpressibleByStringLiteral {
  init(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  init(stringLiteral text: String) { self.init(text) }
}

/// Those that are compared for every element; a literal is packed anew each time.
extension XMLName {
  static let xmlns: XMLName = "xmlns"
  static let xml: XMLName = "xml"
  static let val: XMLName = "val"
  static let type: XMLName = "type"
  static let author: XMLName = "author"
  static let date: XMLName = "date"
}
