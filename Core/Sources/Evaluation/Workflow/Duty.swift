/// A part of running the program. A 管理员 has all of them; where the three are separated, each is a post of its own.
public enum Duty: String, Sendable, CaseIterable {
  /// Units, tasks, the calendar.
  case system
  /// Accounts, posts, secrets, tokens.
  case security
  /// Reads and verifies what was put down, and changes nothing.
  case audit

  /// The post that has this part alone.
  public var post: Post.Kind {
    switch self {
    case .system: .system
    case .security: .security
    case .audit: .audit
    }
  }
  /// That of the post: 系统管理员.
  public var title: String { post.title }
}

extension [Post] {
  /// Whether one of these posts has this part.
  public func include(_ duty: Duty) -> Bool { contains { $0.kind == .administrator || $0.kind == duty.post } }
}
