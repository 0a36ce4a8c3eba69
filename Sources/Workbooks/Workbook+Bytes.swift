import CXlsxWriter
import Scratch

extension Workbook {
  /// The .xlsx file: the same workbook gives the same bytes. Throws `WorkbookDefect`.
  public func bytes() throws(WorkbookDefect) -> [UInt8] {
    guard let folder = ScratchFolder() else { throw .noFile }
    defer { folder.remove() }
    let name = "workbook.xlsx"
    let library = try LibraryWorkbook(path: "\(folder.path)/\(name)", title: title, inConstantMemory: false)
    var names: Set<String> = []
    for sheet in sheets {
      let tab = SheetText.tabName(sheet.name, besides: names)
      names.insert(tab.lowercased())
      try SheetWriting(sheet: sheet, library: library, target: try library.addSheet(tab)).write()
    }
    try library.close()
    guard let bytes = folder.bytes(of: name) else { throw .noFile }
    return bytes
  }
}
