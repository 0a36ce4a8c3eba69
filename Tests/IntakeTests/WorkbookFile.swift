import OOXML

/// A .xlsx file of one sheet made from the XML of its content.
struct WorkbookFile {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// What stands in the rows, from row 1 and column A; nil for no cell.
  var rows: [[String?]]
  var merges: [String] = []
  var hiddenRows: Set<Int> = []
  /// Lines are drawn around all cells, blank ones too.
  var isFramed = false

  func bytes() throws -> [UInt8] {
    let schema = "http://schemas.openxmlformats.org/package/2006"
    let data = rows.enumerated().map { number, cells in
      let row = cells.enumerated().map { column, text -> String in
        let place = SheetPlace(row: number, column: column).reference
        return text.map { "<c r='\(place)' t='inlineStr'><is><t>\($0)</t></is></c>" }
          ?? (isFramed ? "<c r='\(place)' s='0'/>" : "")
      }
      return "<row r='\(number + 1)' \(hiddenRows.contains(number) ? "hidden='1'" : "")>\(row.joined())</row>"
    }
    let merged = merges.map { "<mergeCell ref='\($0)'/>" }.joined()
    let files = [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(schema)/content-types'><Override PartName='/xl/workbook.xml' ContentType='\(Self.type)'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='a' Type='\(Self.office)/officeDocument' "
          + "Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><sheets><sheet name='基础表' sheetId='1' r:id='s'/></sheets>"
          + "</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='s' Type='\(Self.office)/worksheet' "
          + "Target='sheet.xml'/><Relationship Id='f' Type='\(Self.office)/styles' Target='styles.xml'/></Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns='\(Self.main)'><borders><border><top style='thin'/></border></borders>"
          + "<cellXfs><xf borderId='0'/></cellXfs></styleSheet>"
      ),
      (
        "xl/sheet.xml",
        "<worksheet xmlns='\(Self.main)'><sheetData>\(data.joined())</sheetData><mergeCells>\(merged)</mergeCells></worksheet>"
      ),
    ]
    return try ZipArchive(files.map { ZipArchive.Entry($0.0, Array($0.1.utf8)) }).bytes()
  }
}
