/// A report as it was read from a file, whatever its format: one running text, and its paragraphs and tables in order.
public struct Report: Sendable {
  /// All that it says, cells of tables included.
  public let text: RunningText
  /// From top to bottom.
  public let blocks: [ReportBlock]
  /// What the file carries besides; nil for formats that carry nothing else, or of which it is not known.
  public let traces: FileTraces?

  public init(text: RunningText, blocks: [ReportBlock], traces: FileTraces? = nil) {
    self.text = text
    self.blocks = blocks
    self.traces = traces
  }

  /// In the order of the text.
  public var tables: [ReportTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// A part of a report.
public enum ReportBlock: Sendable {
  case paragraph(TextPart)
  case table(ReportTable)
}

/// A table: rows of cells from left to right.
///
/// Cells that a merge from above covers stand as blank ones; a cell that is merged to the right stands once.
public struct ReportTable: Sendable {
  /// From top to bottom, each from left to right; not all need have as many cells.
  public let rows: [[TextPart]]
  /// Which columns of the table's grid each cell covers; empty where the file does not tell.
  public let columns: [[Range<Int>]]
  public init(rows: [[TextPart]], columns: [[Range<Int>]] = []) {
    self.rows = rows
    self.columns = columns
  }
}
