import OOXML
import Testing

/// A .docx file read back, as far as these tests look.
struct ReadDocument {
  enum Block {
    case paragraph(style: String, text: String)
    case table(ReadTable)
  }

  let blocks: [Block]
  let xml: String
  private let zip: ZipReader

  init(_ file: [UInt8]) throws {
    zip = try ZipReader(file, limits: ZipLimits(totalSize: 1 << 27, entryCount: 50, ratio: 5_000))
    xml = String(decoding: try zip.bytes("word/document.xml"), as: UTF8.self)
    let root = try ReadElement(xml)
    let body = try #require(root.children.first { $0.name == "w:body" })
    blocks = body.children.compactMap { element in
      switch element.name {
      case "w:p": .paragraph(style: element.paragraphStyle, text: element.text)
      case "w:tbl": .table(ReadTable(element))
      default: nil
      }
    }
  }

  func part(_ name: String) throws -> String { String(decoding: try zip.bytes(name), as: UTF8.self) }

  var paragraphs: [(style: String, text: String)] {
    blocks.compactMap { block in
      guard case .paragraph(let style, let text) = block else { return nil }
      return (style, text)
    }
  }

  func texts(_ style: String) -> [String] { paragraphs.filter { $0.style == style }.map(\.text) }

  /// The tables under each mark “附件1”, one list for each annex.
  var annexes: [[ReadTable]] {
    var annexes: [[ReadTable]] = []
    for block in blocks {
      switch block {
      case .paragraph(style: "AnnexMark", _): annexes.append([])
      case .table(let table): annexes[annexes.count - 1].append(table)
      case .paragraph: break
      }
    }
    return annexes
  }
}

struct ReadTable {
  let rows: [ReadRow]

  init(_ element: ReadElement) {
    let widths = element.first("w:tblGrid")?.children.compactMap { $0.attributes["w:w"].flatMap { Int($0) } } ?? []
    rows = element.children.filter { $0.name == "w:tr" }.map { ReadRow($0, widths) }
  }
}

struct ReadRow {
  let isHeader: Bool
  var cells: [ReadCell] = []

  init(_ element: ReadElement, _ widths: [Int]) {
    isHeader = element.first("w:trPr")?.first("w:tblHeader") != nil
    var column = 0
    for cell in element.children where cell.name == "w:tc" {
      let properties = cell.first("w:tcPr")
      let span = properties?.first("w:gridSpan")?.attributes["w:val"].flatMap { Int($0) } ?? 1
      let merge = properties?.first("w:vMerge").map { $0.attributes["w:val"] ?? "continue" }
      let left = widths[..<column].reduce(0, +)
      let width = widths[column..<(column + span)].reduce(0, +)
      let borders = properties?.first("w:tcBorders")?.children.map(\.name) ?? []
      cells.append(ReadCell(left: left, width: width, merge: merge, openSides: borders, element: cell))
      column += span
    }
  }

  func cell(at left: Int) -> ReadCell? { cells.first { $0.left == left } }
  var texts: [String] { cells.map(\.text) }
}

struct ReadCell {
  /// In twips from the left edge of the table.
  let left: Int
  let width: Int
  /// "restart", "continue" or nil.
  let merge: String?
  /// Sides whose line is set apart from the table's.
  let openSides: [String]
  let element: ReadElement
  var text: String { element.text }
  var format: ReadElement? { element.first("w:p")?.first("w:pPr") }
}

/// An element of an XML text; reading fails where tags do not match or a character is not allowed.
struct ReadElement {
  let name: String
  let attributes: [String: String]
  var children: [ReadElement] = []
  private var content = ""

  enum Defect: Error {
    case unbalanced(String)
    case noRoot
    case forbiddenCharacter(UInt32)
  }

  init(_ xml: String) throws {
    if let scalar = xml.unicodeScalars.first(where: { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) }) {
      throw Defect.forbiddenCharacter(scalar.value)
    }
    var open = [ReadElement(name: "", attributes: [:])]
    // By bytes: much quicker than by characters, and the marks are ASCII.
    for piece in xml.utf8.split(separator: UInt8(ascii: "<")) where piece.first != UInt8(ascii: "?") {
      let end = piece.firstIndex(of: UInt8(ascii: ">")) ?? piece.endIndex
      let tag = Substring(piece[..<end])
      if tag.hasPrefix("/") {
        guard open.count > 1, let done = open.popLast(), done.name == tag.dropFirst() else {
          throw Defect.unbalanced(String(tag))
        }
        open[open.count - 1].children.append(done)
      } else {
        let element = Self.opened(tag)
        if tag.hasSuffix("/") { open[open.count - 1].children.append(element) } else { open.append(element) }
      }
      open[open.count - 1].content += Self.unescaped(Substring(piece[end...].dropFirst()))
    }
    guard open.count == 1, let root = open[0].children.first else { throw Defect.noRoot }
    self = root
  }

  private init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func first(_ name: String) -> ReadElement? { children.first { $0.name == name } }

  /// Of runs, with line breaks; paragraphs of a cell one below the other.
  var text: String {
    switch name {
    case "w:t": content
    case "w:br": "\n"
    case "w:tab": "\t"
    case "w:tc": children.filter { $0.name == "w:p" }.map(\.text).joined(separator: "\n")
    default: children.map(\.text).joined()
    }
  }

  var paragraphStyle: String { first("w:pPr")?.first("w:pStyle")?.attributes["w:val"] ?? "Normal" }

  private static func opened(_ tag: Substring) -> ReadElement {
    let name = tag.prefix { $0 != " " && $0 != "/" }
    var attributes: [String: String] = [:]
    let fields = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
    for (key, value) in zip(
      fields.enumerated().filter { $0.offset % 2 == 0 }, fields.enumerated().filter { $0.offset % 2 == 1 })
    {
      attributes[key.element.filter { $0 != " " && $0 != "=" }] = unescaped(value.element)
    }
    return ReadElement(name: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    let text = String(text)
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#9;", with: "\t").replacing("&#10;", with: "\n").replacing("&#13;", with: "\r")
      .replacing("&amp;", with: "&")
  }
}
