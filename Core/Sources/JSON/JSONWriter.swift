struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isIndented: Bool

  init(isIndented: Bool) {
    self.isIndented = isIndented
    bytes.reserveCapacity(1 << 12)
  }

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
      newLine(indent, isFirst: true)
      raw("]")
    case .object(let members) where members.isEmpty: raw("{}")
    case .object(let members):
      raw("{")
      for (number, member) in members.enumerated() {
        newLine(indent + 1, isFirst: number == 0)
        string(member.name)
        raw(isIndented ? ": " : ":")
        write(member.value, indent: indent + 1)
      }
      newLine(indent, isFirst: true)
      raw("}")
    }
  }

  private mutating func newLine(_ indent: Int, isFirst: Bool) {
    if !isFirst { raw(",") }
    guard isIndented else { return }
    raw("\n")
    for _ in 0..<indent { raw("  ") }
  }

  private mutating func string(_ text: String) {
    raw("\"")
    var text = text
    text.withUTF8 { utf8 in
      var written = 0
      for (index, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: utf8[written..<index])
        escape(byte)
        written = index + 1
      }
      bytes.append(contentsOf: utf8[written...])
    }
    raw("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default:
      raw("\\u00")
      bytes += [byte >> 4, byte & 0xF].map { $0 < 10 ? $0 + UInt8(ascii: "0") : $0 - 10 + UInt8(ascii: "a") }
    }
  }
}
