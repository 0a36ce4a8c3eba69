/// How wide text is, counted in halves of a Chinese character.
enum TextWidth {
  static func halves(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// How many lines a text takes in lines of so many halves: Chinese breaks anywhere, Latin words stay whole.
  static func lines(_ text: some StringProtocol, halves width: Int) -> Int {
    guard width > 1 else { return text.unicodeScalars.count }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + wrapped($1, halves: width) }
  }

  /// The least width at which a text takes no more lines than at the most; nil where it takes one.
  static func balanced(_ text: some StringProtocol, most: Int) -> Int? {
    let count = lines(text, halves: most)
    guard count > 1, most > 1 else { return nil }
    let least = min(most, max(2, (halves(text) + count - 1) / count))
    return (least...most).first { lines(text, halves: $0) == count }
  }

  private static func wrapped(_ text: some StringProtocol, halves width: Int) -> Int {
    var lines = 1
    var used = 0
    var word = 0
    func place(_ piece: Int) {
      guard piece > 0 else { return }
      if used > 0, used + piece > width { (lines, used) = (lines + 1, 0) }
      // A word longer than a line is broken.
      lines += max(0, (piece - 1) / width)
      used = piece > width ? (piece - 1) % width + 1 : used + piece
    }
    for scalar in text.unicodeScalars {
      guard Self.width(of: scalar) == 2 || scalar == " " else {
        word += 1
        continue
      }
      place(word)
      word = 0
      place(Self.width(of: scalar))
    }
    place(word)
    return lines
  }

  private static func width(of scalar: Unicode.Scalar) -> Int { scalar.value < 0x80 ? 1 : 2 }
}
