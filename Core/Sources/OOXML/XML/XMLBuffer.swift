/// XML under construction: bytes are only ever appended, text is escaped on the way.
struct XMLBuffer {
  private(set) var bytes: [UInt8] = []

  /// Those that paragraphs may name; LibreOffice refuses some files that name others.
  let styles: Set<WordStyle.ID>

  init(capacity: Int = 4096, styles: Set<WordStyle.ID> = []) {
    self.styles = styles
    bytes.reserveCapacity(capacity)
  }

  /// A whole part: the XML declaration is written first.
  static func part(capacity: Int = 4096, styles: Set<WordStyle.ID> = []) -> XMLBuffer {
    var xml = XMLBuffer(capacity: capacity, styles: styles)
    xml.raw(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)
    xml.raw("\n")
    return xml
  }

  /// Markup, as it stands.
  mutating func raw(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Markup, a number, markup.
  mutating func raw(_ before: StaticString, _ number: Int, _ after: StaticString = #""/>"#) {
    raw(before)
    self.number(number)
    raw(after)
  }

  /// Markup, a text that is escaped, markup.
  mutating func raw(_ before: StaticString, _ text: String, _ after: StaticString = #""/>"#) {
    raw(before)
    self.text(text)
    raw(after)
  }

  /// A number in decimal digits.
  mutating func number(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A colour in six hexadecimal digits.
  mutating func hexadecimal(_ color: WordColor) {
    for shift in [20, 16, 12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(truncatingIfNeeded: color.rgb >> shift & 15)
      bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
  }

  /// Text for an element or a quoted attribute; what XML forbids becomes U+FFFD.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// Text in valid UTF-8.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard XMLCharacters.needsCare(byte), let (length, escape) = XMLCharacters.escape(text, at: position) else {
        position += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
      raw(escape)
      position += length
      start = position
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
