/// A JSON text before it is written down.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int64)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// UTF-8 with sorted keys, two blanks of indent for each level, and a line end at the close.
  func bytes() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    writer.raw("\n")
    return writer.bytes
  }
}

private struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 16) }

  mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: raw("null")
    case .bool(true): raw("true")
    case .bool(false): raw("false")
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .string(let text): string(text)
    case .array(let values) where values.isEmpty: raw("[]")
    case .array(let values):
      raw("[")
      for (number, value) in values.enumerated() {
        newLine(indent + 1, isFirst: number == 0)
        write(value, indent: indent + 1)
      }
      newLine(indent)
      raw("]")
    case .object(let members) where members.isEmpty: raw("{}")
    case .object(let members):
      raw("{")
      for (number, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
        newLine(indent + 1, isFirst: number == 0)
        string(member.key)
        raw(": ")
        write(member.value, indent: indent + 1)
      }
      newLine(indent)
      raw("}")
    }
  }

  private mutating func newLine(_ indent: Int, isFirst: Bool = true) {
    if !isFirst { raw(",") }
    raw("\n")
    for _ in 0..<indent { raw("  ") }
  }

  private mutating func string(_ text: String) {
    raw("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20:
        raw("\\u00")
        bytes += [byte >> 4, byte & 0xF].map { $0 < 10 ? $0 + UInt8(ascii: "0") : $0 - 10 + UInt8(ascii: "a") }
      default: bytes.append(byte)
      }
    }
    raw("\"")
  }
}
