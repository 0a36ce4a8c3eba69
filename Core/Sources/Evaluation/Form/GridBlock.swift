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
