public import Evaluation
import OOXML
import Workbooks

/// What the hidden worksheet of a filing's workbook says: whose it is, and which cell stands where.
///
/// Each row of the other worksheets carries a mark in a hidden column. Cells are found by mark and column, so that rows
/// may be inserted above them.
struct WorkbookMap: Sendable {
  var origin: WorkbookOrigin
  var cells: [Cell] = []
  /// The column of the marks on each worksheet, by the sheet's id.
  var markColumns: [String: Int] = [:]

  struct Cell: Sendable {
    let sheet: String
    /// The number in the row's mark.
    let row: Int
    let column: Int
    let target: WorkbookTarget
    /// What the line stands under that the cell is on; empty for a cell of the form itself.
    let parent: String
    let isNumber: Bool
    /// As it was written out.
    let text: String
    /// The cells that a report's text names.
    var names: [String: CellAddress] = [:]
  }

  static let tab = "绩衡数据（请勿改动）"
  static let format = "jiheng-workbook"
  static let formatVersion = "1"

  static func mark(_ sheet: String, _ row: Int) -> String { "\(sheet)#\(row)" }

  /// nil for what is no mark.
  static func mark(_ text: String) -> (sheet: String, row: Int)? {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let row = Int(parts[1]), row >= 0, CellAddress("\(parts[0])/a/a") != nil else { return nil }
    return (String(parts[0]), row)
  }
}

/// Which state of which filing a workbook was made from.
public struct WorkbookOrigin: Hashable, Sendable {
  /// Its code.
  public let unit: String
  /// As it was called then.
  public let unitName: String
  public let year: Int
  /// Of the filing: that of its last history entry.
  public let version: Int64
  /// The hash that the history ended with; empty where nothing had happened yet.
  public let chain: String
  /// "hunan-2024-department 5c1d…"
  public let policies: [String]

  /// `version` and `chain` are those of the filing's last history entry.
  public init(_ filing: Filing, version: Int64, chain: String) {
    unit = filing.unit.code
    unitName = filing.unit.name
    year = filing.year
    self.version = version
    self.chain = chain
    policies = Self.policies(of: filing)
  }

  init(unit: String, unitName: String, year: Int, version: Int64, chain: String, policies: [String]) {
    self.unit = unit
    self.unitName = unitName
    self.year = year
    self.version = version
    self.chain = chain
    self.policies = policies
  }

  /// The id of each policy with the SHA-256 of its text, as `policies` has them.
  public static func policies(of filing: Filing) -> [String] {
    filing.policies.policies.map { "\($0.id) \($0.hash)" }
  }
}

extension WorkbookMap {
  /// The hidden worksheet.
  var worksheet: Worksheet {
    var rows: [[String]] = [
      [Self.format, Self.formatVersion], ["unit", origin.unit, origin.unitName], ["year", String(origin.year)],
      ["version", String(origin.version), origin.chain],
    ]
    rows += origin.policies.map { ["policy", $0] }
    rows += markColumns.sorted { $0.key < $1.key }.map { ["sheet", $0.key, String($0.value)] }
    rows += cells.map { cell in
      let names = cell.names.map { "\($0.value) \($0.key)" }.sorted().joined(separator: "\n")
      return [
        "cell", cell.sheet, String(cell.row), String(cell.column), cell.target.description,
        cell.isNumber ? "number" : "text", cell.parent, cell.text, names.utf16.count > SheetText.limit ? "" : names,
      ]
    }
    var sheet = Worksheet(name: Self.tab)
    sheet.isHidden = true
    sheet.isProtected = true
    for (number, row) in rows.enumerated() {
      for (column, text) in row.enumerated() where !text.isEmpty {
        sheet.cells.append(SheetEntry(row: number, column: column, .text(text)))
      }
    }
    return sheet
  }

  /// nil where a worksheet is not one that this program made, or was changed beyond reading.
  init?(_ sheet: SourceSheet) {
    var rows: [[String]] = []
    for cell in sheet.cells where cell.place.column < 9 && cell.place.row < 200_000 {
      while rows.count <= cell.place.row { rows.append(Array(repeating: "", count: 9)) }
      rows[cell.place.row][cell.place.column] = cell.text
    }
    guard rows.first?.starts(with: [Self.format, Self.formatVersion]) == true else { return nil }
    func row(_ name: String) -> [String]? { rows.first { $0[0] == name } }
    guard let unit = row("unit"), let year = row("year").flatMap({ Int($0[1]) }), let version = row("version"),
      let number = Int64(version[1])
    else { return nil }
    origin = WorkbookOrigin(
      unit: unit[1], unitName: unit[2], year: year, version: number, chain: version[2],
      policies: rows.filter { $0[0] == "policy" }.map { $0[1] })
    for row in rows where row[0] == "sheet" {
      guard let column = Int(row[2]) else { return nil }
      markColumns[row[1]] = column
    }
    for row in rows where row[0] == "cell" {
      guard let place = Int(row[2]), let column = Int(row[3]), let target = WorkbookTarget(row[4]) else { return nil }
      cells.append(
        Cell(
          sheet: row[1], row: place, column: column, target: target, parent: row[6], isNumber: row[5] == "number",
          text: row[7], names: Self.names(row[8])))
    }
  }

  private static func names(_ text: String) -> [String: CellAddress] {
    var names: [String: CellAddress] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let cell = CellAddress(String(parts[0])) else { continue }
      names[String(parts[1])] = cell
    }
    return names
  }
}
