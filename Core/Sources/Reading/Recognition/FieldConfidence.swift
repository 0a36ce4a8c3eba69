/// How sure it is that a text of a file belongs into the cell that it was put into; the surest first.
public enum FieldConfidence: String, Hashable, Sendable, CaseIterable {
  /// Row and column bear the words of the form.
  case exact
  /// A label or a caption says the same in other words.
  case similar
  /// No words tell it, but where it stands among others that are known.
  case position
  /// It stands there, but is not what the cell can hold, or two texts claim the cell: somebody has to look.
  case doubtful

  /// What people call it.
  public var words: String {
    switch self {
    case .exact: "标签相同"
    case .similar: "标签相近"
    case .position: "按位置"
    case .doubtful: "存疑"
    }
  }
}

extension FieldConfidence: Comparable {
  /// The surer is the lesser.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .exact: 0
    case .similar: 1
    case .position: 2
    case .doubtful: 3
    }
  }
}
