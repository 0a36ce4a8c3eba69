#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProseText {
  @inline(__always) static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  @inline(__always) static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x3000, 0xA0, 0x85, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Blanks that are not seen: they may stand between any two digits.
  static func isInvisible(_ scalar: UInt32) -> Bool { scalar == 0x200B || scalar == 0x2060 || scalar == 0xFEFF }

  /// Blanks that typesetters part thousands with.
  static func isGroupBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x2005...0x2009, 0x202F: true
    default: false
    }
  }

  static func isLineBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isLatin(_ scalar: UInt32) -> Bool { (scalar | 0x20) &- 0x61 < 26 }

  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// One dash between two ends, also 至, 到 and waves.
  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x7E, 0x223C, 0x301C, 0x2E3A, 0x81F3, 0x5230: true
    default: false
    }
  }

  /// Marks that end a sentence or a clause, so that a number behind them may count a list.
  static func isStop(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, 0x3002, 0x21, 0x3F, 0x3A, 0x3B, 0x2E: true
    default: isLineBreak(scalar)
    }
  }

  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x3010, 0x3014, 0xFE5D, 0x3016, 0x201C, 0x2018, 0x22, 0x27, 0x300A, 0x300C: true
    default: false
    }
  }

  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x3011, 0x3015, 0xFE5E, 0x3017, 0x201D, 0x2019, 0x22, 0x27, 0x300B, 0x300D: true
    default: false
    }
  }
}

extension UInt32 {
  /// The scalar value of a character: `.of("年")`.
  @inline(__always) static func of(_ character: Unicode.Scalar) -> UInt32 { character.value }

  /// True when this scalar is one of the word's characters, none of which lies beyond 0xFFFF.
  func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { letters in
      guard let start = letters.baseAddress else { return false }
      if self < 0x80 { return memchr(start, Int32(self), letters.count) != nil }
      // By its last byte: what continues a character begins none, so where its bytes stand, it stands.
      let end = start + letters.count
      let last = UInt8(0x80 | self & 0x3F)
      let middle = UInt8(0x80 | self >> 6 & 0x3F)
      var place = start
      while let found = memchr(place, Int32(last), end - place) {
        let stop = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
        if self < 0x800 {
          if stop - start >= 1, stop[-1] == UInt8(truncatingIfNeeded: 0xC0 | self >> 6) { return true }
        } else if self < 0x10000, stop - start >= 2, stop[-1] == middle,
          stop[-2] == UInt8(truncatingIfNeeded: 0xE0 | self >> 12)
        {
          return true
        }
        place = stop + 1
      }
      return false
    }
  }
}
