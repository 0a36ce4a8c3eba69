/// Why a zip file from outside is refused; the text is the name of the entry concerned.
public enum ZipDefect: Error, Hashable, Sendable {
  case notAZipFile
  case truncated
  /// Spread over several volumes, or written with 64-bit sizes.
  case unsupportedLayout
  case tooManyEntries(Int)
  /// Bytes of all entries unpacked.
  case tooLarge(Int)
  case suspiciousRatio(String)
  /// Absolute, with a step upwards, a backslash or a control character, or not in UTF-8.
  case unsafeName(String)
  case duplicateName(String)
  case encrypted(String)
  case symbolicLink(String)
  /// Neither stored nor deflated.
  case unsupportedMethod(String)
  case overlappingEntries(String)
  /// The header before the content contradicts the directory.
  case contradictoryHeader(String)
  /// The content cannot be unpacked to the size stated.
  case damagedContent(String)
  case wrongChecksum(String)
  case missingEntry(String)

  /// What to tell the person who handed the file in.
  public var message: String {
    switch self {
    case .notAZipFile: "不是有效的 Office 文件或压缩包"
    case .truncated: "文件不完整，可能没有传完，请重新上传"
    case .unsupportedLayout, .unsupportedMethod: "文件的压缩方式不受支持，请用 Word 或 WPS 另存后再上传"
    case .tooManyEntries(let count): "压缩包内文件过多（\(count) 个）"
    case .tooLarge: "文件解压后过大"
    case .suspiciousRatio: "文件的压缩比异常，已拒绝"
    case .unsafeName, .duplicateName, .symbolicLink, .overlappingEntries, .contradictoryHeader: "文件的内部结构异常，已拒绝"
    case .encrypted: "文件已加密，请取消密码后再上传"
    case .damagedContent, .wrongChecksum: "文件已损坏，请用 Word 或 WPS 打开并另存后再上传"
    case .missingEntry(let name): "文件缺少必要的内容（\(name)）"
    }
  }
}
