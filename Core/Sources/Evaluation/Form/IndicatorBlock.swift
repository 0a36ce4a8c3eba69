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
