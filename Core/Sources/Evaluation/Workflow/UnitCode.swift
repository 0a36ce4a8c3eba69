/// A unit's code: three digits department, three digits unit; 001 is the department's lead unit.
public struct UnitCode: Hashable, Sendable, CustomStringConvertible {
  /// The six digits.
  public let description: String

  /// nil unless `text` is six digits.
  public init?(_ text: String) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    description = text
  }

  /// Its first three digits.
  public var department: String { String(description.prefix(3)) }
  /// By its ending, 001 or another.
  public var kind: UnitKind { description.hasSuffix("001") ? .lead : .subordinate }
  /// The code of the department's lead unit.
  public var lead: String { department + "001" }
}
