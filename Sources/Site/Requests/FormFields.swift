/// The fields of a posted form, in their order.
struct FormFields: Sendable {
  let fields: [(name: String, value: String)]

  /// Reads `application/x-www-form-urlencoded`; nil where it is not well formed UTF-8 or holds U+0000, which no database
  /// keeps.
  init?(urlEncoded body: [UInt8]) {
    var fields: [(String, String)] = []
    for pair in body.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : []) else {
        return nil
      }
      fields.append((name, value))
    }
    self.fields = fields
  }

  init(_ fields: [(name: String, value: String)]) { self.fields = fields }

  /// The last value of that name: a tick box stands behind its hidden empty twin.
  subscript(_ name: String) -> String { fields.last { $0.name == name }?.value ?? "" }
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
          let low = hexadecimal(bytes[index + 2])
        else { return nil }
        result.append(high << 4 | low)
        index += 2
      default: result.append(bytes[index])
      }
      index += 1
    }
    return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
