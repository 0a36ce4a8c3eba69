import Foundation
import OOXML
import Testing

/// Workbooks that Tests/MadeWorkbooks/run.py made with openpyxl, read as openpyxl reads them. Without MADE_WORKBOOKS,
/// the folder they are in, there is nothing to compare.
@Suite("Workbooks made elsewhere") struct MadeWorkbooksTests {
  private static let folder = ProcessInfo.processInfo.environment["MADE_WORKBOOKS"]

  private struct Expected: Decodable {
    let name: String
    let isHidden: Bool
    let merges: [String]
    /// Kind and text by reference.
    let cells: [String: [String]]
  }

  @Test(.enabled(if: folder != nil)) func areReadAsOpenpyxlReadsThem() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xlsx") }
    #expect(!names.isEmpty)
    for name in names {
      let file = try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
      let json = try #require(FileManager.default.contents(atPath: "\(folder)/\(name.dropLast(5)).json"))
      let expected = try JSONDecoder().decode([Expected].self, from: json)
      let book = try WorkbookReader.read(Array(file))
      #expect(book.sheets.map(\.name) == expected.map(\.name), "\(name)")
      for (sheet, wanted) in zip(book.sheets, expected) { compare(sheet, wanted, name) }
    }
  }

  private func compare(_ sheet: SourceSheet, _ wanted: Expected, _ name: String) {
    #expect(sheet.isHidden == wanted.isHidden, "\(name)")
    #expect(Set(sheet.merges) == Set(wanted.merges.compactMap { SheetRange($0) }), "\(name)")
    let cells = Dictionary(sheet.cells.map { ($0.place.reference, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(Set(cells.keys) == Set(wanted.cells.keys), "\(name) \(sheet.name)")
    for (place, kind) in wanted.cells {
      guard let cell = cells[place] else { continue }
      switch kind[0] {
      case "number": #expect(Self.digits(cell.number ?? "") == Self.digits(kind[1]), "\(name) \(place)")
      case "date": #expect(cell.number == nil && cell.text == kind[1], "\(name) \(place)")
      default: #expect(cell.text == kind[1] && cell.number == nil, "\(name) \(place)")
      }
    }
  }

  /// A number's value as a binary number of 15 digits: openpyxl tells no other.
  private static func digits(_ text: String) -> String {
    let value = text.hasSuffix("%") ? (Double(text.dropLast()) ?? .nan) / 100 : Double(text) ?? .nan
    return String(format: "%.13e", value)
  }
}
