import Reading

/// The line of a place with the place underlined, cut to a width.
struct Excerpt {
  /// What is shown of the line.
  let line: String
  /// Blanks and marks that stand below it.
  let underline: String

  /// `width` in columns of a terminal.
  init(_ range: Range<Int>, in text: RunningText, width: Int = 96) {
    let line = text.line(around: range.lowerBound)
    let place = range.clamped(to: line)
    let scalars = text.scalars
    // The place itself first, then as much before it as a third of the room, then what follows.
    var end = place.lowerBound
    var used = 0
    while end < place.upperBound, used + DisplayWidth.of(scalars[end]) <= width {
      used += DisplayWidth.of(scalars[end])
      end += 1
    }
    let marked = place.lowerBound..<end
    let before = (width - used) / 3
    var start = marked.lowerBound
    var left = 0
    while start > line.lowerBound, left + DisplayWidth.of(scalars[start - 1]) <= before {
      start -= 1
      left += DisplayWidth.of(scalars[start])
    }
    used += left
    while end < line.upperBound, used + DisplayWidth.of(scalars[end]) <= width {
      used += DisplayWidth.of(scalars[end])
      end += 1
    }
    let opening = start > line.lowerBound ? "…" : ""
    let closing = end < line.upperBound ? "…" : ""
    self.line = opening + Self.shown(scalars[start..<end]) + closing
    underline =
      String(repeating: " ", count: opening.count + DisplayWidth.of(scalars[start..<marked.lowerBound]))
      + String(repeating: "^", count: max(1, DisplayWidth.of(scalars[marked])))
  }

  /// Control characters as a blank, for a tab has no width of its own and others would move the line.
  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(scalar.properties.generalCategory == .control ? " " : scalar) }
    return String(view)
  }
}
