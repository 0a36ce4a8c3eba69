/// Where a value stands: "base/threePublic/final".
public struct CellAddress: Hashable, Sendable {
  /// The sheet's id.
  public let sheet: String
  /// The id of a prescribed row, an added line or a report's section.
  public let row: String
  /// The column's id; "text" in a report's section.
  public let column: String
  /// Takes the names as they are; `init(_ text:)` is for those that somebody else wrote.
  public init(_ sheet: String, _ row: String, _ column: String) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
  /// The same within its sheet.
  public var key: CellKey { CellKey(row, column) }
}

extension CellAddress: CustomStringConvertible, LosslessStringConvertible, Comparable {
  /// nil unless `text` is three names of ASCII letters, digits, "." and "-", joined by "/".
  public init?(_ text: String) {
    // By bytes and in one pass: a save names hundreds.
    var text = text
    let parts = text.withUTF8 { bytes -> (String, String, String)? in
      guard let first = bytes.firstIndex(of: Self.slash),
        let second = bytes[(first + 1)...].firstIndex(of: Self.slash),
        let sheet = Self.name(bytes[..<first]), let row = Self.name(bytes[(first + 1)..<second]),
        let column = Self.name(bytes[(second + 1)...])
      else { return nil }
      return (sheet, row, column)
    }
    guard let parts else { return nil }
    self.init(parts.0, parts.1, parts.2)
  }
  public var description: String { "\(sheet)/\(row)/\(column)" }
  public static func < (a: CellAddress, b: CellAddress) -> Bool { a.description < b.description }

  private static let slash = UInt8(ascii: "/")

  /// nil unless `bytes` are the 1 to 60 that a name may have.
  private static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard (1...60).contains(bytes.count) else { return nil }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        continue
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Where a value stands within its sheet.
public struct CellKey: Hashable, Sendable {
  public let row: String
  public let column: String
  public init(_ row: String, _ column: String) {
    self.row = row
    self.column = column
  }
}
