import Figures

extension ProseText {
  /// The next place where a figure may begin: a digit, a Chinese numeral, 年 or 比.
  func nextCandidate(from start: ProsePlace) -> ProsePlace? {
    var (index, scalars) = (start.byte, start.scalar)
    while index < count {
      let lead = byte(index)
      if lead < 0x80 {
        if lead &- 0x30 < 10 { return ProsePlace(byte: index, scalar: scalars) }
        index += 1
      } else if lead < 0xE0 {
        index += 2
      } else if lead < 0xF0 {
        if Self.mayBegin(lead), Self.isCandidate(self[ProsePlace(byte: index, scalar: scalars)]) {
          return ProsePlace(byte: index, scalar: scalars)
        }
        index += 3
      } else {
        index += 4
      }
      scalars += 1
    }
    return nil
  }

  /// Leads of the characters of `isCandidate`.
  @inline(__always) private static func mayBegin(_ lead: UInt8) -> Bool {
    lead != 0xE2 && lead < 0xEA || lead == 0xEF
  }

  @inline(__always) private static func isCandidate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x5E74, 0x6BD4: true
    default: ChineseNumeral.isOne(scalar)
    }
  }
}
