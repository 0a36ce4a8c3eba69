import Foundation
import Testing

@testable import OOXML

@Suite struct ZZDump {
  @Test func dump() throws {
    guard let folder = ProcessInfo.processInfo.environment["DUMP"] else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".xlsx") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
      var lines: [[Any]] = []
      do {
        let book = try WorkbookReader.read(bytes)
        for sheet in book.sheets {
          lines.append([
            "S", sheet.name, sheet.isHidden ? 1 : 0, sheet.merges.count, sheet.hiddenRows.sorted(),
            sheet.hiddenColumns.sorted(),
          ])
          for cell in sheet.cells { lines.append(["C", cell.place.reference, cell.text]) }
        }
      } catch { lines.append(["E", "\(error)"]) }
      try JSONSerialization.data(withJSONObject: lines).write(to: URL(filePath: folder + "/" + name + ".json"))
    }
  }
}
