/// Why typed text is not a number.
public enum FigureFault: Error, Hashable, Sendable {
  case notANumber
  /// More than 12 digits before the point.
  case tooLong
  /// More than 6 digits behind the point.
  case tooPrecise
}

extension Figure {
  /// Reads a whole typed cell: digits of any width, thousands separators, blanks around it, one sign.
  public init(reading text: String) throws(FigureFault) {
    if let plain = FigureReader.plain(text) {
      self = plain
      return
    }
    // Words are no number, however they go on.
    if text.utf8.contains(where: { (0xE4...0xE9).contains($0) }) { throw .notANumber }
    let scalars = FigureReader.normalised(text)
    guard let figure = try FigureReader.figure(in: scalars) else { throw .notANumber }
    self = figure
  }
}

/// Reads typed numbers.
enum FigureReader {
  /// A number in plain digits, as most are; nil for whatever has to be looked at more closely.
  static func plain(_ text: String) -> Figure? {
    var unscaled: Int64 = 0
    var (digits, decimals) = (0, 0)
    var (isNegative, isBehindPoint) = (false, false)
    for byte in text.utf8 {
      if isDigit(byte) {
        digits += 1
        guard digits <= 12 else { return nil }
        unscaled = unscaled * 10 + Int64(byte - UInt8(ascii: "0"))
        if isBehindPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), digits > 0, !isBehindPoint {
        isBehindPoint = true
      } else if byte == UInt8(ascii: "-"), digits == 0, !isNegative {
        isNegative = true
      } else {
        return nil
      }
    }
    guard digits > 0, isBehindPoint == (decimals > 0) else { return nil }
    return Figure(unscaled: isNegative ? -unscaled : unscaled, decimals: decimals)
  }

  /// ASCII spelling without blanks at the ends: full-width digits and signs, U+00A0 and U+3000 folded.
  static func normalised(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E: bytes.append(UInt8(scalar.value))
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
      case 0x09, 0x0A, 0x0D, 0xA0, 0x2002...0x200B, 0x202F, 0x3000, 0xFEFF: bytes.append(0x20)
      case 0x2212, 0x2013, 0x2014: bytes.append(UInt8(ascii: "-"))
      default: bytes.append(UInt8(ascii: "?"))
      }
    }
    let blank = UInt8(ascii: " ")
    let start = bytes.firstIndex { $0 != blank } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != blank } ?? start
    return start < bytes.endIndex ? Array(bytes[start...end]) : []
  }

  /// nil for anything that is not one number from end to end.
  static func figure(in bytes: [UInt8]) throws(FigureFault) -> Figure? {
    var index = 0
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      index = 1
    }
    guard let whole = wholePart(of: bytes, from: &index) else { return nil }
    var decimals: ArraySlice<UInt8> = []
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return nil }
      decimals = bytes[(index + 1)...]
      guard decimals.allSatisfy(isDigit) else { return nil }
    }
    let digits = whole.drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 12 else { throw .tooLong }
    guard decimals.count <= Figure.maximumDecimals else { throw .tooPrecise }
    let unscaled = (digits + decimals).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    return Figure(unscaled: isNegative ? -unscaled : unscaled, decimals: decimals.count)
  }

  /// Digits with well-placed thousands separators; moves `index` behind them.
  private static func wholePart(of bytes: [UInt8], from index: inout Int) -> [UInt8]? {
    var digits: [UInt8] = []
    var groupLength: Int?
    while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
      if bytes[index] == UInt8(ascii: ",") {
        guard groupLength == nil ? (1...3).contains(digits.count) : groupLength == 3 else { return nil }
        groupLength = 0
      } else {
        digits.append(bytes[index])
        groupLength = groupLength.map { $0 + 1 }
      }
      index += 1
    }
    guard !digits.isEmpty, groupLength == nil || groupLength == 3 else { return nil }
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
