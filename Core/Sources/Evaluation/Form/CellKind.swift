/// What a cell holds.
public enum CellKind: String, Sendable, CaseIterable {
  /// Money in the policy's unit.
  case amount
  /// People, projects: whole numbers.
  case count
  /// ㎡
  case area
  /// A share, shown with %.
  case percent
  /// A share, shown as the bare number of per cent.
  case percentNumber
  case points
  /// One line of text.
  case text
  /// Text of several lines.
  case paragraph
  case date
  /// One of a list of texts.
  case choice
  /// A tick: 是 or empty.
  case declaration

  /// Holds a figure or nothing.
  public var isNumber: Bool {
    switch self {
    case .amount, .count, .area, .percent, .percentNumber, .points: true
    case .text, .paragraph, .date, .choice, .declaration: false
    }
  }

  /// Takes words of every kind.
  public var takesWords: Bool { self == .text || self == .paragraph }
}

/// Where a cell's value comes from.
public enum CellSource: Sendable {
  case typed
  /// Always the formula's value.
  case computed(Formula)
  /// Typed, with the formula's value shown beside it.
  case proposed(Formula)
  /// Typed, with the points that the scoring rule gives shown beside it.
  case scored
  /// The sum of the row's lines in every column where a line is filled in; typed where none is.
  case linesOrTyped

  /// True where lines decide whether the cell is computed or typed.
  public var dependsOnLines: Bool { if case .linesOrTyped = self { true } else { false } }

  /// nil where no formula decides or proposes.
  public var formula: Formula? {
    switch self {
    case .computed(let formula), .proposed(let formula): formula
    case .typed, .scored, .linesOrTyped: nil
    }
  }
}
