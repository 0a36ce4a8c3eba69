import Reading
import Text

/// The number of an identity card in a text.
struct IdentityNumber {
  let range: Range<Int>
  let masked: String

  static func found(in writing: Writing) -> [IdentityNumber] {
    let scalars = writing.scalars
    var found: [IdentityNumber] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      var end = scalars[index...].firstIndex { !$0.isDigit } ?? scalars.count
      if end - index == 17, end < scalars.count, scalars[end] == "X" || scalars[end] == "x" { end += 1 }
      if let number = IdentityNumber(index..<end, in: writing) { found.append(number) }
      index = end
    }
    return found
  }

  private static let words: WordFinder = ["身份证", "公民身份", "证件号"]

  private init?(_ range: Range<Int>, in writing: Writing) {
    let (before, behind) = (writing.scalar(at: range.lowerBound - 1), writing.scalar(at: range.upperBound))
    guard range.count == 18 || range.count == 15 else { return nil }
    guard ![before, behind].contains(where: { $0.map { $0.isLatinLetter || $0 == "." } ?? false }) else { return nil }
    let digits = range.map { place -> Int in
      writing.scalars[place].isDigit ? Int(writing.scalars[place].value) - 0x30 : 10
    }
    guard Self.provinces.contains(digits[0] * 10 + digits[1]), Self.hasBirthday(digits) else { return nil }
    let isCertain = digits.count == 18 && Self.isChecked(digits)
    guard isCertain || writing.hasBefore(range.lowerBound, within: 10, Self.words) else { return nil }
    self.range = range
    masked = "\(writing.quote(range).prefix(3))****\(writing.quote(range).suffix(4))"
  }

  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
  ]

  private static func hasBirthday(_ digits: [Int]) -> Bool {
    let isLong = digits.count == 18
    if isLong, ![18, 19, 20].contains(digits[6] * 10 + digits[7]) { return false }
    let start = isLong ? 10 : 8
    let (month, day) = (digits[start] * 10 + digits[start + 1], digits[start + 2] * 10 + digits[start + 3])
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }

  /// ISO 7064, modulus 11: weights are the powers of two.
  private static func isChecked(_ digits: [Int]) -> Bool {
    let sum = digits.dropLast().reduce(0) { ($0 * 2 + $1) % 11 }
    return (sum * 2 + digits[17]) % 11 == 1
  }
}
