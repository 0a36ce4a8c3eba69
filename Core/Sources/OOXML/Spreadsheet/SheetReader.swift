/// Reads the cells of one sheet.
struct SheetReader {
  private(set) var cells: [SheetCell] = []
  private(set) var merges: [SheetRange] = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var hiddenColumns = RangeSet<Int>()
  private(set) var framedRows: Set<Int> = []
  /// What may still be read.
  private(set) var room: WorkbookLimits
  private let strings: SharedStrings
  private let formats: CellFormats
  private let startsIn1904: Bool
  private var row = -1
  private var column = -1
  private var areOrdered = true

  init(_ strings: SharedStrings, _ formats: CellFormats, startsIn1904: Bool, room: WorkbookLimits) {
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
    self.room = room
  }

  /// Stops where there is no room left.
  mutating func read(_ xml: inout XMLReader) throws(XMLDefect) {
    // A cell takes thirty bytes and more; room that is not needed costs nothing.
    cells.reserveCapacity(min(max(room.cells, 0), xml.bytes.count / 30))
    while !room.areExceeded {
      switch try xml.next() {
      case .start where xml.namespace == .spreadsheet: try start(&xml)
      case .finished:
        if !areOrdered { cells.sort { $0.place.isBefore($1.place) } }
        return
      default: break
      }
    }
  }

  private mutating func start(_ xml: inout XMLReader) throws(XMLDefect) {
    if xml.name == .row {
      let number = (xml.number(.reference, .none) ?? row + 2) - 1
      guard (0..<SheetPlace.rowLimit).contains(number) else { throw .excessive(xml.eventStart) }
      (row, column) = (number, -1)
      if xml.isSet("hidden") || xml.equals("ht", .none, "0") { hiddenRows.insert(row) }
    } else if xml.name == .cell {
      try readCell(&xml)
    } else if xml.name == "col" {
      guard xml.isSet("hidden"), let first = xml.number("min", .none), let last = xml.number("max", .none),
        (1...SheetPlace.columnLimit).contains(first), first <= last
      else { return }
      room.cells -= 1
      hiddenColumns.insert(contentsOf: (first - 1)..<min(last, SheetPlace.columnLimit))
    } else if xml.name == "mergeCell" {
      room.cells -= 1
      if let range = SheetRange(try xml.value("ref") ?? "") { merges.append(range) }
    }
  }

  private mutating func readCell(_ xml: inout XMLReader) throws(XMLDefect) {
    var place = SheetPlace(row: max(row, 0), column: column + 1)
    if let reference = xml.attribute(.reference, .none) {
      place = SheetPlace(xml.bytes[reference.value]) ?? place
    }
    guard place.column < SheetPlace.columnLimit else { throw .excessive(xml.eventStart) }
    column = place.column
    let kind = Kind(xml)
    let style = xml.number(.style, .none) ?? 0
    var (text, number) = ("", String?.none)
    let outer = xml.depth - 1
    while xml.depth > outer {
      guard try xml.next() == .start, xml.namespace == .spreadsheet else { continue }
      if xml.name == .value {
        (text, number) = try value(of: kind, formats[style], &xml)
      } else if xml.name == .inline, kind == .inline {
        text = try xml.sheetText()
      }
    }
    guard !text.isWhite else {
      if formats.isFramed(style: style) { framedRows.insert(place.row) }
      return
    }
    room.cells -= 1
    room.textSize -= text.utf8.count
    if let last = cells.last, !last.place.isBefore(place) { areOrdered = false }
    cells.append(SheetCell(place: place, text: text, number: number))
  }

  /// What a cell's value is.
  private enum Kind {
    case number, shared, inline, formula, boolean, other

    init(_ xml: borrowing XMLReader) {
      guard xml.attribute(.kind, .none) != nil else {
        self = .number
        return
      }
      if xml.equals(.kind, .none, "s") {
        self = .shared
      } else if xml.equals(.kind, .none, "inlineStr") {
        self = .inline
      } else if xml.equals(.kind, .none, "n") {
        self = .number
      } else if xml.equals(.kind, .none, "str") {
        self = .formula
      } else {
        self = xml.equals(.kind, .none, "b") ? .boolean : .other
      }
    }
  }

  /// What a value shows, and the number that it is.
  private func value(
    of kind: Kind, _ pattern: NumberPattern, _ xml: inout XMLReader
  ) throws(XMLDefect) -> (text: String, number: String?) {
    let value = try xml.content()
    switch kind {
    case .number:
      guard !value.isEmpty else { return ("", nil) }
      // Most numbers are short and shown as they stand.
      if pattern.isGeneral, DecimalText.isPlain(value) { return (value, value) }
      return pattern.values(of: value, startsIn1904: startsIn1904)
    case .shared: return (Int(value).flatMap { strings[$0] } ?? "", nil)
    case .formula: return (value.withoutSheetEscapes, nil)
    case .boolean: return (value == "1" ? "TRUE" : "FALSE", nil)
    case .inline: return ("", nil)
    case .other: return (value, nil)
    }
  }
}

extension SheetPlace {
  fileprivate func isBefore(_ other: SheetPlace) -> Bool {
    row == other.row ? column < other.column : row < other.row
  }
}

extension String {
  /// Nothing but white space.
  fileprivate var isWhite: Bool {
    for byte in utf8 {
      switch byte {
      // What may be white space, or goes on.
      case ...0x20, 0x80...0xBF, 0xC2, 0xE1, 0xE2, 0xE3: continue
      default: return false
      }
    }
    return allSatisfy(\.isWhitespace)
  }
}

extension XMLName {
  fileprivate static let reference: XMLName = "r"
  fileprivate static let kind: XMLName = "t"
  fileprivate static let style: XMLName = "s"
  fileprivate static let value: XMLName = "v"
  fileprivate static let inline: XMLName = "is"
  fileprivate static let row: XMLName = "row"
  fileprivate static let cell: XMLName = "c"
}

extension XMLReader {
  /// An attribute that says yes.
  func isSet(_ name: XMLName) -> Bool { equals(name, .none, "1") || equals(name, .none, "true") }
}
