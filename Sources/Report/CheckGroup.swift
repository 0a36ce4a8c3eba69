/// The groups of checks, by the letter that their codes begin with.
public enum CheckGroup: String, Sendable, CaseIterable {
  case arithmetic = "A"
  case scoring = "B"
  case acrossTables = "C"
  case narrative = "D"
  case years = "E"
  case periods = "F"
  case format = "G"
  case completeness = "H"
  case template = "T"
  case privacy = "P"
  case plausibility = "Q"
  case process = "W"
  case local = "L"

  /// nil for a code of no group.
  public init?(of code: String) { self.init(rawValue: String(code.prefix(1))) }

  /// In Chinese, as results and pages call it.
  public var title: String {
    switch self {
    case .arithmetic: "表内计算"
    case .scoring: "评分"
    case .acrossTables: "表间一致"
    case .narrative: "正文与表、正文前后"
    case .years: "年度之间"
    case .periods: "期间和日期"
    case .format: "单位、数字和格式"
    case .completeness: "完整性"
    case .template: "模板残留和文件痕迹"
    case .privacy: "个人信息和秘密"
    case .plausibility: "合理性"
    case .process: "流程"
    case .local: "本地核查"
    }
  }
}
