import Figures

extension ProseText {
  /// The next place where a figure may begin: a digit, a Chinese numeral, 年 or 比.
  func nextCandidate(from start: ProsePlace) -> ProsePlace? {
    Self.hanCandidates.withUnsafeBufferPointer { candidates in
      var place = start
      while place.byte < count {
        let lead = byte(place.byte)
        if lead < 0x80 {
          if lead &- 0x30 < 10 { return place }
          place.byte += 1
        } else if lead < 0xE0 {
          place.byte += 2
        } else if lead < 0xF0 {
          if lead < 0xEA || lead == 0xEF, Self.isCandidate(self[place], candidates) { return place }
          place.byte += 3
        } else {
          place.byte += 4
        }
        place.scalar += 1
      }
      return nil
    }
  }

  @inline(__always) private static func isCandidate(
    _ scalar: UInt32, _ candidates: UnsafeBufferPointer<UInt64>
  ) -> Bool {
    let index = scalar &- firstHan
    if index < hanCount { return candidates[Int(index >> 6)] >> UInt64(index & 63) & 1 == 1 }
    return scalar == 0x3007 || isDigit(scalar)
  }

  private static let firstHan: UInt32 = 0x4E00
  private static let hanCount: UInt32 = 0x5200

  /// One bit for every character from 一 on: nearly all that prose is made of begins no figure.
  private static let hanCandidates: [UInt64] = (0..<hanCount / 64).map { word in
    (0..<64).reduce(0) { bits, bit in
      let scalar = firstHan + word * 64 + UInt32(bit)
      let isCandidate = ChineseNumeral(scalar) != nil || scalar == .of("年") || scalar == .of("比")
      return isCandidate ? bits | 1 << UInt64(bit) : bits
    }
  }
}
