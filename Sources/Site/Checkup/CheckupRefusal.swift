import HTTPTypes
import Intake

/// Why a report is not checked, in the words for the person who handed it in.
enum CheckupRefusal: Error, Hashable {
  case noFile
  case unread(IntakeDefect, ending: String)
  case tooLarge(most: Int)
  case tooLong(characters: Int, most: Int)
  case tooSlow(seconds: Int)
  case sentTooSlowly(seconds: Int)
  case tooOften(seconds: Int64, isSignedIn: Bool)
  case lineIsFull
  case noWordFile
  /// What this system gave out to be filled in, which its own page reads.
  case ownWorkbook
  case badYear(String)

  var status: HTTPResponse.Status {
    switch self {
    case .unread(.spreadsheet, _), .unread(.notText, _), .unread(.missingProgram, _): .unsupportedMediaType
    case .unread(.tooLarge, _), .tooLarge: .contentTooLarge
    case .sentTooSlowly: .requestTimeout
    case .tooOften: .tooManyRequests
    case .lineIsFull: .serviceUnavailable
    case .noFile, .unread, .tooLong, .tooSlow, .noWordFile, .ownWorkbook, .badYear: .unprocessableContent
    }
  }

  /// In how many seconds it is worth trying again; nil where waiting does not help.
  var retryAfter: Int64? {
    switch self {
    case .tooOften(let seconds, _): seconds
    case .lineIsFull: 30
    default: nil
    }
  }

  /// The field of the form that it is about.
  var field: String {
    switch self {
    case .badYear: "year"
    case .noWordFile: "result"
    default: "file"
    }
  }

  var message: String {
    switch self {
    case .noFile: "请选择要体检的报告。"
    case .unread(.missingProgram, let ending):
      "本系统现在不能读取 .\(ending) 文件，请用 Word 或 WPS 另存为 .docx 后再体检。"
    case .unread(let defect, _): defect.message + "。"
    case .tooLarge(let most): "文件超过 \(most >> 20) MB，请压缩图片或另存后再体检。"
    case .tooLong(let characters, let most): "报告有 \(characters / 10_000) 万多字，超过 \(most / 10_000) 万字，请分成几份体检。"
    case .tooSlow(let seconds): "检查用时超过 \(seconds) 秒，已停止。请确认文件只是一份报告，或分成几份体检。"
    case .sentTooSlowly(let seconds): "\(seconds) 秒内没有收到整个文件，请检查网络后重试。"
    case .tooOften(let seconds, let isSignedIn):
      "体检次数过多，请 \((seconds + 59) / 60) 分钟后再试\(isSignedIn ? "" : "，或登录后使用")。"
    case .lineIsFull: "正在体检的报告较多，请过一会儿再试。文件没有留在系统中。"
    case .noWordFile: "只有 Word 文件才能加批注，请改选其他结果。"
    case .ownWorkbook: "这是从本系统导出的工作簿，不是报告。请登录后在该自评的“工作簿”页导入，填报时各项检查即时给出。"
    case .badYear(let year): "年度“\(year)”不对，应为四位数字，如 2024。"
    }
  }
}
