import Text

/// A placeholder, or a mark at which a part begins or ends.
struct TemplateMark: Hashable {
  enum Kind: Hashable { case text, open, openIfBlank, close }

  let kind: Kind
  let name: String
  /// With its braces.
  let written: String
}

/// The text of a paragraph, taken apart into marks and what stands between them.
///
/// Word splits text into runs at will, so a mark may begin in one element and end in another.
struct TemplateScanner {
  enum Token {
    case text(piece: Int, String)
    /// Shown where it begins.
    case mark(piece: Int, TemplateMark)
  }

  private struct Unit {
    let piece: Int
    /// nil where a line ends or a tab stands.
    let scalar: Unicode.Scalar?
  }

  private static let longestName = 120

  private(set) var tokens: [Token] = []
  /// The elements that a mark has a share in.
  private(set) var touched: Set<Int> = []
  private(set) var faults: [(written: String, problem: TemplateFault.Problem)] = []
  private var units: [Unit] = []

  /// - Parameter pieces: the texts of the elements in their order; nil for a line end or a tab.
  init(_ pieces: [String?]) {
    for (piece, text) in pieces.enumerated() {
      if let text {
        for scalar in text.unicodeScalars { units.append(Unit(piece: piece, scalar: scalar)) }
      } else {
        units.append(Unit(piece: piece, scalar: nil))
      }
    }
    scan()
  }

  static func isBrace(_ scalar: Unicode.Scalar) -> Bool { isOpening(scalar) || isClosing(scalar) }
  private static func isOpening(_ scalar: Unicode.Scalar?) -> Bool { scalar == "{" || scalar == "｛" }
  private static func isClosing(_ scalar: Unicode.Scalar?) -> Bool { scalar == "}" || scalar == "｝" }

  private func isPair(_ index: Int, _ isMember: (Unicode.Scalar?) -> Bool) -> Bool {
    index + 1 < units.count && isMember(units[index].scalar) && isMember(units[index + 1].scalar)
  }

  private mutating func scan() {
    var index = 0
    while index < units.count {
      if isPair(index, Self.isOpening) {
        if let end = close(after: index) {
          note(index..<end)
          index = end
        } else {
          faults.append((written(index..<min(units.count, index + 16)), .unclosedBraces))
          keep(index)
          keep(index + 1)
          index += 2
        }
      } else if isPair(index, Self.isClosing) {
        faults.append((written(index..<(index + 2)), .strayBraces))
        keep(index)
        keep(index + 1)
        index += 2
      } else {
        keep(index)
        index += 1
      }
    }
  }

  /// Behind the braces that close what opens there.
  private func close(after open: Int) -> Int? {
    var index = open + 2
    while index < units.count, index - open < Self.longestName, units[index].scalar != nil {
      if isPair(index, Self.isClosing) { return index + 2 }
      if isPair(index, Self.isOpening) { return nil }
      index += 1
    }
    return nil
  }

  private mutating func keep(_ index: Int) {
    guard let scalar = units[index].scalar else { return }
    let piece = units[index].piece
    if case .text(piece: let last, let text)? = tokens.last, last == piece {
      tokens[tokens.count - 1] = .text(piece: piece, text + String(scalar))
    } else {
      tokens.append(.text(piece: piece, String(scalar)))
    }
  }

  private mutating func note(_ range: Range<Int>) {
    for unit in units[range] { touched.insert(unit.piece) }
    let written = written(range)
    var name = String(String.UnicodeScalarView(units[range].dropFirst(2).dropLast(2).compactMap(\.scalar)))
      .droppingBlankEnds
    var kind = TemplateMark.Kind.text
    switch name.unicodeScalars.first?.halfWidth {
    case "#": kind = .open
    case "^": kind = .openIfBlank
    case "/": kind = .close
    default: break
    }
    if kind != .text { name = String(name.unicodeScalars.dropFirst()).droppingBlankEnds }
    if name.isEmpty { faults.append((written, .blankName)) }
    tokens.append(.mark(piece: units[range.lowerBound].piece, TemplateMark(kind: kind, name: name, written: written)))
  }

  private func written(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(units[range].compactMap(\.scalar)))
  }
}
