public import Database
public import Evaluation

extension Query where Output == Person {
  private static let columns: SQL =
    "SELECT id, account, name, mobile, is_closed FROM person"
  private static func person(_ condition: SQL) -> Query {
    Query(columns + condition) { row in
      Person(
        id: try row.integer(), account: try row.text(), name: try row.text(), mobile: try row.optionalText(),
        isClosed: try row.boolean(), posts: [])
    }
  }

  /// Without posts; see `ReadTransaction.person`.
  static func person(_ id: Int64) -> Query { person(" WHERE id = \(id)") }
  /// By account name or mobile number.
  public static func people(signingInAs name: String) -> Query {
    person(" WHERE account = \(name) OR mobile = \(name)")
  }
  static func people(matching text: String, limit: Int, offset: Int) -> Query {
    let pattern = "%\(text)%"
    return person(
      " WHERE account LIKE \(pattern) OR name LIKE \(pattern) ORDER BY account LIMIT \(limit) OFFSET \(offset)")
  }
  static func people(after id: Int64, matching text: String, limit: Int) -> Query {
    let pattern = "%\(text)%"
    return person(
      " WHERE id > \(id) AND (account LIKE \(pattern) OR name LIKE \(pattern)) ORDER BY id LIMIT \(limit)")
  }
}

extension Query where Output == (Int64, Post) {
  /// With the person who holds it.
  static func posts(ofAny people: [Int64]) -> Query {
    Query("SELECT person_id, kind, unit_code FROM post WHERE person_id IN \(list: people) ORDER BY unit_code, kind") {
      row in
      let person = try row.integer()
      let kind = try row.stored(Post.Kind.self)
      let unit = try row.text()
      return (person, Post(kind, at: unit.isEmpty ? nil : unit))
    }
  }
}

extension Query where Output == Post {
  static func posts(of person: Int64) -> Query {
    Query("SELECT kind, unit_code FROM post WHERE person_id = \(person) ORDER BY unit_code, kind") { row in
      let kind = try row.stored(Post.Kind.self)
      let unit = try row.text()
      return Post(kind, at: unit.isEmpty ? nil : unit)
    }
  }
}

extension Query where Output == Credential {
  /// By account name or mobile number.
  public static func credential(signingInAs name: String) -> Query {
    Query(
      """
      SELECT id, secret_hash, is_one_time, secret_expires_at, failures, first_failure_at, is_closed
      FROM person WHERE account = \(name) OR mobile = \(name)
      """
    ) { row in
      Credential(
        person: try row.integer(), secretHash: try row.optionalText(), isOneTime: try row.boolean(),
        expiresAt: try row.optionalInteger(), failures: try row.integer(), firstFailureAt: try row.integer(),
        isClosed: try row.boolean())
    }
  }
}

extension Query where Output == Int64 {
  public static let personCount = Query("SELECT count(*) FROM person") { row in try row.integer() }
  public static func personCount(matching text: String) -> Query {
    let pattern = "%\(text)%"
    return Query("SELECT count(*) FROM person WHERE account LIKE \(pattern) OR name LIKE \(pattern)") { row in
      try row.integer()
    }
  }
  /// The people who hold a post.
  public static func holders(of kind: Post.Kind, at unit: UnitCode) -> Query {
    Query("SELECT person_id FROM post WHERE kind = \(kind.rawValue) AND unit_code = \(unit.description)") { row in
      try row.integer()
    }
  }
}

extension Query where Output == (Int64, String) {
  /// Names by id, for histories.
  public static func names(of people: [Int64]) -> Query {
    Query("SELECT id, name FROM person WHERE id IN \(list: people)") { row in (try row.integer(), try row.text()) }
  }
  /// Who works at the bureau, by name.
  public static let bureau = Query(
    """
    SELECT person.id, person.name FROM person JOIN post ON post.person_id = person.id
    WHERE post.kind = 'finance' AND person.is_closed = 0 ORDER BY person.name, person.id
    """
  ) { row in (try row.integer(), try row.text()) }
}

extension ReadTransaction {
  /// With posts.
  public func person(_ id: Int64) throws -> Person? {
    guard var person = try first(Query.person(id)) else { return nil }
    person.posts = try ask(.posts(of: id))
    return person
  }

  /// People with their posts, in the order in which they were entered, behind `id`.
  public func people(after id: Int64, matching text: String, limit: Int) throws -> [Person] {
    let people = try ask(Query<Person>.people(after: id, matching: text, limit: limit))
    let posts = try ask(Query<(Int64, Post)>.posts(ofAny: people.map(\.id)))
    let byPerson = Dictionary(grouping: posts) { $0.0 }
    return people.map { person in
      var person = person
      person.posts = (byPerson[person.id] ?? []).map(\.1)
      return person
    }
  }

  /// One page of people with their posts, by account name.
  public func people(matching text: String, limit: Int, offset: Int) throws -> [Person] {
    try ask(Query<Person>.people(matching: text, limit: limit, offset: offset)).map { person in
      var person = person
      person.posts = try ask(.posts(of: person.id))
      return person
    }
  }
}

extension Command {
  /// A person who cannot sign in yet; see `issueSecret`.
  public static func insertPerson(account: String, name: String, mobile: String?) -> Command {
    Command("INSERT INTO person (account, name, mobile, is_one_time) VALUES (\(account), \(name), \(mobile), \(true))")
  }
  public static func updatePerson(_ id: Int64, name: String, mobile: String?, isClosed: Bool) -> Command {
    Command("UPDATE person SET name = \(name), mobile = \(mobile), is_closed = \(isClosed) WHERE id = \(id)")
  }
  public static func insertPost(_ post: Post, of person: Int64) -> Command {
    Command(
      """
      INSERT INTO post (person_id, kind, unit_code) VALUES (\(person), \(post.kind.rawValue), \(post.unit ?? ""))
      ON CONFLICT DO NOTHING
      """)
  }
  public static func deletePosts(of person: Int64) -> Command {
    Command("DELETE FROM post WHERE person_id = \(person)")
  }
  /// A secret somebody else issued: good once, until it expires. Ends a lock-out.
  public static func issueSecret(_ hash: String, to person: Int64, expiresAt: Int64) -> Command {
    Command(
      """
      UPDATE person SET secret_hash = \(hash), is_one_time = \(true), secret_expires_at = \(expiresAt),
        failures = 0, first_failure_at = 0 WHERE id = \(person)
      """)
  }
  public static func setSecret(_ hash: String, of person: Int64) -> Command {
    Command(
      """
      UPDATE person SET secret_hash = \(hash), is_one_time = \(false), secret_expires_at = NULL,
        failures = 0, first_failure_at = 0 WHERE id = \(person)
      """)
  }
  public static func countFailures(_ failures: Int64, since: Int64, of person: Int64) -> Command {
    Command("UPDATE person SET failures = \(failures), first_failure_at = \(since) WHERE id = \(person)")
  }
}
