extension String {
  /// With full-width forms as the keyboard has them and without blanks at its ends: for quoting.
  public var narrow: String { halfWidth.droppingBlankEnds }

  /// For comparing: narrow, without any blanks and without closing marks.
  public var bare: String {
    if isPlain { return self }
    let isBare = unicodeScalars.allSatisfy { !$0.isBlank && $0.halfWidth == $0 }
    if isBare, unicodeScalars.last?.isClosingMark != true { return self }
    var kept: [Unicode.Scalar] = []
    for scalar in unicodeScalars where !scalar.isBlank { kept.append(scalar.halfWidth) }
    while kept.last?.isClosingMark == true { kept.removeLast() }
    return String(scalars: kept)
  }

  /// For comparing names: letters, digits and ideographs alone, half-width and in lower case.
  public var folded: String {
    if isPlain { return self }
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(utf8.count)
    var isSmall = true
    for scalar in unicodeScalars {
      let half = scalar.halfWidth
      guard half.isLetterOrNumber else { continue }
      if !half.isASCII, !half.isIdeograph { isSmall = false }
      kept.append(half.small)
    }
    return isSmall ? String(scalars: kept) : String(scalars: kept).lowercased()
  }

  /// Small letters, digits and ideographs alone: nothing that comparing passes over.
  private var isPlain: Bool {
    withBytes { bytes in
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case 0x30...0x39, 0x61...0x7A: index += 1
        // The first bytes of the ideographs; below them other things share the first one.
        case 0xE4 where bytes[index + 1] < 0xB8: return false
        case 0xE4...0xE9: index += 3
        default: return false
        }
      }
      return true
    }
  }

  /// Nothing but blanks, or a word for nothing: 无, 不涉及, /.
  public var saysNothing: Bool { Self.wordsForNothing.contains(bare) }
  private static let wordsForNothing: Set<String> = [
    "", "无", "暂无", "没有", "略", "/", "-", "—", "——", "不涉及", "不适用",
  ]

  private var halfWidth: String {
    // The first byte of all full-width forms.
    guard withBytes({ $0.contains(0xEF) }) else { return self }
    return String(scalars: halfWidthScalars)
  }

  /// Scalar by scalar, full-width forms as the keyboard has them: places are the same in both.
  public var halfWidthScalars: [Unicode.Scalar] {
    [Unicode.Scalar](unsafeUninitializedCapacity: scalarCount) { scalars, count in
      for scalar in unicodeScalars {
        scalars.initializeElement(at: count, to: scalar.halfWidth)
        count += 1
      }
    }
  }
}

extension Unicode.Scalar {
  /// A full-width form as the keyboard has it; any other scalar itself.
  public var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }

  fileprivate var isClosingMark: Bool {
    switch self {
    case "。", ";", ".", ",", "、", "!": true
    default: false
    }
  }
  fileprivate var isLetterOrNumber: Bool {
    if isIdeograph { return true }
    if isASCII { return isDigit || isLatinLetter }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
