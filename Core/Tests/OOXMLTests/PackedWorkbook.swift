@testable import OOXML

/// A .xlsx file made from the XML of its parts, to see what the reader makes of it.
struct PackedWorkbook {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Name, state and content of each sheet.
  var sheets: [(name: String, state: String, content: String)] = []
  var strings: [String] = []
  /// Format codes; the style of a cell is its number in this list, the first 0.
  var formats: [String] = []
  /// Styles behind those of the formats, each a border.
  var borders: [String] = []
  var properties = ""
  var contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  init(_ rows: String) { sheets = [("表", "visible", "<sheetData>\(rows)</sheetData>")] }

  func bytes() throws -> [UInt8] {
    let schema = "http://schemas.openxmlformats.org/package/2006"
    var (tabs, list) = ("", "")
    var files: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      tabs += "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' r:id='s\(index)'/>"
      list += "<Relationship Id='s\(index)' Type='\(Self.office)/worksheet' Target='worksheets/s\(index).xml'/>"
      files.append(
        ("xl/worksheets/s\(index).xml", "<worksheet xmlns='\(Self.main)'>\(sheet.content)</worksheet>"))
    }
    list += "<Relationship Id='t' Type='\(Self.office)/sharedStrings' Target='sharedStrings.xml'/>"
    list += "<Relationship Id='f' Type='\(Self.office)/styles' Target='styles.xml'/>"
    let shared = strings.map { "<si>\($0)</si>" }.joined()
    let codes = formats.enumerated().map { "<numFmt numFmtId='\(200 + $0)' formatCode='\($1)'/>" }.joined()
    let lines = borders.map { "<border>\($0)</border>" }.joined()
    let styles =
      formats.indices.map { "<xf numFmtId='\(200 + $0)'/>" }.joined()
      + borders.indices.map { "<xf numFmtId='0' borderId='\($0 + 1)'/>" }.joined()
    files += [
      (
        "[Content_Types].xml",
        "<Types xmlns='\(schema)/content-types'><Default Extension='xml' ContentType='x'/>"
          + "<Override PartName='/xl/workbook.xml' ContentType='\(contentType)'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(schema)/relationships'><Relationship Id='a' "
          + "Type='\(Self.office)/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'><workbookPr \(properties)/>"
          + "<sheets>\(tabs)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships xmlns='\(schema)/relationships'>\(list)</Relationships>"),
      ("xl/sharedStrings.xml", "<sst xmlns='\(Self.main)'>\(shared)</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet xmlns='\(Self.main)'><numFmts>\(codes)</numFmts><borders><border/>\(lines)</borders><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
          + "<cellXfs>\(styles)</cellXfs></styleSheet>"
      ),
    ]
    return try ZipArchive(files.map { ZipArchive.Entry($0.0, Array($0.1.utf8)) }).bytes()
  }

  func read() throws -> SourceWorkbook { try WorkbookReader.read(bytes()) }

  /// Reference and text of each cell of the first sheet.
  func cells() throws -> [String] {
    try read().sheets[0].cells.map { "\($0.place.reference) \($0.text)" }
  }
}
