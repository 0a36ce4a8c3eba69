/// Cells placed one by one, row after row, for the parts of a form that no table describes.
public struct GridBlock: Sendable {
  /// A label down the left of all rows, merged.
  public let side: Side?
  /// From top to bottom, each from left to right.
  public let rows: [[Item]]
  public init(side: Side? = nil, rows: [[Item]]) {
    self.side = side
    self.rows = rows
  }

  /// The label down the left.
  public struct Side: Sendable {
    /// With {year}, {lastYear} and {unit}.
    public let label: String
    /// In grid units.
    public let width: Int
    public init(label: String, width: Int) {
      self.label = label
      self.width = width
    }
  }

  /// A place in a row.
  public struct Item: Sendable {
    /// In grid units.
    public let width: Int
    public let content: Content
    public init(width: Int, content: Content) {
      self.width = width
      self.content = content
    }
  }

  /// What stands in a place.
  public enum Content: Sendable {
    /// With {year}, {lastYear} and {unit}.
    case label(String)
    /// A plain text made from the filing: {unit}.
    case fixed(String)
    case cell(GridCell)
    case empty
  }

  /// A cell that stands alone.
  public struct GridCell: Sendable {
    /// Row and column of its address.
    public let key: CellKey
    /// Full name for messages: "全年执行数".
    public let caption: String
    /// Printed in the cell before the value: "其中：基本支出：".
    public let prefix: String
    public let kind: CellKind
    public let source: CellSource
    public let isRequired: Bool
    /// Most characters; nil for the kind's own limit.
    public let limit: Int?
    /// What may stand in a cell of the kind `choice`, printed with boxes.
    public let options: [String]
    public init(
      key: CellKey, caption: String, prefix: String = "", kind: CellKind, source: CellSource = .typed,
      isRequired: Bool = false, limit: Int? = nil, options: [String] = []
    ) {
      self.key = key
      self.caption = caption
      self.prefix = prefix
      self.kind = kind
      self.source = source
      self.isRequired = isRequired
      self.limit = limit
      self.options = options
    }
  }
}

/// The indicator tree: merged first and second levels, and a line per third-level indicator.
public struct IndicatorBlock: Sendable {
  public let side: GridBlock.Side
  /// Captions and widths of first and second level.
  public let groupCaption: String
  /// In grid units.
  public let groupWidth: Int
  /// With {year}, {lastYear} and {unit}, as the group's.
  public let nodeCaption: String
  /// In grid units.
  public let nodeWidth: Int
  /// From left to right, behind the two levels.
  public let columns: [Column]
  public init(
    side: GridBlock.Side, groupCaption: String, groupWidth: Int, nodeCaption: String, nodeWidth: Int, columns: [Column]
  ) {
    self.side = side
    self.groupCaption = groupCaption
    self.groupWidth = groupWidth
    self.nodeCaption = nodeCaption
    self.nodeWidth = nodeWidth
    self.columns = columns
  }

  /// A column of the third-level indicators.
  public struct Column: Sendable {
    public let role: IndicatorColumn
    /// With {year}, {lastYear} and {unit}.
    public let caption: String
    /// In grid units.
    public let width: Int
    /// Most characters; nil for the kind's own limit.
    public let limit: Int?
    /// What may stand in the column; empty where anything may.
    public let options: [String]
    public init(role: IndicatorColumn, caption: String, width: Int, limit: Int? = nil, options: [String] = []) {
      self.role = role
      self.caption = caption
      self.width = width
      self.limit = limit
      self.options = options
    }
  }
}

/// The columns of a third-level indicator; the raw value is the cell's column.
public enum IndicatorColumn: String, Sendable, CaseIterable {
  case name, target, actual, points, score, reason
  /// The comparison that a target asks for, where it does not stand in the target's own cell; or 定性.
  case sign
  /// What target and actual value are counted in, where it does not stand in their own cells.
  case unit
  /// The number of the goal that the indicator serves, on forms with several.
  case goal

  /// A form of indicators must have it.
  public var isNeeded: Bool { [.name, .target, .actual, .points, .score].contains(self) }
  /// It must be filled in where a form has it: a target in words has no unit, and full points need no reason.
  public var isRequired: Bool { self != .reason && self != .unit }
}
