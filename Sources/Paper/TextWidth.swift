/// How wide text is, counted in halves of a Chinese character.
enum TextWidth {
  static func halves(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// How many lines a text takes in lines of so many halves: Chinese breaks anywhere, Latin words stay whole.
  static func lines(_ text: some StringProtocol, halves width: Int) -> Int {
    guard width > 1 else { return text.unicodeScalars.count }
    return TextPieces(text, latin: 1, wide: 2, gap: 0).lines(width)
  }

  /// The least width at which a text takes no more lines than at the most; nil where it takes one.
  static func balanced(_ text: some StringProtocol, most: Int) -> Int? {
    let count = lines(text, halves: most)
    guard count > 1, most > 1 else { return nil }
    let least = min(most, max(2, (halves(text) + count - 1) / count))
    return (least...most).first { lines(text, halves: $0) == count }
  }

  static func width(of scalar: Unicode.Scalar) -> Int { scalar.value < 0x80 ? 1 : 2 }
}
