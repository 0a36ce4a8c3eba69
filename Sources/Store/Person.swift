public import Evaluation

/// Someone with an account.
public struct Person: Sendable, Identifiable {
  public let id: Int64
  /// What is typed at sign-in, beside the mobile number; unlike any other, and never changed.
  public let account: String
  public let name: String
  /// Eleven digits; nil where none is known, or it was deleted when its time was over.
  public let mobile: String?
  /// The account is closed: nobody signs in with it.
  public let isClosed: Bool
  /// Those that give rights: all that were put down, or only those of a moment, with those of a deputy.
  public var posts: [Post]
  /// What was put down, whenever it is held.
  public var held: [HeldPost] = []
  /// Posts of others with which the person may act.
  public var deputyships: [Deputyship] = []
  /// Without terms and deputyships.
  public init(id: Int64, account: String, name: String, mobile: String?, isClosed: Bool, posts: [Post]) {
    self.id = id
    self.account = account
    self.name = name
    self.mobile = mobile
    self.isClosed = isClosed
    self.posts = posts
  }

  /// Without those of others.
  public var ownPosts: [Post] { posts.filter { post in !deputyships.contains { $0.post == post } } }

  /// Whether a post of the person, or of a principal, carries a duty of administration.
  public func administers(_ duty: Duty) -> Bool { posts.include(duty) }
  /// At whatever unit, for the person or a principal.
  public func holds(_ kind: Post.Kind) -> Bool { posts.contains { $0.kind == kind } }
}
