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
    person(" WHERE \(fragment: matches(text)) ORDER BY account LIMIT \(limit) OFFSET \(offset)")
  }
  static func people(after id: Int64, matching text: String, limit: Int) -> Query {
    person(" WHERE id > \(id) AND \(fragment: matches(text)) ORDER BY id LIMIT \(limit)")
  }
  /// Part of the account or the name.
  fileprivate static func matches(_ text: String) -> SQL { .contains(text, in: "account", "name") }
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
        expiresAt: try row.optionalInteger(), failures: FailureRun(count: try row.integer(), since: try row.integer()),
        isClosed: try row.boolean())
    }
  }
}

extension Query where Output == Int64 {
  /// All, also those whose account is closed.
  public static let personCount = Query("SELECT count(*) FROM person") { row in try row.integer() }
  /// How many with an open account hold one of these posts without a last day.
  public static func lastingHolderCount(of kinds: [Post.Kind]) -> Query {
    Query(
      """
      SELECT count(DISTINCT person.id) FROM person JOIN post ON post.person_id = person.id
      WHERE person.is_closed = 0 AND post.until_day = '' AND post.kind IN \(list: kinds.map(\.rawValue))
      """
    ) { row in try row.integer() }
  }
  /// How many there are in all, for `people` with the same text.
  public static func personCount(matching text: String) -> Query {
    Query("SELECT count(*) FROM person WHERE \(fragment: Query<Person>.matches(text))") { row in try row.integer() }
  }
}

extension Query where Output == (String, Post.Kind) {
  /// Who holds which post at a unit on a day, by name.
  public static func holders(at unit: UnitCode, on day: CivilDay) -> Query {
    Query(
      """
      SELECT person.name, post.kind FROM post JOIN person ON person.id = post.person_id
      WHERE post.unit_code = \(unit.description) AND person.is_closed = 0 AND post.from_day <= \(day.description)
        AND (post.until_day = '' OR post.until_day >= \(day.description))
      ORDER BY post.kind, person.name, person.id
      """
    ) { row in (try row.text(), try row.stored(Post.Kind.self)) }
  }
}

extension Query where Output == (Int64, String) {
  /// Names by id, for histories.
  public static func names(of people: [Int64]) -> Query {
    Query("SELECT id, name FROM person WHERE id IN \(list: people)") { row in (try row.integer(), try row.text()) }
  }
  /// Who works at the bureau on a day, by name.
  public static func bureau(on day: CivilDay) -> Query {
    Query(
      """
      SELECT person.id, person.name FROM person JOIN post ON post.person_id = person.id
      WHERE post.kind = 'finance' AND person.is_closed = 0 AND post.from_day <= \(day.description)
        AND (post.until_day = '' OR post.until_day >= \(day.description))
      ORDER BY person.name, person.id
      """
    ) { row in (try row.integer(), try row.text()) }
  }
}

extension ReadTransaction {
  /// With all posts that were put down, whenever they are held, and without those of others. Throws `DatabaseFault`.
  public func person(_ id: Int64) throws -> Person? {
    guard let person = try first(Query.person(id)) else { return nil }
    return try withPosts([person]).first
  }

  /// With what gives rights at a moment, in Unix seconds: posts whose first day has come and whose last has not passed,
  /// and posts of others with which the person may act. Throws `DatabaseFault`.
  public func person(_ id: Int64, at seconds: Int64) throws -> Person? {
    guard var person = try person(id) else { return nil }
    let today = CivilDay(inChinaAt: seconds)
    person.posts = person.held.filter { $0.term.holds(on: today) }.map(\.post)
    let own = person.posts
    for deputyship in try ask(Query<Deputyship>.deputyships(to: id, on: today)) {
      guard !own.contains(deputyship.post) else { continue }
      person.deputyships.append(deputyship)
      if !person.posts.contains(deputyship.post) { person.posts.append(deputyship.post) }
    }
    return person
  }

  /// People with their posts, in the order in which they were entered, behind `id`. Throws `DatabaseFault`.
  public func people(after id: Int64, matching text: String, limit: Int) throws -> [Person] {
    try withPosts(try ask(Query<Person>.people(after: id, matching: text, limit: limit)))
  }

  /// One page of people with their posts, by account name. Throws `DatabaseFault`.
  public func people(matching text: String, limit: Int, offset: Int) throws -> [Person] {
    try withPosts(try ask(Query<Person>.people(matching: text, limit: limit, offset: offset)))
  }

  private func withPosts(_ people: [Person]) throws -> [Person] {
    var byPerson: [Int64: [HeldPost]] = [:]
    for start in stride(from: 0, to: people.count, by: 500) {
      let some = people[start..<min(start + 500, people.count)].map(\.id)
      for (person, held) in try ask(Query<(Int64, HeldPost)>.posts(ofAny: some)) {
        byPerson[person, default: []].append(held)
      }
    }
    return people.map { person in
      var person = person
      person.held = byPerson[person.id] ?? []
      person.posts = person.held.map(\.post)
      return person
    }
  }
}

extension Command {
  /// A person who cannot sign in yet; see `issueSecret`.
  public static func insertPerson(account: String, name: String, mobile: String?) -> Command {
    Command("INSERT INTO person (account, name, mobile, is_one_time) VALUES (\(account), \(name), \(mobile), \(true))")
  }
  /// An account that is opened again is as if it had never been closed; see `closeAccount`.
  public static func updatePerson(_ id: Int64, name: String, mobile: String?, isClosed: Bool) -> Command {
    Command(
      """
      UPDATE person SET name = \(name), mobile = \(mobile), is_closed = \(isClosed),
        closed_at = \(fragment: isClosed ? "closed_at" : "NULL") WHERE id = \(id)
      """)
  }
  /// Without a first and a last day.
  public static func insertPost(_ post: Post, of person: Int64) -> Command { putPost(HeldPost(post), of: person) }
  /// Keeps the moment at which it was closed first, in Unix seconds.
  public static func closeAccount(_ id: Int64, at seconds: Int64) -> Command {
    Command("UPDATE person SET is_closed = \(true), closed_at = coalesce(closed_at, \(seconds)) WHERE id = \(id)")
  }
  /// A secret somebody else issued: good once, until it expires. Ends a lock-out.
  public static func issueSecret(_ hash: String, to person: Int64, expiresAt: Int64) -> Command {
    Command(
      """
      UPDATE person SET secret_hash = \(hash), is_one_time = \(true), secret_expires_at = \(expiresAt),
        failures = 0, first_failure_at = 0 WHERE id = \(person)
      """)
  }
  /// The person's own; ends a lock-out.
  public static func setSecret(_ hash: String, of person: Int64) -> Command {
    Command(
      """
      UPDATE person SET secret_hash = \(hash), is_one_time = \(false), secret_expires_at = NULL,
        failures = 0, first_failure_at = 0 WHERE id = \(person)
      """)
  }
  /// In place of the present run.
  public static func countFailures(_ run: FailureRun, of person: Int64) -> Command {
    Command("UPDATE person SET failures = \(run.count), first_failure_at = \(run.since) WHERE id = \(person)")
  }
}
