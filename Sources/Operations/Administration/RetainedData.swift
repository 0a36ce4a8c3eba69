import Evaluation
import Store

/// Personal data that nothing official rests on, so that it may be deleted after a while. What belongs to a filing is
/// kept with it.
public enum RetainedData: String, CaseIterable, Sendable {
  /// Sign-ins and acts of administration, with the networks they came from.
  case log
  /// Mobile numbers of closed accounts.
  case mobiles
  /// Files that drafts were taken from.
  case drafts

  var setting: Setting {
    switch self {
    case .log: .logMonths
    case .mobiles: .mobileMonths
    case .drafts: .draftMonths
    }
  }

  /// As the page and the log call it.
  public var title: String {
    switch self {
    case .log: "日志"
    case .mobiles: "停用账号的手机号"
    case .drafts: "导入用的文件"
    }
  }

  /// The months that can be chosen. Logs of a network are to be kept for six at least (《网络安全法》).
  public var choices: [Int] {
    switch self {
    case .log: [12, 24, 36, 60, 120]
    case .mobiles: [1, 6, 12, 36]
    case .drafts: [3, 12, 36]
    }
  }

  /// "1 年", "6 个月"; nil months are for good.
  public static func words(months: Int?) -> String {
    guard let months else { return "不删除" }
    return months % 12 == 0 ? "\(months / 12) 年" : "\(months) 个月"
  }

  /// What it is counted in.
  public var measure: String {
    switch self {
    case .log: "条"
    case .mobiles, .drafts: "个"
    }
  }

  /// What is older than so many months goes: the moment in Unix seconds.
  static func limit(_ months: Int, at seconds: Int64) -> Int64 {
    CivilDay(inChinaAt: seconds).adding(months: -months).beginningInChina
  }
}
