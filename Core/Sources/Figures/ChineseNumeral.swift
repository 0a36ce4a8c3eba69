/// One character of a number in Chinese.
public enum ChineseNumeral: Hashable, Sendable {
  /// 零 to 九, also in the forms of cheques.
  case digit(Int64)
  /// 十, 百, 千, 万 and 亿 by their powers of ten.
  case place(Int)

  /// nil for any other character.
  public init?(_ scalar: UInt32) {
    switch scalar {
    case 0x96F6, 0x3007, 0x25CB: self = .digit(0)
    case 0x4E00, 0x58F9: self = .digit(1)
    case 0x4E8C, 0x4E24, 0x8D30: self = .digit(2)
    case 0x4E09, 0x53C1: self = .digit(3)
    case 0x56DB, 0x8086: self = .digit(4)
    case 0x4E94, 0x4F0D: self = .digit(5)
    case 0x516D, 0x9646: self = .digit(6)
    case 0x4E03, 0x67D2: self = .digit(7)
    case 0x516B, 0x634C: self = .digit(8)
    case 0x4E5D, 0x7396: self = .digit(9)
    case 0x5341, 0x62FE: self = .place(1)
    case 0x767E, 0x4F70: self = .place(2)
    case 0x5343, 0x4EDF: self = .place(3)
    case 0x4E07, 0x842C: self = .place(4)
    case 0x4EBF, 0x5104: self = .place(8)
    default: return nil
    }
  }
}

extension WrittenNumber {
  /// Reads a number in Chinese from end to end: 三百二十万, 二〇二四, 十二.
  public init?(chinese text: String) {
    var sum = ChineseNumber()
    for scalar in text.unicodeScalars {
      guard let numeral = ChineseNumeral(scalar.value) else { return nil }
      sum.append(numeral)
    }
    guard let number = sum.number else { return nil }
    self = number
  }
}
