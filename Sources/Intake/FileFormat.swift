/// The kinds of file that reports come in.
public enum FileFormat: String, Sendable, CaseIterable {
  case text, word, oldWord, pdf, workbook

  /// The endings that tell of a report, in lower case.
  public static let endings: Set<String> = ["txt", "docx", "docm", "doc", "wps", "pdf", "xlsx", "xlsm"]

  /// By its content; the name decides only where the content leaves it open. Documents and workbooks of today both are
  /// `.word` until they are opened. Throws for what is no report.
  init(_ bytes: [UInt8], named name: String) throws(IntakeDefect) {
    let ending = Self.ending(of: name)
    if bytes.isEmpty { throw .empty }
    if ["xls", "et", "csv"].contains(ending) { throw .spreadsheet }
    if bytes.starts(with: Array("PK".utf8)) {
      self = .word
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      guard !["docx", "docm", "xlsx", "xlsm"].contains(ending) else { throw .locked }
      self = .oldWord
    } else if bytes.starts(with: Array("{\\rtf".utf8)) {
      self = .oldWord
    } else if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if ending == "docx" || ending == "docm" {
      throw .damaged("不是有效的 Word 文件")
    } else if ending == "xlsx" || ending == "xlsm" {
      throw .damaged("不是有效的 Excel 文件")
    } else if ending == "doc" || ending == "wps" {
      self = .oldWord
    } else if ending == "pdf" {
      throw .damaged("不是有效的 PDF 文件")
    } else {
      self = .text
    }
  }

  /// What follows the last point of a name, in lower case.
  public static func ending(of name: String) -> String {
    guard let point = name.lastIndex(of: ".") else { return "" }
    return name[point...].dropFirst().lowercased()
  }
}
