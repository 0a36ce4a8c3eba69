extension String {
  /// With full-width forms as the keyboard has them and without blanks at its ends: for quoting.
  var narrow: String {
    let scalars = unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start...end])
    return String(view)
  }

  /// For comparing: narrow, without any blanks and without closing marks.
  var bare: String {
    var scalars = narrow.unicodeScalars
    scalars.removeAll(where: \.isBlank)
    while let last = scalars.last, ["。", ";", ".", ",", "、", "!"].contains(last) { scalars.removeLast() }
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
