public import Database

/// A signed-in browser.
public struct Session: Sendable {
  public let person: Int64
  /// Stands in every form of the session, so that no other site can post one.
  public let csrf: String
  /// Unix seconds.
  public let beganAt: Int64
  /// Unix seconds of the last request, to the minute.
  public let seenAt: Int64
  /// The person signed in with a one-time secret that must be replaced first.
  public let mustSetSecret: Bool
  /// Of whom a second factor is demanded; nobody where this session has one, or another system has proven who it is.
  public let factorDemand: FactorDemand
}

extension Query where Output == Session {
  /// By the SHA-256 of the token that the browser holds.
  public static func session(_ tokenHash: String) -> Query {
    Query(
      """
      SELECT session.person_id, session.csrf, session.began_at, session.seen_at, person.is_one_time,
        session.is_by_identity,
        (SELECT count(*) FROM second_factor WHERE person_id = session.person_id AND is_in_force = 1),
        COALESCE((SELECT value FROM setting WHERE name = \(Setting.secondFactor.rawValue)), \(FactorDemand.nobody.rawValue))
      FROM session JOIN person ON person.id = session.person_id
      WHERE session.token_hash = \(tokenHash) AND person.is_closed = 0
      """
    ) { row in
      let (person, csrf) = (try row.integer(), try row.text())
      let (beganAt, seenAt) = (try row.integer(), try row.integer())
      let (isOneTime, isByIdentity) = (try row.boolean(), try row.boolean())
      let hasFactor = try row.integer() > 0
      let demand = try row.stored(FactorDemand.self)
      return Session(
        person: person, csrf: csrf, beganAt: beganAt, seenAt: seenAt, mustSetSecret: isOneTime && !isByIdentity,
        factorDemand: hasFactor || isByIdentity ? .nobody : demand)
    }
  }
}

/// A session as its owner sees it among the others.
public struct OpenSession: Sendable {
  /// SHA-256 of the browser's token.
  public let tokenHash: String
  /// Unix seconds.
  public let beganAt: Int64
  /// Unix seconds of the last request, to the minute.
  public let seenAt: Int64
  /// What the browser says of itself.
  public let agent: String
}

extension Query where Output == OpenSession {
  /// A person's, the latest used first, without those that are over though nobody ended them. Bounds are Unix seconds.
  public static func sessions(of person: Int64, seenAfter seen: Int64, begunAfter begun: Int64) -> Query {
    Query(
      """
      SELECT token_hash, began_at, seen_at, agent FROM session
      WHERE person_id = \(person) AND seen_at > \(seen) AND began_at > \(begun)
      ORDER BY seen_at DESC, began_at DESC LIMIT 100
      """
    ) { row in
      OpenSession(
        tokenHash: try row.text(), beganAt: try row.integer(), seenAt: try row.integer(), agent: try row.text())
    }
  }
}

extension Query where Output == Int64 {
  /// When a set-up link ends.
  public static func setupLinkExpiry(_ tokenHash: String) -> Query {
    Query("SELECT expires_at FROM setup_link WHERE token_hash = \(tokenHash)") { row in try row.integer() }
  }
}

extension Command {
  /// With `byIdentity` another system has proven who it is.
  public static func insertSession(
    _ tokenHash: String, of person: Int64, csrf: String, at seconds: Int64, agent: String,
    byIdentity: Bool = false
  ) -> Command {
    Command(
      """
      INSERT INTO session (token_hash, person_id, csrf, began_at, seen_at, agent, is_by_identity)
      VALUES (\(tokenHash), \(person), \(csrf), \(seconds), \(seconds), \(agent), \(byIdentity))
      """)
  }
  /// Notes that it was used.
  public static func touchSession(_ tokenHash: String, at seconds: Int64) -> Command {
    Command("UPDATE session SET seen_at = \(seconds) WHERE token_hash = \(tokenHash)")
  }
  /// All of a person's but one.
  public static func deleteSessions(of person: Int64, but tokenHash: String) -> Command {
    Command("DELETE FROM session WHERE person_id = \(person) AND token_hash <> \(tokenHash)")
  }
  /// By the SHA-256 of its token.
  public static func deleteSession(_ tokenHash: String) -> Command {
    Command("DELETE FROM session WHERE token_hash = \(tokenHash)")
  }
  /// Of all browsers.
  public static func deleteSessions(of person: Int64) -> Command {
    Command("DELETE FROM session WHERE person_id = \(person)")
  }
  /// Those not used since a moment, in Unix seconds.
  public static func deleteSessions(unseenSince seconds: Int64) -> Command {
    Command("DELETE FROM session WHERE seen_at < \(seconds)")
  }
  /// By the SHA-256 of its token; `expiresAt` in Unix seconds.
  public static func insertSetupLink(_ tokenHash: String, expiresAt: Int64) -> Command {
    Command("INSERT INTO setup_link (token_hash, expires_at) VALUES (\(tokenHash), \(expiresAt))")
  }
  /// All that were made.
  public static let deleteSetupLinks = Command("DELETE FROM setup_link")
}
