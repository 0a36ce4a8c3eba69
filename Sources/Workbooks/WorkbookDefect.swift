/// Why a workbook could not be written.
public enum WorkbookDefect: Error, Hashable, Sendable {
  /// No temporary file could be made or read.
  case noFile
  /// What the writing library says.
  case refused(String)
  /// A text of more than 32,767 characters: cells hold no more.
  case textTooLong(sheet: String, row: Int, column: Int)
}
