public import Database
import Store

/// Tokens with which other systems hand over data.
public struct ServiceTokens: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// The token, told once; only its hash is kept. Throws `DatabaseFault`.
  public func issue(for name: String, at seconds: Int64) async throws -> String {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    _ = try await engine.write { database in
      try database.tell(.insertServiceToken(Digest.of(token), name: name, at: seconds))
    }
    return token
  }
}
