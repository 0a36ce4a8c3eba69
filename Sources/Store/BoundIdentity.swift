public import Database

/// Who a person is to another system that people sign in with.
public struct BoundIdentity: Hashable, Sendable {
  public let person: Int64
  /// The URL by which the other system calls itself.
  public let issuer: String
  /// What the other system calls the person, for good.
  public let subject: String
  /// Unix seconds.
  public let boundAt: Int64
}

extension Query where Output == BoundIdentity {
  private static func identities(_ condition: SQL) -> Query {
    Query("SELECT person_id, issuer, subject, bound_at FROM person_identity" + condition) { row in
      BoundIdentity(
        person: try row.integer(), issuer: try row.text(), subject: try row.text(), boundAt: try row.integer())
    }
  }
  /// One at most.
  public static func identity(_ subject: String, at issuer: String) -> Query {
    identities(" WHERE issuer = \(issuer) AND subject = \(subject)")
  }
  /// One for each issuer at most.
  public static func identities(of person: Int64) -> Query {
    identities(" WHERE person_id = \(person) ORDER BY issuer")
  }
}

extension Command {
  /// Fails where the identity, or the person at this issuer, is bound already.
  public static func bindIdentity(_ subject: String, at issuer: String, to person: Int64, at seconds: Int64) -> Command
  {
    Command(
      """
      INSERT INTO person_identity (issuer, subject, person_id, bound_at)
      VALUES (\(issuer), \(subject), \(person), \(seconds))
      """)
  }
  /// Of every issuer.
  public static func releaseIdentities(of person: Int64) -> Command {
    Command("DELETE FROM person_identity WHERE person_id = \(person)")
  }
}
