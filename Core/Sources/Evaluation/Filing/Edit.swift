/// What a person does to a filing's content.
public enum Edit: Hashable, Sendable {
  /// `was` is the text that the editor last knew to stand there; nil overwrites whatever does.
  case set(CellAddress, text: String, was: String?)
  /// The same for a report's section, with cells by their names; other cells are set.
  case write(CellAddress, text: NamedText, was: String?)
  case addLine(sheet: String, under: String)
  case removeLine(sheet: String, line: String)
  case removeNode(sheet: String, node: String)
  case restoreNode(sheet: String, node: String)
  case chooseTree(sheet: String, tree: String)
  case addProject
  case removeProject(sheet: String)
  /// The budget system's value for a cell.
  case sync(CellAddress, text: String)
}

/// What an edit really changed, as the history keeps it.
public struct Change: Hashable, Sendable, Codable {
  /// What was done.
  public let kind: Kind
  /// A cell's address, or the sheet.
  public let place: String
  /// The text or the thing before; empty where there was none.
  public let before: String
  /// Empty where nothing stands there any more.
  public let after: String

  public init(_ kind: Kind, at place: String, before: String = "", after: String = "") {
    self.kind = kind
    self.place = place
    self.before = before
    self.after = after
  }

  /// The raw value is what the history keeps.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case text, synced, lineAdded, lineRemoved, nodeRemoved, nodeRestored, treeChosen, projectAdded, projectRemoved
  }
}

/// A typed text that could not be taken, and why; shown beside the field.
public struct FieldProblem: Error, Hashable, Sendable {
  /// A cell's address or a field's name.
  public let field: String
  /// What the person is told.
  public let message: String
  public init(_ field: String, _ message: String) {
    self.field = field
    self.message = message
  }
}

/// Somebody else changed the cell first: both texts, so that a person can choose.
public struct Conflict: Hashable, Sendable {
  public let cell: CellAddress
  /// What stands there now.
  public let theirs: String
  /// What the person wanted there, as the cell takes it.
  public let yours: String
  public init(cell: CellAddress, theirs: String, yours: String) {
    self.cell = cell
    self.theirs = theirs
    self.yours = yours
  }
}

/// What came of some edits. What could not be taken is told; the rest is done.
public struct EditOutcome: Sendable {
  /// With every edit that could be done.
  public var filing: Filing
  /// In the order of the edits; none for an edit after which all is as it was.
  public var changes: [Change] = []
  /// Of edits that could not be taken.
  public var problems: [FieldProblem] = []
  /// Of edits whose `was` no longer stood there; they are not done.
  public var conflicts: [Conflict] = []
}
