public import Database

/// An answer to another system that is kept under the key the system chose.
public struct KeptAnswer: Sendable {
  /// SHA-256 of what was asked.
  public let fingerprint: String
  /// nil while the act is under way, or where it was cut off.
  public let status: Int?
  /// "Name: value", one in a line.
  public let headers: String
  /// Empty while there is no answer.
  public let body: String
  /// Unix seconds.
  public let at: Int64
}

extension Query where Output == KeptAnswer {
  /// By the key that the system chose; no row where it is not in use.
  public static func keptAnswer(_ name: String, of token: Int64) -> Query {
    Query(
      "SELECT fingerprint, status, headers, body, at FROM kept_answer WHERE token_id = \(token) AND name = \(name)"
    ) { row in
      KeptAnswer(
        fingerprint: try row.text(), status: try row.optionalInteger().map(Int.init), headers: try row.text(),
        body: try row.text(), at: try row.integer())
    }
  }
}

extension Command {
  /// Matches no row where the key is in use.
  public static func beginAnswer(_ name: String, of token: Int64, fingerprint: String, at seconds: Int64) -> Command {
    Command(
      """
      INSERT INTO kept_answer (token_id, name, fingerprint, headers, body, at)
      VALUES (\(token), \(name), \(fingerprint), \(""), \(""), \(seconds))
      ON CONFLICT DO NOTHING
      """)
  }
  /// The answer to what `beginAnswer` began.
  public static func keepAnswer(
    _ name: String, of token: Int64, status: Int, headers: String, body: String
  ) -> Command {
    Command(
      """
      UPDATE kept_answer SET status = \(Int64(status)), headers = \(headers), body = \(body)
      WHERE token_id = \(token) AND name = \(name)
      """)
  }
  /// The key may be used again.
  public static func dropAnswer(_ name: String, of token: Int64) -> Command {
    Command("DELETE FROM kept_answer WHERE token_id = \(token) AND name = \(name)")
  }
  /// Those that began before a moment in Unix seconds.
  public static func dropAnswers(before seconds: Int64) -> Command {
    Command("DELETE FROM kept_answer WHERE at < \(seconds)")
  }
}
