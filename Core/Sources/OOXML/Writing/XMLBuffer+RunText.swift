extension XMLBuffer {
  /// The text of a run: `<w:t>`, with `<w:tab/>` and `<w:br/>` where tabs and line ends stand.
  mutating func runText(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == 0x09 || byte == 0x0A || byte == 0x0D else {
        position += 1
        continue
      }
      textElement(UnsafeBufferPointer(rebasing: text[start..<position]))
      if byte == 0x09 { raw("<w:tab/>") } else { raw("<w:br/>") }
      let isPair = byte == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
      position += isPair ? 2 : 1
      start = position
    }
    textElement(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func textElement(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    raw(#"<w:t xml:space="preserve">"#)
    self.text(text)
    raw("</w:t>")
  }
}

/// Word sets quotation marks, dashes and the like in the Latin font unless told that they are Chinese.
enum EastAsianHint {
  /// True for text with Chinese characters and signs that both scripts use.
  static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasSharedSign = false
    var hasChinese = false
    for byte in text where byte >= 0xC2 {
      switch byte {
      case 0xC2...0xD1, 0xE2: hasSharedSign = true
      case 0xE3...0xE9, 0xF0: hasChinese = true
      default: break
      }
    }
    return hasSharedSign && hasChinese
  }
}
