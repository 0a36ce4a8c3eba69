import CXlsxWriter
import Foundation

extension Workbook {
  /// The .xlsx file: the same workbook gives the same bytes. Throws `WorkbookDefect`.
  public func bytes() throws(WorkbookDefect) -> [UInt8] {
    let path = TemporaryFile.path(ending: "xlsx")
    defer { TemporaryFile.remove(path) }
    let library = try LibraryWorkbook(path: path, title: title, inConstantMemory: false)
    var names: Set<String> = []
    for sheet in sheets {
      let name = SheetText.tabName(sheet.name, besides: names)
      names.insert(name.lowercased())
      try SheetWriting(sheet: sheet, library: library, target: try library.addSheet(name)).write()
    }
    try library.close()
    return try TemporaryFile.bytes(path)
  }
}

/// Files of one process that nobody else can foresee, away before the program ends.
public enum TemporaryFile {
  public static func path(ending: String) -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("jiheng-\(UUID().uuidString).\(ending)").path
  }
  public static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Throws `noFile`.
  static func bytes(_ path: String) throws(WorkbookDefect) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .noFile }
    return Array(data)
  }
}
