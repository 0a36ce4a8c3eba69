/// Captioned columns over labelled rows.
public struct TableBlock: Sendable {
  /// What lines straight under the block stand under.
  public let id: String
  /// Stands above the labels, or beside all rows when it is merged.
  public let caption: String
  /// In grid units; the labels of the rows are as wide.
  public let captionWidth: Int
  /// True where the caption takes the place of the labels, one merged cell down the side.
  public let isCaptionMerged: Bool
  public internal(set) var columns: [Column]
  /// Parts behind the row that they are parts of.
  public let rows: [Row]
  /// Lines that the unit adds straight under the block.
  public let lines: LineRule?
  /// A tick that says there is nothing to fill in here, with what the paper prints instead.
  public let declaration: Declaration?

  public init(
    id: String, caption: String, captionWidth: Int, isCaptionMerged: Bool = false, columns: [Column], rows: [Row],
    lines: LineRule? = nil, declaration: Declaration? = nil
  ) {
    self.id = id
    self.caption = caption
    self.captionWidth = captionWidth
    self.isCaptionMerged = isCaptionMerged
    self.columns = columns
    self.rows = rows
    self.lines = lines
    self.declaration = declaration
  }

  /// A column of cells.
  public struct Column: Sendable {
    /// The column of its cells' addresses.
    public let id: String
    public internal(set) var caption: String
    /// In grid units.
    public let width: Int
    public let kind: CellKind
    /// Where it is typed, the row decides.
    public let source: CellSource
    /// What may stand in a column of the kind `choice`.
    public let options: [String]
    public init(
      id: String, caption: String, width: Int, kind: CellKind, source: CellSource = .typed, options: [String] = []
    ) {
      self.id = id
      self.caption = caption
      self.width = width
      self.kind = kind
      self.source = source
      self.options = options
    }
  }

  /// A prescribed row.
  public struct Row: Sendable {
    /// The row of its cells' addresses.
    public let id: String
    /// With {year}, {lastYear} and {unit}.
    public let label: String
    /// 1 for main rows; printed with an indent from 2 on.
    public let level: Int
    /// The row this is a part of.
    public let parent: String?
    /// Where a row's cells come from, in every column whose own source is typed.
    public let source: CellSource
    /// None of its cells may stay blank.
    public let isRequired: Bool
    /// Lines that the unit adds under the row.
    public let lines: LineRule?
    /// What belongs into it, for those who fill it in, with {year}, {lastYear} and {unit}; empty where nothing need be
    /// said.
    public let help: String
    public init(
      id: String, label: String, level: Int = 1, parent: String? = nil, source: CellSource = .typed,
      isRequired: Bool = false, lines: LineRule? = nil, help: String = ""
    ) {
      self.id = id
      self.label = label
      self.level = level
      self.parent = parent
      self.source = source
      self.isRequired = isRequired
      self.lines = lines
      self.help = help
    }
  }

  /// What the unit may declare instead of filling lines.
  public struct Declaration: Sendable {
    /// The words beside the tick.
    public let caption: String
    /// What paper shows where it is ticked.
    public let printed: String
    public init(caption: String, printed: String) {
      self.caption = caption
      self.printed = printed
    }
  }
}

/// Lines that the unit adds.
public struct LineRule: Sendable {
  /// The words of the button: "新增专项资金".
  public let addCaption: String
  /// What an empty line shows as its label.
  public let placeholder: String
  /// 1 for main rows; printed with an indent from 2 on.
  public let level: Int
  /// True where lines are called by the placeholder and their number, "年度绩效目标1", and have no name of their own.
  public let isNumbered: Bool
  public init(addCaption: String, placeholder: String, level: Int, isNumbered: Bool = false) {
    self.addCaption = addCaption
    self.placeholder = placeholder
    self.level = level
    self.isNumbered = isNumbered
  }
}
