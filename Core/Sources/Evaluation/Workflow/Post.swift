/// A post that a person holds at a unit or at the finance bureau.
public struct Post: Hashable, Sendable {
  public let kind: Kind
  /// The unit's code; nil at the finance bureau.
  public let unit: String?
  public init(_ kind: Kind, at unit: String?) {
    self.kind = kind
    self.unit = unit
  }

  /// What the post is for.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case handler, reviewer, finance, administrator
    /// The three of whom a county may have one each in place of 管理员.
    case system, security, audit

    /// What people call it: 经办岗.
    public var title: String {
      switch self {
      case .handler: "经办岗"
      case .reviewer: "审核岗"
      case .finance: "绩效经办"
      case .administrator: "管理员"
      case .system: "系统管理员"
      case .security: "安全管理员"
      case .audit: "审计管理员"
      }
    }

    /// True for the posts that units have, false for those of the finance bureau.
    public var isAtUnit: Bool { self == .handler || self == .reviewer }

    /// Whether somebody else may act with it for a while.
    public var mayBeDeputised: Bool { !isAdministrative }

    /// Runs the program, and has to do with no filing.
    public var isAdministrative: Bool {
      switch self {
      case .administrator, .system, .security, .audit: true
      case .handler, .reviewer, .finance: false
      }
    }
  }
}

extension [Post] {
  /// In which capacities a person with these posts stands towards a unit's filing.
  public func roles(towards unit: UnitCode) -> Set<Role> {
    var roles: Set<Role> = []
    for post in self {
      switch (post.kind, post.unit) {
      case (.handler, unit.description): roles.insert(.handler)
      case (.reviewer, unit.description): roles.insert(.reviewer)
      case (.handler, unit.lead), (.reviewer, unit.lead): roles.insert(.department)
      case (.finance, _): roles.insert(.finance)
      default: break
      }
    }
    return roles
  }
}
