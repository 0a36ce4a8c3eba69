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

/// What sign-in is decided on.
public struct Credential: Sendable {
  /// Whose it is.
  public let person: Int64
  /// argon2id, encoded; nil until a secret was issued.
  public let secretHash: String?
  /// The secret was issued by somebody else and must be replaced at once.
  public let isOneTime: Bool
  /// Unix seconds; nil for a secret the person set.
  public let expiresAt: Int64?
  /// In the present run of failures, secrets and codes together.
  public let failures: Int64
  /// Unix seconds of the first failure of the present run.
  public let firstFailureAt: Int64
  /// The account is closed.
  public let isClosed: Bool
}

/// A unit of the county.
public struct BudgetUnit: Hashable, Sendable, Identifiable {
  public let code: UnitCode
  /// Of today, or of the year of the filing that it stands beside.
  public let name: String
  public init(code: UnitCode, name: String) {
    self.code = code
    self.name = name
  }
  /// The same as its code.
  public var id: UnitCode { code }
  /// As forms and rules know it.
  public var filingUnit: FilingUnit { FilingUnit(code: code.description, name: name, kind: code.kind) }
}
