/// Makes names and telephone numbers unrecognisable for strangers.
enum Mask {
  /// "张三" → "张×", "13800138001" → "138****8001"; each name and each number of several by itself.
  static func masked(_ text: String) -> String {
    var result = ""
    var rest = Array(text)[...]
    while let first = rest.first {
      let piece: ArraySlice<Character>
      if isDigit(first) {
        piece = number(at: rest)
        result += masked(number: piece)
      } else if isSeparator(first) {
        piece = rest.prefix(1)
        result.append(first)
      } else {
        piece = rest.prefix { !isDigit($0) && !isSeparator($0) }
        // What was masked before stays as it is.
        result += piece.allSatisfy { $0 == "*" } ? String(piece) : "\(first)×"
      }
      rest = rest.dropFirst(piece.count)
    }
    return result
  }

  /// From three digits before to four behind stay where there are eleven or more, of shorter numbers the first three.
  private static func masked(number: ArraySlice<Character>) -> String {
    let count = number.count { isDigit($0) }
    guard count >= 7 else { return String(number) }
    let tail = count >= 11 ? 4 : 0
    var position = 0
    return String(
      number.map { character -> Character in
        guard isDigit(character) else { return character }
        position += 1
        return position <= 3 || position > count - tail ? character : "*"
      })
  }

  /// Digits with single blanks, dashes or brackets between them, without what follows the last digit.
  private static func number(at text: ArraySlice<Character>) -> ArraySlice<Character> {
    let longest = text.prefix { isDigit($0) || " -—－()（）".contains($0) }
    let end = longest.lastIndex { isDigit($0) } ?? text.startIndex
    return text[text.startIndex...end]
  }

  /// Chinese numerals are no digits here: 三 is part of a name.
  private static func isDigit(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || "、，,；;/：:-—－()（）".contains(character)
  }
}
