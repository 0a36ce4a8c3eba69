/// How much a workbook may hold: a text that many cells share costs little in the file and much in memory.
public struct WorkbookLimits: Hashable, Sendable {
  /// Cells that are not blank, merged stretches and hidden stretches of columns, of all sheets together.
  public var cells: Int
  /// Bytes of the cells' texts, in UTF-8.
  public var textSize: Int

  public init(cells: Int, textSize: Int) {
    self.cells = cells
    self.textSize = textSize
  }

  /// For files that people hand in: 500,000 cells, 64 MiB.
  public static let upload = WorkbookLimits(cells: 500_000, textSize: 64 << 20)

  /// Whether more was taken than there was.
  var areExceeded: Bool { cells < 0 || textSize < 0 }
}
