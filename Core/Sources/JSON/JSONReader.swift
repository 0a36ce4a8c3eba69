/// Why a text is no JSON that is taken here.
public struct JSONFault: Error, Hashable, Sendable {
  /// Bytes before the place.
  public let offset: Int
}

extension JSONValue {
  /// Reads UTF-8 strictly: whole numbers only, no member twice, no more than 64 levels.
  public init(reading bytes: [UInt8]) throws(JSONFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONFault(offset: 0) }
    var reader = JSONReader(bytes: bytes)
    self = try reader.value(level: 0)
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw JSONFault(offset: reader.index) }
  }

  /// The member of an object; nil for all else.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  private(set) var index = 0
  private static let deepest = 64
  private static let few = 8

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var fault: JSONFault { JSONFault(offset: index) }
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  mutating func value(level: Int) throws(JSONFault) -> JSONValue {
    guard level < Self.deepest else { throw fault }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(level)
    case UInt8(ascii: "["): return try array(level)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    let count = text.utf8CodeUnitCount
    let isHere = text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard isHere else { throw fault }
    index += count
    return value
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = index
    _ = take("-")
    let digits = index
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    let hasLeadingZero = index > digits + 1 && bytes[digits] == UInt8(ascii: "0")
    guard index > digits, !hasLeadingZero, let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)),
      next.map({ ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains($0) }) ?? true
    else { throw fault }
    return .number(number)
  }

  private mutating func array(_ level: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array(values) }
    while true {
      values.append(try value(level: level + 1))
      skipBlanks()
      if take("]") { return .array(values) }
      guard take(",") else { throw fault }
    }
  }

  private mutating func object(_ level: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipBlanks()
    if take("}") { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let name = try string()
      // A few names are compared one by one, which is quicker than to keep a set of them.
      if members.count == Self.few { names = Set(members.map(\.name)) }
      let isNew =
        members.count < Self.few ? !members.contains { $0.name == name } : names.insert(name).inserted
      guard isNew else { throw fault }
      skipBlanks()
      guard take(":") else { throw fault }
      members.append(JSONValue.Member(name, try value(level: level + 1)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault }
    }
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      // Most texts are one stretch without anything escaped.
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
      let stretch = bytes[start..<index]
      switch next {
      case UInt8(ascii: "\""):
        index += 1
        if text.isEmpty { return String(decoding: stretch, as: UTF8.self) }
        return String(decoding: text + stretch, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += stretch
        try escaped(into: &text)
      default: throw fault
      }
    }
  }

  private mutating func escaped(into text: inout [UInt8]) throws(JSONFault) {
    guard let byte = next else { throw fault }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try character(into: &text)
    default: throw fault
    }
  }

  /// A character by its number; one beyond the first plane is told in two halves.
  private mutating func character(into text: inout [UInt8]) throws(JSONFault) {
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code) {
      guard take("\\"), take("u") else { throw fault }
      let low = try fourDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw fault }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault }
      code = code << 4 | UInt32(digit)
    }
    index += 4
    return code
  }
}
