/// A text as what a line must hold in one piece, by width: a Chinese character, a blank, a Latin word.
struct TextPieces {
  private var paragraphs: [[Int]] = [[]]
  /// A single Chinese character stands last.
  private var endsWide = false
  /// Of the widest figure, such as 100.25 or 98.6%; 0 where there is none.
  private(set) var widestFigure = 0

  /// - Parameters:
  ///   - latin: the width of a letter or a digit.
  ///   - wide: of a Chinese character.
  ///   - gap: what is left free between a word and Chinese beside it.
  init(_ text: some StringProtocol, latin: Int, wide: Int, gap: Int) {
    var (word, isFigure, isBesideWide) = (0, true, false)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        add(word, isFigure: isFigure)
        isFigure = true
        paragraphs.append([])
        (word, isBesideWide) = (0, false)
        continue
      }
      let isWide = TextWidth.width(of: scalar) == 2
      guard isWide || scalar == " " else {
        word += word == 0 && isBesideWide ? latin + gap : latin
        isFigure = isFigure && Self.isOfFigures(scalar)
        continue
      }
      add(word > 0 && isWide ? word + gap : word, isFigure: isFigure)
      add(isWide ? wide : latin)
      (word, isFigure, isBesideWide) = (0, true, isWide)
    }
    add(word, isFigure: isFigure)
    endsWide = word == 0 && isBesideWide
  }

  /// As fonts set it whose digits are wider than half a character, in eighths of a Chinese character.
  static func safe(_ text: some StringProtocol) -> TextPieces { TextPieces(text, latin: 5, wide: 8, gap: 2) }

  private mutating func add(_ piece: Int, isFigure: Bool = false) {
    guard piece > 0 else { return }
    paragraphs[paragraphs.count - 1].append(piece)
    if isFigure { widestFigure = max(widestFigure, piece) }
  }

  private static func isOfFigures(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ".,%-".unicodeScalars.contains(scalar)
  }

  /// Of the widest piece: on lines that are narrower it is torn.
  var widest: Int { paragraphs.joined().max() ?? 0 }

  /// How many lines of this width it takes; a word that is longer than a line is broken.
  func lines(_ width: Int) -> Int { paragraphs.reduce(0) { $0 + Self.end(of: $1, width).lines } }

  /// The last of several lines holds nothing but one character.
  func endsLonely(_ width: Int) -> Bool {
    guard endsWide, let last = paragraphs.last, let piece = last.last else { return false }
    let end = Self.end(of: last, width)
    return end.lines > 1 && end.used == piece
  }

  private static func end(of pieces: [Int], _ width: Int) -> (lines: Int, used: Int) {
    var (lines, used) = (1, 0)
    for piece in pieces {
      if used > 0, used + piece > width { (lines, used) = (lines + 1, 0) }
      lines += max(0, (piece - 1) / width)
      used = piece > width ? (piece - 1) % width + 1 : used + piece
    }
    return (lines, used)
  }
}
