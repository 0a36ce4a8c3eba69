import Evaluation

/// Of whom a second factor is demanded, by the name under which it is stored.
public enum FactorDemand: String, Sendable, CaseIterable {
  case nobody
  /// Whoever holds a post at the finance bureau.
  case bureau
  case everybody

  /// In Chinese, as it is chosen.
  public var title: String {
    switch self {
    case .nobody: "不要求，由本人决定"
    case .bureau: "财政部门的岗位（绩效经办、管理员）"
    case .everybody: "所有人员"
    }
  }

  /// Whether it concerns somebody with these posts.
  public func concerns(_ person: Person) -> Bool {
    switch self {
    case .nobody: false
    case .bureau: person.posts.contains { !$0.kind.isAtUnit }
    case .everybody: true
    }
  }
}
