extension Unicode.Scalar {
  /// Leaves nothing on paper: any white space, and the marks without width that documents carry along.
  public var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}

extension StringProtocol {
  /// Nothing but blanks.
  public var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension String {
  /// Without blanks at its ends.
  public var droppingBlankEnds: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, first.isBlank || last.isBlank else {
      return self
    }
    guard let start = unicodeScalars.firstIndex(where: { !$0.isBlank }),
      let end = unicodeScalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(unicodeScalars[start...end])
  }

  /// Without any blanks.
  public var withoutBlanks: String {
    guard mayHoldBlanks, unicodeScalars.contains(where: \.isBlank) else { return self }
    return String(scalars: unicodeScalars.lazy.filter { !$0.isBlank })
  }

  /// Some byte may begin a blank; of ideographs none does.
  private var mayHoldBlanks: Bool {
    withBytes { $0.contains { byte in byte <= 0x20 || byte == 0xC2 || (0xE1...0xE3).contains(byte) || byte == 0xEF } }
  }
}
