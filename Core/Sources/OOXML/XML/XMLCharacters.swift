/// Which characters must not stand in XML as they are.
enum XMLCharacters {
  /// True for bytes that may begin something to be escaped; most text has none.
  @inline(__always)
  static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }

  /// How many bytes at this place of a valid UTF-8 text are replaced, and by what; nil if they may stand.
  static func escape(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (length: Int, escape: StaticString)? {
    switch text[position] {
    case 0x26: (1, "&amp;")
    case 0x3C: (1, "&lt;")
    case 0x3E: (1, "&gt;")
    case 0x22: (1, "&quot;")
    case 0x09: (1, "&#9;")
    case 0x0A: (1, "&#10;")
    case 0x0D: (1, "&#13;")
    case 0..<0x20: (1, "\u{FFFD}")
    case 0xEF where text[position + 1] == 0xBF && text[position + 2] >= 0xBE: (3, "\u{FFFD}")
    default: nil
    }
  }
}
