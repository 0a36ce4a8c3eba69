public import Database

extension Query where Output == AccessToken {
  private static func tokens(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT access_token.id, access_token.name, access_token.scopes, access_token.person_id, person.account,
        access_token.created_at, access_token.expires_at, access_token.used_at, access_token.revoked_at
      FROM access_token LEFT JOIN person ON person.id = access_token.person_id
      """
    return Query(columns + rest) { row in
      AccessToken(
        id: try row.integer(), name: try row.text(),
        // A scope that a later program knows gives nothing here.
        scopes: try row.text().split(separator: " ").compactMap { AccessScope(rawValue: String($0)) },
        person: try row.optionalInteger(), account: try row.optionalText(), createdAt: try row.integer(),
        expiresAt: try row.optionalInteger(), usedAt: try row.optionalInteger(), revokedAt: try row.optionalInteger())
    }
  }
  /// By the SHA-256 of the token.
  public static func accessToken(_ hash: String) -> Query { tokens(" WHERE access_token.token_hash = \(hash)") }
  /// The latest first.
  public static func accessTokens(limit: Int, offset: Int) -> Query {
    tokens(" ORDER BY access_token.id DESC LIMIT \(limit) OFFSET \(offset)")
  }
}

extension Query where Output == String {
  /// What the system is called that it was given to.
  public static func tokenName(_ id: Int64) -> Query {
    Query("SELECT name FROM access_token WHERE id = \(id)") { row in try row.text() }
  }
}

extension Query where Output == Int64 {
  /// How many act in the name of a person.
  public static func goodTokens(of person: Int64, at seconds: Int64) -> Query {
    Query(
      """
      SELECT count(*) FROM access_token WHERE person_id = \(person) AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > \(seconds))
      """
    ) { row in try row.integer() }
  }
  /// Of all, also of those that are good no longer.
  public static let accessTokenCount = Query("SELECT count(*) FROM access_token") { row in try row.integer() }
}

extension Command {
  /// `hash` is the SHA-256 of the token; `creator` is nil from the command line. Times in Unix seconds.
  public static func insertAccessToken(
    _ hash: String, name: String, scopes: [AccessScope], person: Int64?, expiresAt: Int64?, by creator: Int64?,
    at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO access_token (token_hash, name, scopes, person_id, created_at, created_by, expires_at)
      VALUES (\(hash), \(name), \(scopes.map(\.rawValue).joined(separator: " ")), \(person), \(seconds), \(creator),
        \(expiresAt))
      """)
  }
  /// Notes its last use.
  public static func touchAccessToken(_ id: Int64, at seconds: Int64) -> Command {
    Command("UPDATE access_token SET used_at = \(seconds) WHERE id = \(id)")
  }
  /// All with which one acts in the name of a person.
  public static func revokeAccessTokens(of person: Int64, at seconds: Int64) -> Command {
    Command("UPDATE access_token SET revoked_at = \(seconds) WHERE person_id = \(person) AND revoked_at IS NULL")
  }
  /// Matches no row where it was revoked before.
  public static func revokeAccessToken(_ id: Int64, at seconds: Int64) -> Command {
    Command("UPDATE access_token SET revoked_at = \(seconds) WHERE id = \(id) AND revoked_at IS NULL")
  }
}
