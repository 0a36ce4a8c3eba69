/// What is filled into one form or one report.
public struct Sheet: Hashable, Sendable, Identifiable {
  /// "base", "self", "project-1", "report".
  public let id: String
  /// The form or outline it is made to.
  public let form: String
  /// The indicator tree chosen; nil for the policy's first.
  public var tree: String?
  /// Lines the unit added, in their order.
  public var rows: [AddedRow] {
    get { lines }
    set {
      lines = newValue
      greatestLine = max(greatestLine, Self.greatest(of: lines))
    }
  }
  private var lines: [AddedRow]
  /// The greatest number that the id of a line was made of, whether that line is still there or not.
  private var greatestLine: Int
  /// Second-level indicators the unit left out.
  public var removedNodes: Set<String>
  /// What was typed or taken over; a cell with neither is missing.
  public var entries: [CellKey: Entry]

  /// - Parameter lastLineGone: as the property; nil where the last line is among the rows, or was not told.
  public init(
    id: String, form: String, tree: String? = nil, rows: [AddedRow] = [], lastLineGone: Int? = nil,
    removedNodes: Set<String> = [], entries: [CellKey: Entry] = [:]
  ) {
    self.id = id
    self.form = form
    self.tree = tree
    lines = rows
    greatestLine = max(lastLineGone ?? 0, Self.greatest(of: rows))
    self.removedNodes = removedNodes
    self.entries = entries
  }

  /// Of one row, block or second-level indicator, in their order.
  public func lines(under parent: String) -> [AddedRow] { rows.filter { $0.under == parent } }

  /// What the unit called one of its lines; empty while it has no name.
  func name(of line: String) -> String { entries[CellKey(line, IndicatorColumn.name.rawValue)]?.text ?? "" }

  /// The number of the line that was added last, where it is gone; nil otherwise. It has to be kept with the rows: what
  /// others wrote about a line is known by its id.
  public var lastLineGone: Int? { greatestLine > Self.greatest(of: lines) ? greatestLine : nil }

  /// The id that the next line gets, which none has had yet: "r8".
  public var nextRowID: String { "r\(greatestLine + 1)" }

  /// Adds a line behind all others.
  @discardableResult
  public mutating func addLine(under parent: String) -> AddedRow {
    let line = AddedRow(id: nextRowID, under: parent)
    lines.append(line)
    greatestLine += 1
    return line
  }

  /// Lets lines stand under another row, in the places that they have.
  public mutating func moveLines(_ ids: Set<String>, under parent: String) {
    for place in lines.indices where ids.contains(lines[place].id) {
      lines[place] = AddedRow(id: lines[place].id, under: parent)
    }
  }

  private static func greatest(of lines: [AddedRow]) -> Int {
    lines.reduce(0) { max($0, Int($1.id.dropFirst()).flatMap(Int32.init(exactly:)).map(Int.init) ?? 0) }
  }
}

/// A line that the unit added: a fund, a building, a third-level indicator.
public struct AddedRow: Hashable, Sendable, Identifiable {
  /// "r8", its own within the sheet.
  public let id: String
  /// The row, block or second-level indicator it stands under.
  public let under: String
  public init(id: String, under: String) {
    self.id = id
    self.under = under
  }
}

/// What stands in a cell, and what the budget system says should.
public struct Entry: Hashable, Sendable {
  /// As typed, without blanks at its ends.
  public var text: String
  /// The value last taken over from the budget system.
  public var synced: String?
  public init(_ text: String, synced: String? = nil) {
    self.text = text
    self.synced = synced
  }

  /// As the text stands beside the budget system's value.
  public var origin: Origin {
    guard let synced else { return .typed }
    return text == synced ? .synced : .edited
  }

  /// How a text came into its cell.
  public enum Origin: String, Sendable, CaseIterable {
    case typed, synced
    /// Taken over, then changed: both values are kept.
    case edited
  }
}
