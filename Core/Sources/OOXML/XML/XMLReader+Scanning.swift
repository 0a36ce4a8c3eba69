extension XMLReader {
  /// Passes over white space; true if there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    return position > start
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// A name with at most one colon.
  mutating func qualifiedName() throws(XMLDefect) -> (prefix: XMLName, local: XMLName) {
    let start = position
    var prefix = XMLName()
    var local = simpleName()
    if local.count > 0, byte(after: 0) == UInt8(ascii: ":") {
      guard local.isWhole else { throw .excessive(start) }
      position += 1
      prefix = local
      local = simpleName()
    }
    guard local.count > 0 else { throw position < bytes.count ? .malformed(position) : .truncated }
    guard position - start < 200 else { throw .excessive(start) }
    return (prefix, local)
  }

  /// The name bytes from here on, perhaps none.
  private mutating func simpleName() -> XMLName {
    let start = position
    let name = bytes.withUnsafeBufferPointer { bytes in
      var name = XMLName()
      while start + name.count < bytes.count, Self.isNameByte(bytes[start + name.count], first: name.count == 0) {
        name.append(bytes[start + name.count])
      }
      return name
    }
    position = start + name.count
    return name
  }

  private static func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
    default: false
    }
  }

  /// The bytes between two quotation marks of one kind.
  mutating func quoted() throws(XMLDefect) -> (value: Range<Int>, needsDecoding: Bool) {
    let quote = byte(after: 0)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed(position) }
    position += 1
    let start = position
    var needsDecoding = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        return (start..<(position - 1), needsDecoding)
      }
      if byte == UInt8(ascii: "<") { throw .malformed(position) }
      if byte == UInt8(ascii: "&") || byte < 0x20 {
        guard byte >= 0x20 || Self.isSpace(byte) else { throw .forbiddenCharacter(position) }
        needsDecoding = true
      }
      position += 1
    }
    throw .truncated
  }

  /// Text up to the next markup; outside of the root only white space.
  mutating func characters(inside: Bool) throws(XMLDefect) {
    let start = position
    let (end, special) = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      var special = false
      while end < bytes.count, bytes[end] != UInt8(ascii: "<") {
        special = special || bytes[end] < 0x20 || bytes[end] == UInt8(ascii: "&") || bytes[end] == 0xEF
        end += 1
      }
      return (end, special)
    }
    if special || !inside { try check(start..<end, inside: inside) }
    text = start..<end
    textNeedsDecoding = special
    position = end
  }

  private func check(_ range: Range<Int>, inside: Bool) throws(XMLDefect) {
    for index in range {
      let byte = bytes[index]
      guard inside || Self.isSpace(byte) else { throw .malformed(index) }
      guard byte >= 0x20 || Self.isSpace(byte) else { throw .forbiddenCharacter(index) }
      let isNonCharacter = byte == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      guard !isNonCharacter else { throw .forbiddenCharacter(index) }
    }
  }

  /// What begins with `<!`; true if it is text.
  mutating func markedSection(inside: Bool) throws(XMLDefect) -> Bool {
    if stands("<!--") {
      position += 4
      try skip(past: "-->")
      return false
    }
    guard stands("<![CDATA[") else {
      throw stands("<!DOCTYPE") ? .documentType(position) : .malformed(position)
    }
    guard inside else { throw .malformed(position) }
    let start = position + 9
    position = start
    try skip(past: "]]>")
    text = start..<(position - 3)
    textNeedsDecoding = false
    try check(text, inside: true)
    return true
  }

  mutating func skipInstruction() throws(XMLDefect) {
    guard position > 0 || !stands("<?xml ") else { throw .malformed(position) }
    try skip(past: "?>")
  }

  private func stands(_ markup: StaticString) -> Bool {
    guard position + markup.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<markup.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == markup.utf8Start[$0] }
  }

  private mutating func skip(past markup: StaticString) throws(XMLDefect) {
    while position < bytes.count {
      if stands(markup) {
        position += markup.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw .truncated
  }

  /// The XML declaration, if there is one: whatever encoding it names must be UTF-8.
  mutating func declaration() throws(XMLDefect) {
    guard stands("<?xml") else { return }
    let start = position
    try skip(past: "?>")
    let text = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    guard let mark = text.firstRange(of: "encoding") else { return }
    let value = text[mark.upperBound...].drop { " \t\r\n=\"'".contains($0) }.prefix { !"\"'".contains($0) }
    guard ["utf-8", "utf8", "us-ascii"].contains(value) else { throw .encoding }
  }
}
