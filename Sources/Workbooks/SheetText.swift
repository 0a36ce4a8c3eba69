/// Text as cells of a workbook can keep it.
public enum SheetText {
  /// UTF-16 units that a cell holds.
  public static let limit = 32_767

  /// With one kind of line break, with a visible mark for what XML forbids, and with escapes of escapes.
  static func kept(_ text: String) -> String {
    guard needsCare(text) else { return text }
    var kept = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x0D: if index + 1 >= scalars.count || scalars[index + 1] != "\n" { kept.append("\n") }
      case 0x09, 0x0A: kept.append(scalar)
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: kept.append("\u{FFFD}")
      case 0x5F where isEscape(scalars[index...]): kept.append(contentsOf: "_x005F_".unicodeScalars)
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static func needsCare(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x5F || $0 == 0x7F || $0 == 0xEF }
  }

  /// `_x0041_` would be read as the character that it numbers.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = scalars.startIndex
    guard scalars.count >= 7, scalars[start + 1] == "x", scalars[start + 6] == "_" else { return false }
    return scalars[start + 2..<start + 6].allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// A name that a tab can bear: at most 31 characters, none of those that programs refuse.
  static func tabName(_ name: String, besides others: Set<String>) -> String {
    var plain = kept(name).replacing("\n", with: " ")
    for sign in ["[", "]", ":", "*", "?", "/", "\\"] { plain = plain.replacing(sign, with: " ") }
    while plain.hasPrefix("'") { plain.removeFirst() }
    while plain.hasSuffix("'") { plain.removeLast() }
    if plain.allSatisfy(\.isWhitespace) { plain = "表" }
    var (result, number) = (shortened(plain, to: 31), 1)
    while others.contains(result.lowercased()) {
      number += 1
      result = shortened(plain, to: 25) + "（\(number)）"
    }
    return result
  }

  /// Counted in UTF-16 units, as programs do.
  private static func shortened(_ text: String, to limit: Int) -> String {
    var text = text
    while text.utf16.count > limit { text.removeLast() }
    return text
  }
}
