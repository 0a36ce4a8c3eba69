/// A workbook as found: what its sheets show.
public struct SourceWorkbook: Sendable {
  /// In their order, hidden ones too.
  public let sheets: [SourceSheet]
  /// What all sheets carry besides what they show.
  public let traces: DocumentTraces
  /// What the file says about itself.
  public let properties: DocumentProperties
}

/// A sheet as found.
public struct SourceSheet: Sendable {
  /// As on its tab.
  public let name: String
  /// Name of the part.
  public let part: String
  /// It has no tab that a reader sees.
  public let isHidden: Bool
  /// Cells that are not blank, by row, then by column.
  public let cells: [SheetCell]
  /// Stretches of the grid that are merged into one cell.
  public let merges: [SheetRange]
  /// Rows that are not shown, from 0.
  public let hiddenRows: Set<Int>
  /// Columns that are not shown, from 0.
  public let hiddenColumns: RangeSet<Int>
  /// Rows with a blank cell that lines are drawn around, from 0: they belong to a table.
  public let framedRows: Set<Int>
}

/// A cell that is not blank.
public struct SheetCell: Hashable, Sendable {
  public let place: SheetPlace
  /// As it is shown: a number with the digits that its format gives it.
  public let text: String
  /// The number that it holds with all its digits, up to 15, in plain digits and with % where its format shows per cent;
  /// nil for a date and for what is no number.
  public let number: String?
  public init(place: SheetPlace, text: String, number: String? = nil) {
    self.place = place
    self.text = text
    self.number = number
  }
}

/// A place of the grid, both from 0.
public struct SheetPlace: Hashable, Sendable {
  public let row: Int
  public let column: Int
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// "B5"
  public var reference: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters.insert(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))), at: letters.startIndex)
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }

  /// nil unless `reference` is letters and a number within the grid: "B5", "$B$5".
  public init?(_ reference: String) { self.init(reference.utf8) }

  /// The same of its bytes.
  init?(_ reference: some Sequence<UInt8>) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in reference where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasDigits: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte) - 48
        hasDigits = true
      default: return nil
      }
      guard row <= Self.rowLimit, column <= Self.columnLimit else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
}

/// A stretch of the grid.
public struct SheetRange: Hashable, Sendable {
  /// From 0, one at least.
  public let rows: Range<Int>
  /// From 0, one at least.
  public let columns: Range<Int>

  /// nil unless `reference` is a place or two with a colon between: "B5:D6".
  init?(_ reference: String) {
    let ends = reference.split(separator: ":", omittingEmptySubsequences: false).map { SheetPlace(String($0)) }
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
    rows = min(first.row, last.row)..<max(first.row, last.row) + 1
    columns = min(first.column, last.column)..<max(first.column, last.column) + 1
  }
}
