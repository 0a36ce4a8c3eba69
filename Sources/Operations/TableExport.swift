public import Foundation
import Workbooks

/// A short table as a file for spreadsheets: what a page shows, row by row.
public struct TableExport: Sendable {
  public let title: String
  public let columns: [Column]
  public let rows: [[String]]

  public struct Column: Sendable {
    public let caption: String
    public let isNumber: Bool
    public init(_ caption: String, isNumber: Bool = false) {
      self.caption = caption
      self.isNumber = isNumber
    }
  }

  public init(title: String, columns: [Column], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// A file of its own that is gone once it is closed. Throws `WorkbookDefect`.
  public func file(as format: CountyLedger.Format) throws -> FileHandle {
    let path = TemporaryFile.path(ending: format.rawValue)
    defer { TemporaryFile.remove(path) }
    switch format {
    case .xlsx: try writeWorkbook(to: path)
    case .csv: try Data(csv.utf8).write(to: URL(filePath: path))
    }
    guard let file = FileHandle(forReadingAtPath: path) else { throw WorkbookDefect.noFile }
    return file
  }

  private var csv: String {
    CSVText.mark + ([columns.map(\.caption)] + rows).map { CSVText.line($0) }.joined()
  }

  private func writeWorkbook(to path: String) throws {
    let ledger = try LedgerFile(
      path: path, title: title,
      columns: columns.map { column in
        var style = EntryStyle()
        style.hasBorder = true
        style.alignment = column.isNumber ? .right : .left
        return LedgerFile.Column(column.caption, width: column.isNumber ? 16 : 30, style: style)
      })
    for row in rows {
      try ledger.append(
        zip(columns, row).map { column, text in
          if column.isNumber, let number = CountyLedger.number(text) { .number(number) } else { .text(text) }
        })
    }
    try ledger.close()
  }
}
