/// Why a file that someone handed in cannot be read as an office document.
public enum OfficeDefect: Error, Hashable, Sendable {
  case zip(ZipDefect)
  case xml(part: String, XMLDefect)
  /// The binary format before 2007, or a newer file behind a password: both begin alike.
  case compoundFile
  /// A zip file, but without what makes it an office document.
  case notAnOfficeFile
  case notAWordDocument(OfficePackage.Kind)
  case notASpreadsheet(OfficePackage.Kind)
  /// More cells, or more text in them, than a report can have.
  case tooManyCells

  /// What to tell the person who handed the file in.
  public var message: String {
    switch self {
    case .zip(let defect): defect.message
    case .xml(let part, _): "文件内容已损坏（\(part)），请用 Word 或 WPS 打开并另存后再上传"
    case .compoundFile: "文件是旧版格式或设有打开密码，请取消密码并另存为 .docx 后再上传"
    case .notAnOfficeFile: "文件不是 Word 或 Excel 文档"
    case .notAWordDocument: "文件不是 Word 文档"
    case .notASpreadsheet: "文件不是 Excel 工作簿"
    case .tooManyCells: "工作簿的单元格或文字过多，已拒绝"
    }
  }
}
