import Text

/// A table of a file, with what of it belongs to no form.
public struct FileTable: Sendable {
  /// All of it, rows that belong to forms too.
  public let table: ReportTable
  /// The rows of which no cell was taken into a form.
  public let looseRows: [[TextPart]]

  /// `cells` are the places of the cells that belong to no form.
  init(_ table: ReportTable, loose cells: Set<Int>) {
    self.table = table
    looseRows = table.rows.filter { row in row.allSatisfy { $0.isEmpty || cells.contains($0.start) } }
  }

  /// Every table of a file whose prose, rows that belong to no form included, is this.
  static func all(_ tables: [ReportTable], besides narrative: Narrative) -> [FileTable] {
    guard !tables.isEmpty else { return [] }
    let cells = Set(narrative.passages.lazy.filter { $0.role == .cell }.map(\.part.start))
    return tables.map { FileTable($0, loose: cells) }
  }
}

extension FileTable: SortedText {
  /// A line for each cell.
  public var text: String { table.rows.joined().map(\.text).joined(separator: "\n") }
  public var scalars: [Unicode.Scalar] { text.halfWidthScalars }
}
