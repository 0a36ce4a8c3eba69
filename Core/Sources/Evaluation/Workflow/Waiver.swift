/// Where a unit's declaration stands that a task does not apply to it.
public enum Waiver: String, Sendable, CaseIterable, Codable {
  case none, declared, accepted, rejected

  /// What people call it: 不适用; empty for none.
  public var title: String {
    switch self {
    case .none: ""
    case .declared: "已申报不适用"
    case .accepted: "不适用"
    case .rejected: "申报未获同意"
    }
  }
}
