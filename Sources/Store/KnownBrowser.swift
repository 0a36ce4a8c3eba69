public import Database

/// A browser in which a person signed in before. What fails there is counted apart from what fails anywhere else, so that
/// nobody can keep the person out by failing on purpose. Several people may use one browser.
public struct KnownBrowser: Sendable {
  /// SHA-256 of what the browser holds.
  public let tokenHash: String
  /// Whose sign-in made it known.
  public let person: Int64
  /// Of this person in this browser.
  public let failures: FailureRun
}

extension Query where Output == KnownBrowser {
  /// One at most; none where only others signed in there.
  public static func knownBrowser(_ tokenHash: String, of person: Int64) -> Query {
    Query(
      """
      SELECT token_hash, person_id, failures, first_failure_at FROM known_browser
      WHERE token_hash = \(tokenHash) AND person_id = \(person)
      """
    ) { row in
      KnownBrowser(
        tokenHash: try row.text(), person: try row.integer(),
        failures: FailureRun(count: try row.integer(), since: try row.integer()))
    }
  }
}

extension Query where Output == Int64 {
  /// How many people signed in in a browser.
  public static func knownBrowserCount(_ tokenHash: String) -> Query {
    Query("SELECT count(*) FROM known_browser WHERE token_hash = \(tokenHash)") { row in try row.integer() }
  }
}

extension Command {
  /// By the SHA-256 of what the browser holds; `seconds` is Unix time.
  public static func insertKnownBrowser(_ tokenHash: String, of person: Int64, at seconds: Int64) -> Command {
    Command(
      """
      INSERT INTO known_browser (token_hash, person_id, seen_at, failures, first_failure_at)
      VALUES (\(tokenHash), \(person), \(seconds), 0, 0)
      """)
  }
  /// Somebody signed in there, which ends a run of failures.
  public static func touch(_ browser: KnownBrowser, at seconds: Int64) -> Command {
    Command(
      """
      UPDATE known_browser SET seen_at = \(seconds), failures = 0, first_failure_at = 0
      WHERE token_hash = \(browser.tokenHash) AND person_id = \(browser.person)
      """)
  }
  /// In place of the present run.
  public static func countFailures(_ run: FailureRun, in browser: KnownBrowser) -> Command {
    Command(
      """
      UPDATE known_browser SET failures = \(run.count), first_failure_at = \(run.since)
      WHERE token_hash = \(browser.tokenHash) AND person_id = \(browser.person)
      """)
  }
  /// All of a person's but the ones used last.
  public static func deleteKnownBrowsers(of person: Int64, butLatest kept: Int) -> Command {
    Command(
      """
      DELETE FROM known_browser WHERE person_id = \(person) AND token_hash NOT IN (
        SELECT token_hash FROM known_browser WHERE person_id = \(person)
        ORDER BY seen_at DESC, token_hash LIMIT \(kept))
      """)
  }
  /// In which nobody signed in since.
  public static func deleteKnownBrowsers(unseenSince seconds: Int64) -> Command {
    Command("DELETE FROM known_browser WHERE seen_at < \(seconds)")
  }
}
