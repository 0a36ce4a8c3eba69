public import Database
public import Evaluation
public import Store

/// Lets a person act with posts of another until a day.
public struct AppointDeputy: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What is typed for it.
  public struct Entry: Sendable {
    /// The account of who is to act.
    public var deputy: String
    /// Those of the principal that the deputy is to act with.
    public var posts: [Post]
    /// First and last day, ISO 8601.
    public var from: String
    public var until: String
    /// 1 to 500 characters.
    public var reason: String
    /// Texts lose the blanks at their ends.
    public init(deputy: String, posts: [Post], from: String, until: String, reason: String) {
      self.deputy = deputy.trimming
      self.posts = posts
      self.from = from.trimming
      self.until = until.trimming
      self.reason = reason.trimming
    }
  }

  /// Throws `NotFound`, `Invalid` with every fault, or `DatabaseFault`.
  public func callAsFunction(of id: Int64, _ entry: Entry, by person: Person, at seconds: Int64) async throws {
    let today = CivilDay(inChinaAt: seconds)
    try await engine.write { database in
      guard let principal = try database.reading.person(id) else { throw NotFound() }
      let deputy = try database.ask(Query<Person>.people(signingInAs: entry.deputy)).first
      let term = try Self.checked(entry, principal, deputy, today)
      guard let deputy else { throw NotFound() }
      try database.reading.demandOther(than: deputy.id, by: person.id, field: "deputy")
      for post in entry.posts {
        try database.tell(
          .insertDeputyship(
            post, from: id, to: deputy.id, term, reason: entry.reason, by: person.id, at: seconds))
      }
      let posts = entry.posts.map { HeldPost($0, term) }
      try database.log(
        AdminEvent(.deputyAppointed, principal.account, "由 \(deputy.account) 代行 \(posts.words)；\(entry.reason)"),
        by: person.id, at: seconds)
    }
  }

  /// Ends one before its last day. Throws `NotFound` or `DatabaseFault`.
  public func end(_ deputyship: Int64, of id: Int64, by person: Person, at seconds: Int64) async throws {
    try await engine.write { database in
      let known = try database.ask(Query<Deputyship>.deputyships(with: id)).first { $0.id == deputyship }
      guard let known, try database.tell(.endDeputyship(deputyship, of: id, at: seconds)) == 1 else {
        throw NotFound()
      }
      let words = HeldPost(known.post, known.term).words
      try database.log(
        AdminEvent(.deputyEnded, known.principalName, "\(known.deputyName) 不再代行 \(words)"), by: person.id, at: seconds)
    }
  }

  private static func checked(
    _ entry: Entry, _ principal: Person, _ deputy: Person?, _ today: CivilDay
  ) throws -> PostTerm {
    var problems: [FieldProblem] = []
    if deputy?.id == principal.id {
      problems.append(FieldProblem("deputy", "不能由本人代行。"))
    } else if let problem = FieldProblem.ofAccount(deputy, field: "deputy") {
      problems.append(problem)
    }
    let held = Set(principal.held.filter { $0.term.isComing(after: today) }.map(\.post))
    if entry.posts.isEmpty {
      problems.append(FieldProblem("deputed", "请选择由他人代行的岗位。"))
    } else if !entry.posts.allSatisfy({ held.contains($0) && $0.kind.mayBeDeputised }) {
      problems.append(FieldProblem("deputed", "只能授权本人现有的经办岗、审核岗和绩效经办。"))
    }
    let (from, until) = (entry.from.isEmpty ? today : CivilDay(entry.from), CivilDay(entry.until))
    if from == nil { problems.append(FieldProblem("deputyFrom", "请填开始日期，如 2025-03-01。")) }
    if let from, let until, until >= max(from, today), until.number <= today.number + 366 {
    } else {
      problems.append(FieldProblem("deputyUntil", "请填最后一天，不早于开始日期和今天，最长一年。"))
    }
    if let problem = FieldProblem.ofReason(entry.reason, field: "deputyReason") { problems.append(problem) }
    guard let from, let until, problems.isEmpty else { throw Invalid(problems) }
    return PostTerm(from: from, until: until)
  }
}
