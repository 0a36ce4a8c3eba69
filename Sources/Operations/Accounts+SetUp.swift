import Database
import Evaluation
import Store

extension Accounts {
  /// The first 管理员, made through the set-up link. Throws `NotFound` where the link is not good, `Invalid` otherwise.
  public func setUp(
    token: String, entry: Entry, secret: String, repeated: String, at seconds: Int64
  ) async throws {
    var entry = entry
    entry.posts = [Post(.administrator, at: nil)]
    if let weakness = Secret.weakness(of: secret, account: entry.account) {
      throw Invalid([FieldProblem("secret", weakness)])
    }
    guard secret == repeated else { throw Invalid([FieldProblem("repeated", "两次输入的密码不一致。")]) }
    let hash = await Self.hash(secret)
    let complete = entry
    try await engine.write { database in
      guard let expiry = try database.first(.setupLinkExpiry(Digest.of(token))), expiry >= seconds,
        try database.first(Query<Int64>.personCount) == 0
      else { throw NotFound() }
      try Self.check(complete, as: nil, in: database.reading)
      let id = try database.insert(complete)
      try database.tell(.setSecret(hash, of: id))
      try database.tell(.deleteSetupLinks)
      try database.log(
        AdminEvent(.accountCreated, complete.account, "\(complete.name)：\(complete.held.words)"), by: id, at: seconds)
    }
  }

  /// A link for the first 管理员, good for a day; nil where there are people already. Throws `DatabaseFault`.
  public func setupToken(at seconds: Int64) async throws -> String? {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    return try await engine.write { database in
      guard try database.first(Query<Int64>.personCount) == 0 else { return nil }
      try database.tell(.deleteSetupLinks)
      try database.tell(.insertSetupLink(Digest.of(token), expiresAt: seconds + 86_400))
      return token
    }
  }
}
