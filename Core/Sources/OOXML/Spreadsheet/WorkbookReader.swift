/// Reads .xlsx files.
public enum WorkbookReader {
  /// The workbook in a file that someone handed in.
  public static func read(
    _ file: [UInt8], limits: ZipLimits = .upload, holding room: WorkbookLimits = .upload
  ) throws(OfficeDefect) -> SourceWorkbook {
    try read(OfficePackage(file, limits: limits), holding: room)
  }

  /// The workbook in a file that has been recognised.
  public static func read(
    _ package: OfficePackage, holding room: WorkbookLimits = .upload
  ) throws(OfficeDefect) -> SourceWorkbook {
    guard package.kind == .spreadsheet || package.kind == .spreadsheetTemplateOrMacros else {
      throw .notASpreadsheet(package.kind)
    }
    let relationships = try Relationship.list(of: package.mainPart, in: package.zip)
    var reading = WorkbookReading(zip: package.zip, main: package.mainPart, relationships: relationships)
    reading.traces.macroPart = package.macroPart
    return try reading.workbook(holding: room)
  }
}

/// One workbook while it is read.
private struct WorkbookReading {
  let zip: ZipReader
  let main: String
  let relationships: [Relationship]
  var traces = DocumentTraces()
  private var sheets: [SourceSheet] = []

  init(zip: ZipReader, main: String, relationships: [Relationship]) {
    self.zip = zip
    self.main = main
    self.relationships = relationships
  }

  /// A sheet as the workbook lists it.
  private struct Tab {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  mutating func workbook(holding room: WorkbookLimits) throws(OfficeDefect) -> SourceWorkbook {
    var (tabs, startsIn1904) = ([Tab](), false)
    try zip.elements(of: main) { xml throws(XMLDefect) in
      guard xml.namespace == .spreadsheet else { return }
      if xml.name == "workbookPr" {
        startsIn1904 = xml.isSet("date1904")
      } else if xml.name == "sheet" {
        let state = try xml.value("state") ?? "visible"
        tabs.append(
          Tab(
            name: try xml.value("name") ?? "", relationship: try xml.value("id", .relationshipMarks) ?? "",
            isHidden: state != "visible"))
      }
    }
    var strings = SharedStrings()
    if let part = part("sharedStrings") {
      strings = try read(part) { xml throws(XMLDefect) in try SharedStrings(&xml) }
    }
    var formats = CellFormats()
    if let part = part("styles") {
      formats = try read(part) { xml throws(XMLDefect) in try CellFormats(&xml) }
    }
    var room = room
    for tab in tabs {
      guard let target = relationships.first(where: { $0.id == tab.relationship && !$0.isExternal }),
        target.type == "worksheet"
      else { continue }
      var reader = SheetReader(strings, formats, startsIn1904: startsIn1904, room: room)
      var xml = try zip.xml(target.target)
      do throws(XMLDefect) { try reader.read(&xml) } catch { throw .xml(part: target.target, error) }
      guard !reader.room.areExceeded else { throw .tooManyCells }
      room = reader.room
      let sheet = SourceSheet(
        name: tab.name, part: target.target, isHidden: tab.isHidden, cells: reader.cells, merges: reader.merges,
        hiddenRows: reader.hiddenRows, hiddenColumns: reader.hiddenColumns, framedRows: reader.framedRows)
      sheets.append(sheet)
      traces.hiddenTexts += sheet.hiddenTexts
      try collectComments(of: target.target)
    }
    traces.embeddedFiles = zip.entries.map(\.name).filter { $0.contains("/embeddings/") }
    traces.externalTargets = try zip.externalTargets()
    return SourceWorkbook(sheets: sheets, traces: traces, properties: try DocumentProperties(zip))
  }

  private func part(_ type: String) -> String? {
    relationships.first { $0.type == type && !$0.isExternal && zip.contains($0.target) }?.target
  }

  private func read<Value>(
    _ part: String, _ read: (inout XMLReader) throws(XMLDefect) -> Value
  ) throws(OfficeDefect) -> Value {
    var xml = try zip.xml(part)
    do throws(XMLDefect) { return try read(&xml) } catch { throw .xml(part: part, error) }
  }

  private mutating func collectComments(of sheet: String) throws(OfficeDefect) {
    for relationship in try Relationship.list(of: sheet, in: zip)
    where relationship.type == "comments" && !relationship.isExternal && zip.contains(relationship.target) {
      var (authors, found) = ([String](), [DocumentTraces.Comment]())
      try zip.elements(of: relationship.target) { xml throws(XMLDefect) in
        guard xml.namespace == .spreadsheet else { return }
        if xml.name == "author" {
          authors.append(try xml.content())
        } else if xml.name == "comment" {
          let author = xml.number("authorId", .none).flatMap { authors.indices.contains($0) ? authors[$0] : nil }
          found.append(
            DocumentTraces.Comment(
              author: author ?? "", date: "", text: try xml.sheetText(),
              place: SourcePlace(part: relationship.target, paragraph: nil)))
        }
      }
      traces.comments += found
    }
  }
}

extension SourceSheet {
  /// Whether a place is not shown.
  public func hides(_ place: SheetPlace) -> Bool {
    isHidden || hiddenRows.contains(place.row) || hiddenColumns.contains(place.column)
  }

  /// What is not shown, row by row.
  fileprivate var hiddenTexts: [DocumentTraces.Mark] {
    var rows: [(row: Int, texts: [String])] = []
    for cell in cells where hides(cell.place) {
      if rows.last?.row != cell.place.row { rows.append((cell.place.row, [])) }
      rows[rows.count - 1].texts.append(cell.text)
    }
    return rows.map {
      DocumentTraces.Mark(text: $0.texts.joined(separator: " "), place: SourcePlace(part: part, paragraph: nil))
    }
  }
}
