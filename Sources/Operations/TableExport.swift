public import Foundation

/// A short table as a file for spreadsheets: what a page shows, row by row.
public struct TableExport: Sendable {
  /// Of the worksheet; a CSV file has none.
  public let title: String
  public let columns: [SpreadsheetFile.Column]
  /// As many texts in each as there are columns.
  public let rows: [[String]]

  public init(title: String, columns: [SpreadsheetFile.Column], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// A file of its own that is gone once it is closed. Throws `WorkbookDefect`.
  public func file(as format: SpreadsheetFile.Format) throws -> FileHandle {
    try SpreadsheetFile(title: title, columns: columns, format: format).written { append in
      for row in rows { try append(row) }
    }
  }
}
