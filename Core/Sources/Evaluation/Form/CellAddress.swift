/// Where a value stands: "base/threePublic/final".
public struct CellAddress: Hashable, Sendable {
  public let sheet: String
  public let row: String
  public let column: String
  public init(_ sheet: String, _ row: String, _ column: String) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
  public var key: CellKey { CellKey(row, column) }
}

extension CellAddress: CustomStringConvertible, LosslessStringConvertible, Comparable {
  /// nil unless `text` is three names of ASCII letters, digits, "." and "-", joined by "/".
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy(Self.isName) else { return nil }
    self.init(String(parts[0]), String(parts[1]), String(parts[2]))
  }
  public var description: String { "\(sheet)/\(row)/\(column)" }
  public static func < (a: CellAddress, b: CellAddress) -> Bool { a.description < b.description }

  private static func isName(_ part: Substring) -> Bool {
    (1...60).contains(part.utf8.count)
      && part.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
          true
        default: false
        }
      }
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
