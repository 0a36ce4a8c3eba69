extension String {
  /// With full-width forms as the keyboard has them and without blanks at its ends: for quoting.
  public var narrow: String { halfWidth.droppingBlankEnds }

  /// For comparing: narrow, without any blanks and without closing marks.
  public var bare: String {
    let isBare = unicodeScalars.allSatisfy { !$0.isBlank && $0.halfWidth == $0 }
    if isBare, unicodeScalars.last?.isClosingMark != true { return self }
    var kept: [Unicode.Scalar] = []
    for scalar in unicodeScalars where !scalar.isBlank { kept.append(scalar.halfWidth) }
    while kept.last?.isClosingMark == true { kept.removeLast() }
    return String(scalars: kept)
  }

  /// For comparing names: letters, digits and ideographs alone, half-width and in lower case.
  public var folded: String {
    var kept: [Unicode.Scalar] = []
    var isChanged = false
    for scalar in unicodeScalars {
      let half = scalar.halfWidth
      if half != scalar || ("A"..."Z").contains(half) || !half.isASCII && !half.isIdeograph { isChanged = true }
      if half.isLetterOrNumber { kept.append(half) } else { isChanged = true }
    }
    return isChanged ? String(scalars: kept).lowercased() : self
  }

  /// Nothing but blanks, or a word for nothing: 无, 不涉及, /.
  public var saysNothing: Bool { Self.wordsForNothing.contains(bare) }
  private static let wordsForNothing: Set<String> = [
    "", "无", "暂无", "没有", "略", "/", "-", "—", "——", "不涉及", "不适用",
  ]

  private var halfWidth: String {
    // The first byte of all full-width forms.
    guard utf8.contains(0xEF) else { return self }
    return String(scalars: unicodeScalars.map(\.halfWidth))
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
