/// A place in a text, in bytes and in Unicode scalars.
struct ProsePlace: Hashable {
  var byte: Int
  var scalar: Int

  static let start = ProsePlace(byte: 0, scalar: 0)
  static func < (a: ProsePlace, b: ProsePlace) -> Bool { a.byte < b.byte }
  static func <= (a: ProsePlace, b: ProsePlace) -> Bool { a.byte <= b.byte }
}

/// The UTF-8 bytes of a block. Every place answers: outside the text stands the scalar 0.
struct ProseText {
  private let bytes: UnsafeBufferPointer<UInt8>
  let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    count = bytes.count
  }

  @inline(__always) func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? bytes[index] : 0 }

  @inline(__always) private func tail(_ index: Int) -> UInt32 { UInt32(byte(index) & 0x3F) }

  /// The scalar at a place, full-width forms as the keyboard has them.
  @inline(__always) subscript(place: ProsePlace) -> UInt32 {
    let at = place.byte
    let lead = byte(at)
    if lead < 0x80 { return UInt32(lead) }
    if lead < 0xE0 { return UInt32(lead & 0x1F) << 6 | tail(at + 1) }
    if lead < 0xF0 { return Self.folded(UInt32(lead & 0x0F) << 12 | tail(at + 1) << 6 | tail(at + 2)) }
    return UInt32(lead & 0x07) << 18 | tail(at + 1) << 12 | tail(at + 2) << 6 | tail(at + 3)
  }

  @inline(__always) static func folded(_ scalar: UInt32) -> UInt32 {
    guard scalar >= 0xFE6A else { return scalar }
    return switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFE6A: 0x25
    default: scalar
    }
  }

  @inline(__always) func after(_ place: ProsePlace) -> ProsePlace {
    guard place.byte < count else { return place }
    let lead = byte(place.byte)
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return ProsePlace(byte: min(place.byte + width, count), scalar: place.scalar + 1)
  }

  /// The place before; the start stays the start.
  @inline(__always) func before(_ place: ProsePlace) -> ProsePlace {
    guard place.byte > 0 else { return place }
    var byte = place.byte - 1
    while byte > 0, self.byte(byte) & 0xC0 == 0x80 { byte -= 1 }
    return ProsePlace(byte: byte, scalar: place.scalar - 1)
  }

  /// The scalar before a place, 0 at the start.
  @inline(__always) func scalarBefore(_ place: ProsePlace) -> UInt32 { place.byte > 0 ? self[before(place)] : 0 }

  /// The first place behind the blanks.
  @inline(__always) func skippingBlanks(_ place: ProsePlace) -> ProsePlace {
    mayBeBlank(place.byte) ? skippingMoreBlanks(place) : place
  }

  /// Most places have none, which a byte or two tell.
  @inline(__always) private func mayBeBlank(_ index: Int) -> Bool {
    switch byte(index) {
    case 0x20, 0x09...0x0D, 0xC2: true
    case 0xE2: byte(index + 1) <= 0x81
    case 0xE3: byte(index + 1) == 0x80 && byte(index + 2) == 0x80
    case 0xEF: byte(index + 1) == 0xBB
    default: false
    }
  }

  private func skippingMoreBlanks(_ place: ProsePlace) -> ProsePlace {
    var place = place
    for _ in 0..<Self.farthest {
      if Self.isPlainBlank(byte(place.byte)) {
        place = ProsePlace(byte: place.byte + 1, scalar: place.scalar + 1)
        continue
      }
      guard mayBeBlank(place.byte), Self.isBlank(self[place]) else { break }
      place = after(place)
    }
    return place
  }

  /// The place before which the blanks begin that end at `place`.
  @inline(__always) func droppingBlanks(before place: ProsePlace) -> ProsePlace {
    mayEndBlank(place.byte) ? droppingMoreBlanks(before: place) : place
  }

  @inline(__always) private func mayEndBlank(_ index: Int) -> Bool {
    let last = byte(index - 1)
    return last < 0x80 ? last <= 0x20 : byte(index - 2) == 0xC2 || mayBeBlank(index - 3)
  }

  private func droppingMoreBlanks(before place: ProsePlace) -> ProsePlace {
    var place = place
    for _ in 0..<Self.farthest {
      if Self.isPlainBlank(byte(place.byte - 1)) {
        place = ProsePlace(byte: place.byte - 1, scalar: place.scalar - 1)
        continue
      }
      guard place.byte > 0, mayEndBlank(place.byte), Self.isBlank(scalarBefore(place)) else { break }
      place = before(place)
    }
    return place
  }

  /// The place behind a word, blanks between its characters allowed; nil where it does not stand.
  func taking(_ word: StaticString, at start: ProsePlace) -> ProsePlace? {
    word.withUTF8Buffer { letters in
      // Only what is ASCII may be written in full width.
      if letters[0] >= 0x80, letters[0] != byte(start.byte) { return nil }
      let word = ProseText(letters)
      var (letter, place) = (ProsePlace.start, start)
      while letter.byte < word.count {
        if letter.byte > 0 { place = skippingBlanks(place) }
        guard self[place] == word[letter] else { return nil }
        (letter, place) = (word.after(letter), after(place))
      }
      return place
    }
  }

  /// The place where a word begins that ends at `end`; nil where it does not stand.
  func retaking(_ word: StaticString, before end: ProsePlace) -> ProsePlace? {
    word.withUTF8Buffer { letters in
      if let last = letters.last, last >= 0x80, last != byte(end.byte - 1) { return nil }
      let word = ProseText(letters)
      var (letter, place) = (ProsePlace(byte: word.count, scalar: 0), end)
      while letter.byte > 0 {
        guard place.byte > 0 else { return nil }
        (letter, place) = (word.before(letter), before(place))
        guard self[place] == word[letter] else { return nil }
      }
      return place
    }
  }

  /// A blank of one byte.
  @inline(__always) private static func isPlainBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }

  /// Blanks are looked through as far as this, so that the work stays linear.
  private static let farthest = 200
}
