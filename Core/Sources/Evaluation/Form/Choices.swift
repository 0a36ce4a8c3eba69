import Text

/// The list that a cell's value must come from.
public struct Choices: Hashable, Sendable {
  /// In the order in which they are offered; may be empty.
  public let options: [String]
  /// True where paper prints every option with a box before it, as forms with boxes to tick do.
  public let areAllPrinted: Bool

  public init(_ options: [String], areAllPrinted: Bool = false) {
    self.options = options
    self.areAllPrinted = areAllPrinted
  }

  /// The option that a typed text means, whatever its widths and blanks; nil for none.
  public func option(meantBy text: String) -> String? {
    if options.contains(text) { return text }
    let narrow = text.narrow
    if let option = options.first(where: { $0.narrow == narrow }) { return option }
    // Signs leave nothing behind when they are folded.
    let folded = text.folded
    if !folded.isEmpty, let option = options.first(where: { $0.folded == folded }) { return option }
    guard let sign = IndicatorValue.Sign(written: text) else { return nil }
    return options.first { IndicatorValue.Sign(written: $0) == sign }
  }

  /// What paper shows where `chosen` stands in the cell: "□上级专项　☑本级专项", or the chosen words alone.
  public func printed(_ chosen: String) -> String {
    guard areAllPrinted else { return chosen }
    let boxes = options.map { ($0 == chosen ? "☑" : "□") + $0 }
    return (boxes + (chosen.isEmpty || options.contains(chosen) ? [] : ["☑" + chosen])).joined(separator: "　")
  }

  /// The option that is ticked in a printed cell, the boxes before or behind the options; empty where none is, nil
  /// where the text has no boxes.
  public func ticked(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let boxes = scalars.indices.filter { Self.ticked.contains(scalars[$0]) || Self.blank.contains(scalars[$0]) }
    guard let first = boxes.first else { return nil }
    let found = options.compactMap { option -> (option: String, range: Range<Int>)? in
      scalars.place(of: Array(option.unicodeScalars)).map { (option, $0) }
    }
    guard let start = found.map(\.range.lowerBound).min() else { return nil }
    let areBefore = first < start
    let chosen = found.first { item in
      let box =
        areBefore
        ? boxes.last { $0 < item.range.lowerBound } : boxes.first { $0 >= item.range.upperBound }
      return box.map { Self.ticked.contains(scalars[$0]) } ?? false
    }
    return chosen?.option ?? ""
  }

  private static let ticked: Set<Unicode.Scalar> = ["☑", "☒", "■", "√", "✓", "✔", "●", "\u{F052}", "\u{F0FE}"]
  private static let blank: Set<Unicode.Scalar> = ["□", "☐", "○", "〇", "\u{F0A3}", "\u{F06F}"]
}

extension [Unicode.Scalar] {
  fileprivate func place(of words: [Unicode.Scalar]) -> Range<Int>? {
    guard !words.isEmpty, count >= words.count else { return nil }
    return (0...count - words.count).first { self[$0..<$0 + words.count].elementsEqual(words) }
      .map { $0..<$0 + words.count }
  }
}
