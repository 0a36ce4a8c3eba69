public import Database
public import Evaluation

extension PostTerm {
  /// From two columns of ISO 8601 days.
  init(stored row: inout SQLRow) throws {
    self.init(from: CivilDay(try row.text()), until: CivilDay(try row.text()))
  }
  var storedFrom: String { from?.description ?? "" }
  var storedUntil: String { until?.description ?? "" }
}

extension Post {
  /// From its kind and its unit's code, which is empty at the finance bureau.
  init(stored row: inout SQLRow) throws {
    let kind = try row.stored(Post.Kind.self)
    let unit = try row.text()
    self.init(kind, at: unit.isEmpty ? nil : unit)
  }
}

extension Query where Output == (Int64, HeldPost) {
  /// With the person who holds it.
  static func posts(ofAny people: [Int64]) -> Query {
    Query(
      """
      SELECT person_id, kind, unit_code, from_day, until_day FROM post
      WHERE person_id IN \(list: people) ORDER BY unit_code, kind
      """
    ) { row in
      let person = try row.integer()
      let post = try Post(stored: &row)
      return (person, HeldPost(post, try PostTerm(stored: &row)))
    }
  }
}

extension Query where Output == Deputyship {
  private static func deputyships(_ condition: SQL) -> Query {
    let columns: SQL = """
      SELECT deputyship.id, deputyship.principal_id, principal.name, deputyship.deputy_id, deputy.name,
        deputyship.kind, deputyship.unit_code, deputyship.from_day, deputyship.until_day, deputyship.reason,
        deputyship.ended_at
      FROM deputyship JOIN person AS principal ON principal.id = deputyship.principal_id
        JOIN person AS deputy ON deputy.id = deputyship.deputy_id
      """
    return Query(columns + condition) { row in
      Deputyship(
        id: try row.integer(), principal: try row.integer(), principalName: try row.text(), deputy: try row.integer(),
        deputyName: try row.text(), post: try Post(stored: &row), term: try PostTerm(stored: &row),
        reason: try row.text(), endedAt: try row.optionalInteger())
    }
  }
  /// Those with posts that the others hold now: whose account is closed, or who gave a post up, has no deputy.
  static func deputyships(to deputy: Int64, on day: CivilDay) -> Query {
    deputyships(
      """
       JOIN post ON post.person_id = deputyship.principal_id AND post.kind = deputyship.kind
          AND post.unit_code = deputyship.unit_code
      WHERE deputyship.deputy_id = \(deputy) AND deputyship.ended_at IS NULL AND principal.is_closed = 0
        AND deputyship.from_day <= \(day.description) AND deputyship.until_day >= \(day.description)
        AND post.from_day <= \(day.description) AND (post.until_day = '' OR post.until_day >= \(day.description))
      ORDER BY deputyship.id
      """)
  }
  /// Of a person on either side, the latest first.
  public static func deputyships(with person: Int64) -> Query {
    deputyships(
      " WHERE deputyship.principal_id = \(person) OR deputyship.deputy_id = \(person) ORDER BY deputyship.id DESC")
  }
}

extension Command {
  /// A post that is held already gets the new term.
  public static func putPost(_ held: HeldPost, of person: Int64) -> Command {
    Command(
      """
      INSERT INTO post (person_id, kind, unit_code, from_day, until_day)
      VALUES (\(person), \(held.post.kind.rawValue), \(held.post.unit ?? ""), \(held.term.storedFrom),
        \(held.term.storedUntil))
      ON CONFLICT (person_id, kind, unit_code)
        DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day
      """)
  }
  /// All, of whatever term.
  public static func deletePosts(of person: Int64) -> Command {
    Command("DELETE FROM post WHERE person_id = \(person)")
  }
  /// The term must have a last day: without one the deputyship never holds.
  public static func insertDeputyship(
    _ post: Post, from principal: Int64, to deputy: Int64, _ term: PostTerm, reason: String, by person: Int64,
    at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO deputyship (principal_id, deputy_id, kind, unit_code, from_day, until_day, reason, person_id, at)
      VALUES (\(principal), \(deputy), \(post.kind.rawValue), \(post.unit ?? ""), \(term.storedFrom),
        \(term.storedUntil), \(reason), \(person), \(seconds))
      """)
  }
  /// Matches no row where it was ended before.
  public static func endDeputyship(_ id: Int64, of principal: Int64, at seconds: Int64) -> Command {
    Command(
      """
      UPDATE deputyship SET ended_at = \(seconds)
      WHERE id = \(id) AND principal_id = \(principal) AND ended_at IS NULL
      """)
  }
  /// On either side.
  public static func endDeputyships(with person: Int64, at seconds: Int64) -> Command {
    Command(
      """
      UPDATE deputyship SET ended_at = \(seconds)
      WHERE (principal_id = \(person) OR deputy_id = \(person)) AND ended_at IS NULL
      """)
  }
}
