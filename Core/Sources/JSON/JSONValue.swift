/// A JSON text before it is written down.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int64)
  case string(String)
  case array([JSONValue])
  /// Members in the order in which they are written.
  case object([Member])

  /// A value under its name in an object.
  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JSONValue
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// nil for null.
  public static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// nil unless it is a text.
  public var text: String? { if case .string(let text) = self { text } else { nil } }

  /// nil unless it is a list.
  public var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// nil unless it is a list of texts alone.
  public var texts: [String]? {
    guard let elements else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    for element in elements {
      guard let text = element.text else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// The same with the members of every object in the order of their names' bytes.
  public func sorted() -> JSONValue {
    switch self {
    case .array(let values): .array(values.map { $0.sorted() })
    case .object(let members):
      .object(
        members.map { Member($0.name, $0.value.sorted()) }
          .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    default: self
    }
  }

  /// UTF-8 on one line.
  public func compact() -> [UInt8] {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, indent: 0)
    return writer.bytes
  }

  /// UTF-8 with two blanks of indent for each level, and a line end at the close.
  public func indented() -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, indent: 0)
    writer.raw("\n")
    return writer.bytes
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { Member($0, $1) }) }
  public init(arrayLiteral values: JSONValue...) { self = .array(values) }
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int64) { self = .number(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
