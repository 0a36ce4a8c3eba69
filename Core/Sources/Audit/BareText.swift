extension String {
  /// For comparing and quoting: full-width forms as the keyboard has them, without blanks and without closing marks.
  var bare: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isBlank {
      guard (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else {
        scalars.append(scalar)
        continue
      }
      scalars.append(narrow)
    }
    while let last = scalars.last, ["。", ";", ".", ",", "、", "！", "!"].contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// Nothing but blanks, or a word for nothing: 无, 不涉及, /.
  var saysNothing: Bool { ["", "无", "暂无", "没有", "略", "/", "-", "—", "——", "不涉及", "不适用"].contains(bare) }

  /// Nothing but blanks.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }
}
