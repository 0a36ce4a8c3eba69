import Foundation
import Scratch
import Workbooks

/// One table as a file for spreadsheets, written row by row however many there are.
public struct SpreadsheetFile: Sendable {
  /// By the ending of the file's name.
  public enum Format: String, Sendable, CaseIterable {
    case xlsx, csv
  }

  /// A column of the table.
  public struct Column: Sendable {
    /// What stands above it.
    public let caption: String
    /// In digits of the standard font.
    public let width: Double
    /// What can be a number becomes one, and stands to the right.
    public let isNumber: Bool
    /// Without a `width`, 16 for numbers and 30 for texts.
    public init(_ caption: String, width: Double? = nil, isNumber: Bool = false) {
      self.caption = caption
      self.width = width ?? (isNumber ? 16 : 30)
      self.isNumber = isNumber
    }
  }

  let title: String
  let columns: [Column]
  let format: Format

  /// A file of its own that nobody else may read and that is gone once it is closed. `fill` hands the rows over, one
  /// text for each column. Throws `WorkbookDefect`, and what `fill` throws.
  func written(_ fill: (_ append: ([String]) throws -> Void) throws -> Void) throws -> FileHandle {
    guard let folder = ScratchFolder() else { throw WorkbookDefect.noFile }
    defer { folder.remove() }
    let path = "\(folder.path)/table.\(format.rawValue)"
    switch format {
    case .xlsx: try writeWorkbook(to: path, fill)
    case .csv: try writeCSV(to: path, fill)
    }
    guard let file = FileHandle(forReadingAtPath: path) else { throw WorkbookDefect.noFile }
    return file
  }

  private func writeWorkbook(to path: String, _ fill: (_ append: ([String]) throws -> Void) throws -> Void) throws {
    let ledger = try LedgerFile(
      path: path, title: title,
      columns: columns.map { column in
        var style = EntryStyle()
        style.hasBorder = true
        style.alignment = column.isNumber ? .right : .left
        return LedgerFile.Column(column.caption, width: column.width, style: style)
      })
    try fill { texts in
      try ledger.append(
        zip(columns, texts).map { column, text in
          if column.isNumber, let number = Self.number(text) { .number(number) } else { .text(text) }
        })
    }
    try ledger.close()
  }

  private func writeCSV(to path: String, _ fill: (_ append: ([String]) throws -> Void) throws -> Void) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw WorkbookDefect.noFile }
    defer { try? file.close() }
    try file.write(contentsOf: Data((CSVText.mark + CSVText.line(columns.map(\.caption))).utf8))
    try fill { try file.write(contentsOf: Data(CSVText.line($0).utf8)) }
  }

  /// What a spreadsheet keeps as a number without losing a digit.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 15, text.utf8.allSatisfy({ "0123456789.-".utf8.contains($0) }) else { return nil }
    return Double(text)
  }
}
