public import Evaluation

/// A person acts with a post of somebody else until a day: 授权代理.
public struct Deputyship: Sendable, Hashable, Identifiable {
  public let id: Int64
  /// Whose post it is.
  public let principal: Int64
  /// As the person is called today, here and below.
  public let principalName: String
  /// Who acts with it.
  public let deputy: Int64
  public let deputyName: String
  public let post: Post
  /// Both days counted.
  public let term: PostTerm
  public let reason: String
  /// Unix seconds; nil where it was not ended before its last day.
  public let endedAt: Int64?

  /// Not ended, and the day is one of its term; whether the principal still holds the post is not looked at.
  public func holds(on day: CivilDay) -> Bool { endedAt == nil && term.holds(on: day) }
}

/// A post with from when to when it is held.
public struct HeldPost: Sendable, Hashable {
  public let post: Post
  public let term: PostTerm
  public init(_ post: Post, _ term: PostTerm = .always) {
    self.post = post
    self.term = term
  }
}
