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
    if let weakness = Secret.weakness(of: secret, known: [entry.account, entry.name, entry.mobile]) {
      throw Invalid([FieldProblem("secret", weakness)])
    }
    guard secret == repeated else { throw Invalid([FieldProblem("repeated", "两次输入的密码不一致。")]) }
    // Before the hash, which others who sign in wait for.
    guard try await engine.read({ try $0.takes(setupToken: token, at: seconds) }) else { throw NotFound() }
    let hash = await Self.hash(secret)
    let complete = entry
    try await engine.write { database in
      guard try database.reading.takes(setupToken: token, at: seconds) else { throw NotFound() }
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

extension ReadTransaction {
  fileprivate func takes(setupToken token: String, at seconds: Int64) throws -> Bool {
    guard let expiry = try first(.setupLinkExpiry(Digest.of(token))), expiry >= seconds else { return false }
    return try first(Query<Int64>.personCount) == 0
  }
}
