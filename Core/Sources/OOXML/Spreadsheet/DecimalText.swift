/// A decimal number as it is written in a file, kept digit by digit: what was typed as 9.81 stays 9.81.
struct DecimalText: Hashable {
  private(set) var isNegative: Bool
  /// Significant digits, 0 to 9, without zeros at either end; none for zero.
  private var digits: [UInt8]
  /// The point stands so many digits behind the beginning of `digits`.
  private var point: Int

  /// nil unless `text` is digits with a sign, a point and an exponent of moderate size, as "-3.95E+2".
  init?(_ text: String) {
    var bytes = text.utf8[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    digits = []
    var (whole, seen, isBehindPoint) = (0, 0, false)
    while let byte = bytes.first, byte != UInt8(ascii: "E"), byte != UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), seen < 400 else { return nil }
      digits.append(byte - 48)
      seen += 1
      if !isBehindPoint { whole += 1 }
    }
    guard seen > 0 else { return nil }
    point = whole
    if !bytes.isEmpty {
      guard let exponent = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), (-400...400).contains(exponent)
      else { return nil }
      point += exponent
    }
    tidy()
  }

  /// Whether a text is a number of at most ten digits as it is written plainly, "-12.5": nothing of it would change.
  static func isPlain(_ text: String) -> Bool {
    let (zero, point) = (UInt8(ascii: "0"), UInt8(ascii: "."))
    var (count, isBehindPoint, first, last) = (0, false, UInt8(0), UInt8(0))
    var (previous, isNegative) = (UInt8(0), false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where previous == 0: isNegative = true
      case point where !isBehindPoint && count > 0:
        guard first != zero || count == 1 else { return false }
        isBehindPoint = true
      case zero...UInt8(ascii: "9"):
        count += 1
        if count == 1 { first = byte }
      default: return false
      }
      (previous, last) = (byte, byte)
    }
    guard (1...10).contains(count) else { return false }
    if isBehindPoint { return last != zero && last != point }
    return first != zero || count == 1 && !isNegative
  }

  var isZero: Bool { digits.isEmpty }

  /// Whole and not negative, where it is small enough for a day of the calendar.
  var floor: Int? {
    guard !isNegative, point <= 9 else { return nil }
    return point <= 0 ? 0 : (0..<point).reduce(0) { $0 * 10 + Int($1 < digits.count ? digits[$1] : 0) }
  }

  mutating func scale(byTens places: Int) { if !isZero { point += places } }

  /// What programs keep of a number: 15 digits; the rest is noise of binary fractions.
  func significant(_ count: Int = 15) -> DecimalText { rounded(keeping: count) }

  /// Rounded half away from zero to so many decimals.
  func rounded(decimals: Int) -> DecimalText { rounded(keeping: point + decimals) }

  /// Digits before the point, at least one.
  var whole: String {
    guard point > 0 else { return "0" }
    return String(decoding: (0..<point).map { ($0 < digits.count ? digits[$0] : 0) + 48 }, as: UTF8.self)
  }

  /// Digits behind the point without closing zeros.
  var fraction: String {
    guard digits.count > point else { return "" }
    let zeros = [UInt8](repeating: 48, count: max(0, -point))
    return String(decoding: zeros + digits[max(0, point)...].map { $0 + 48 }, as: UTF8.self)
  }

  /// In plain digits.
  var plain: String {
    let behind = fraction
    return (isNegative && !isZero ? "-" : "") + whole + (behind.isEmpty ? "" : "." + behind)
  }

  private func rounded(keeping count: Int) -> DecimalText {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.tidy()
      return result
    }
    let isUp = digits[count] >= 5
    result.digits.removeSubrange(count...)
    if isUp {
      var index = count - 1
      while index >= 0, result.digits[index] == 9 {
        result.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        result.digits[index] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.point += 1
      }
    }
    result.tidy()
    return result
  }

  private mutating func tidy() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }
}
