/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
  /// Worth a look.
  case info
  /// Needs an explanation before sending.
  case warning
  /// Blocks sending.
  case error

  /// What it asks of the person, wherever a finding is shown: the one home of these words.
  public var words: String {
    switch self {
    case .error: "须改正"
    case .warning: "须说明"
    case .info: "提示"
    }
  }

  /// What it means for sending.
  public var effect: String {
    switch self {
    case .error: "改正后才能送审"
    case .warning: "改正或说明原因后才能送审"
    case .info: "不影响送审"
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }
  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
