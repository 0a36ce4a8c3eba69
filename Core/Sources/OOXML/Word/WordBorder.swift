/// A line around or between cells.
public struct WordBorder: Hashable, Sendable {
  /// How it is drawn; `none` hides a line that would be there otherwise.
  public enum Line: Hashable, Sendable { case none, single, double, dotted }

  public var line: Line
  /// Eighths of a point.
  public var thickness: Int
  /// nil leaves it to the program, which draws black.
  public var color: WordColor?

  public init(_ line: Line, thickness: Int = 4, color: WordColor? = nil) {
    self.line = line
    self.thickness = thickness
    self.color = color
  }

  /// No line, also where the table has one.
  public static let invisible = WordBorder(.none, thickness: 0)
  /// Half a point, black.
  public static let thin = WordBorder(.single)
}

/// The lines of a table or a cell; nil leaves a side to what is around it.
public struct WordBorders: Hashable, Sendable {
  public var top: WordBorder?
  public var left: WordBorder?
  public var bottom: WordBorder?
  public var right: WordBorder?
  /// Between the rows of a table; of no meaning in a cell.
  public var betweenRows: WordBorder?
  /// Between the columns of a table; of no meaning in a cell.
  public var betweenColumns: WordBorder?

  public init(
    top: WordBorder? = nil, left: WordBorder? = nil, bottom: WordBorder? = nil, right: WordBorder? = nil,
    betweenRows: WordBorder? = nil, betweenColumns: WordBorder? = nil
  ) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
    self.betweenRows = betweenRows
    self.betweenColumns = betweenColumns
  }

  /// The same line everywhere.
  public static func all(_ border: WordBorder) -> WordBorders {
    WordBorders(
      top: border, left: border, bottom: border, right: border, betweenRows: border, betweenColumns: border)
  }
}
