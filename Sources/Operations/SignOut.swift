public import Database
public import Store

/// Ends a session and puts it down.
public struct SignOut: Sendable {
  private let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// - Parameter session: the hash of the browser's token. Throws `DatabaseFault`.
  public func callAsFunction(
    _ person: Person, session: String, from address: String = "", at seconds: Int64
  ) async throws {
    try await engine.write { database in
      try database.tell(.deleteSession(session))
      try database.log(AdminEvent(.signedOut, person.account), by: person.id, from: address, at: seconds)
    }
  }

  /// Ends all of a person's sessions but one. Throws `DatabaseFault`.
  /// - Parameter session: the hash of the browser's token that stays.
  public func elsewhere(
    _ person: Person, but session: String, from address: String = "", at seconds: Int64
  ) async throws {
    try await engine.write { database in
      let count = try database.tell(.deleteSessions(of: person.id, but: session))
      guard count > 0 else { return }
      try database.log(
        AdminEvent(.signedOut, person.account, "其他 \(count) 处登录"), by: person.id, from: address, at: seconds)
    }
  }
}
