/// Reads the cells of one sheet.
struct SheetReader {
  private(set) var cells: [SheetCell] = []
  private(set) var merges: [SheetRange] = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var hiddenColumns: Set<Int> = []
  private(set) var framedRows: Set<Int> = []
  /// What may still be read.
  private(set) var room: Room
  private let strings: SharedStrings
  private let formats: CellFormats
  private let startsIn1904: Bool
  private var row = -1
  private var column = -1

  /// How much a workbook may hold: a text that many cells share costs little in the file and much in memory.
  struct Room {
    var cells = 500_000
    var bytes = 64 << 20
    var isUsedUp: Bool { cells < 0 || bytes < 0 }
  }

  init(_ strings: SharedStrings, _ formats: CellFormats, startsIn1904: Bool, room: Room) {
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
    self.room = room
  }

  /// Stops where there is no room left.
  mutating func read(_ xml: inout XMLReader) throws(XMLDefect) {
    while !room.isUsedUp {
      switch try xml.next() {
      case .start where xml.namespace == .spreadsheet: try start(&xml)
      case .finished:
        cells.sort { ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column) }
        return
      default: break
      }
    }
  }

  private mutating func start(_ xml: inout XMLReader) throws(XMLDefect) {
    if xml.name == "row" {
      let number = (xml.number("r", .none) ?? row + 2) - 1
      guard (0..<SheetPlace.rowLimit).contains(number) else { throw .excessive(xml.eventStart) }
      (row, column) = (number, -1)
      if xml.isSet("hidden") || xml.equals("ht", .none, "0") { hiddenRows.insert(row) }
    } else if xml.name == "c" {
      try readCell(&xml)
    } else if xml.name == "col" {
      guard xml.isSet("hidden"), let first = xml.number("min", .none), let last = xml.number("max", .none),
        first >= 1, first <= last
      else { return }
      hiddenColumns.formUnion((first - 1)..<min(last, SheetPlace.columnLimit))
    } else if xml.name == "mergeCell" {
      room.cells -= 1
      if let range = SheetRange(try xml.value("ref") ?? "") { merges.append(range) }
    }
  }

  private mutating func readCell(_ xml: inout XMLReader) throws(XMLDefect) {
    let place = try xml.value("r").flatMap { SheetPlace($0) } ?? SheetPlace(row: max(row, 0), column: column + 1)
    guard place.column < SheetPlace.columnLimit else { throw .excessive(xml.eventStart) }
    column = place.column
    let type = try xml.value("t") ?? "n"
    let style = xml.number("s", .none) ?? 0
    let pattern = formats[style]
    var (value, inline) = ("", "")
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .spreadsheet else { continue }
      if xml.name == "v" { value = try xml.content() } else if xml.name == "is" { inline = try xml.sheetText() }
    }
    let text =
      switch type {
      case "s": Int(value).flatMap { strings[$0] } ?? ""
      case "inlineStr": inline
      case "str": value.withoutSheetEscapes
      case "b": value == "1" ? "TRUE" : "FALSE"
      case "e", "d": value
      default: value.isEmpty ? "" : pattern.shown(value, startsIn1904: startsIn1904)
      }
    guard !text.allSatisfy(\.isWhitespace) else {
      if formats.isFramed(style: style) { framedRows.insert(place.row) }
      return
    }
    room.cells -= 1
    room.bytes -= text.utf8.count
    cells.append(SheetCell(place: place, text: text))
  }
}

extension XMLReader {
  /// An attribute that says yes.
  func isSet(_ name: XMLName) -> Bool { equals(name, .none, "1") || equals(name, .none, "true") }
}
