/// Why a document did not become pages.
public enum PagesFault: Error, Hashable, Sendable {
  case notInstalled
  /// More documents wait than will be taken.
  case busy
  case tooSlow(seconds: Int)
  case failed

  /// What to tell the person who wants them.
  public var message: String {
    switch self {
    case .notInstalled: "本机没有安装 LibreOffice，不能生成 PDF。请管理员安装 libreoffice-writer-nogui 和 fonts-noto-cjk。"
    case .busy: "正在生成的 PDF 较多，请稍后再试。"
    case .tooSlow(let seconds): "生成 PDF 超过 \(seconds) 秒没有完成，已停止。请稍后再试，或先下载 Word。"
    case .failed: "这次没有生成 PDF。请稍后再试，或先下载 Word。"
    }
  }
}
