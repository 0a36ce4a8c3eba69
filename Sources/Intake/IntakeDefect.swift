/// Why a file cannot be read as a report.
public enum IntakeDefect: Error, Hashable, Sendable {
  case unreadable
  case empty
  /// A table of a format that is not read.
  case spreadsheet
  /// Behind a password, or of the format before 2007 under a new name.
  case locked
  /// A file with nothing that could be read, such as pictures of pages.
  case noText
  case notText
  case tooLarge
  case damaged(String)
  /// A program that is needed is not installed; the package brings it.
  case missingProgram(String, package: String)
  case tooSlow(String, seconds: Int)
  case conversionFailed(String)

  /// What to tell the person who wants it read.
  public var message: String {
    switch self {
    case .unreadable: "无法读取，请检查路径和权限"
    case .empty: "文件是空的"
    case .spreadsheet: "不能检查这种电子表格，请用 Excel 或 WPS 另存为 .xlsx"
    case .locked: "文件是旧版格式或设有打开密码，请取消密码并另存为 .docx 或 .xlsx"
    case .noText: "没有可读的文字，可能是扫描件"
    case .notText: "不是文本文件，也不是 Word 或 PDF 文件"
    case .tooLarge: "文件超过 200 MB"
    case .damaged(let reason): reason
    case .missingProgram(let program, let package): "读取这种文件需要 \(program)，请先安装 \(package)"
    case .tooSlow(let program, let seconds): "\(program) 超过 \(seconds) 秒没有完成，已停止"
    case .conversionFailed(let program): "\(program) 无法转换此文件，文件可能已损坏或设有密码"
    }
  }
}
