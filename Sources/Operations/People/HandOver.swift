public import Database
import Evaluation
public import Store

/// Gives all posts of a person to another from a day on; the first may leave on that day.
public struct HandOver: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What is typed for it.
  public struct Entry: Sendable {
    /// The account of the person who goes on.
    public var successor: String
    /// The successor's first day, ISO 8601.
    public var day: String
    /// 1 to 500 characters.
    public var reason: String
    /// The account of the first is closed.
    public var leaves: Bool
    /// Texts lose the blanks at their ends.
    public init(successor: String, day: String, reason: String, leaves: Bool) {
      self.successor = successor.trimming
      self.day = day.trimming
      self.reason = reason.trimming
      self.leaves = leaves
    }
  }

  /// Throws `NotFound`, `Invalid` with every fault, or `DatabaseFault`.
  public func callAsFunction(from id: Int64, _ entry: Entry, by person: Person, at seconds: Int64) async throws {
    let today = CivilDay(inChinaAt: seconds)
    try await engine.write { database in
      guard let first = try database.reading.person(id) else { throw NotFound() }
      let successor = try database.ask(Query<Person>.people(signingInAs: entry.successor)).first
        .flatMap { try database.reading.person($0.id) }
      let day = try Self.checked(entry, first, successor, today)
      guard let successor else { throw NotFound() }
      for other in [id, successor.id] {
        try database.reading.demandOther(than: other, by: person.id, field: "successor")
      }
      let given = first.held.filter { $0.term.isComing(after: day) }
      guard !given.isEmpty else { throw Invalid([FieldProblem("successor", "\(first.name)没有可以移交的岗位。")]) }
      if try database.reading.isSeparated(), let message = Separation.problem(of: (successor.held + given).map(\.post))
      {
        throw Invalid([FieldProblem("successor", message)])
      }
      try database.tell(.deletePosts(of: id))
      for held in first.held {
        var term = held.term
        if given.contains(held) { term.until = CivilDay(number: day.number - 1) }
        if !term.isEmpty { try database.tell(.putPost(HeldPost(held.post, term), of: id)) }
      }
      for held in given {
        try database.tell(.putPost(Self.joined(held, from: day, with: successor.held), of: successor.id))
      }
      if entry.leaves {
        try database.closeAccount(id, at: seconds)
      } else if day == today {
        try database.tell(.deleteSessions(of: id))
      }
      try database.log(
        AdminEvent(
          .postsGiven, first.account,
          "自 \(day) 起移交给 \(successor.account)：\(given.words)；\(entry.reason)" + (entry.leaves ? "；停用账号" : "")),
        by: person.id, at: seconds)
    }
  }

  /// The day. Throws `Invalid` with every fault.
  private static func checked(
    _ entry: Entry, _ first: Person, _ successor: Person?, _ today: CivilDay
  ) throws -> CivilDay {
    var problems: [FieldProblem] = []
    if let successor, successor.id == first.id {
      problems.append(FieldProblem("successor", "不能移交给本人。"))
    } else if let problem = FieldProblem.ofAccount(successor, field: "successor") {
      problems.append(problem)
    }
    let day = CivilDay(entry.day)
    if day.map({ $0 < today || $0.number > today.number + 366 }) ?? true {
      problems.append(FieldProblem("day", "请填移交日期，今天或以后一年之内。"))
    } else if entry.leaves, day != today {
      problems.append(FieldProblem("leaves", "移交日期为今天时才能同时停用账号；以后移交的，请到时再停用。"))
    }
    if let problem = FieldProblem.ofReason(entry.reason, field: "reason") { problems.append(problem) }
    guard let day, problems.isEmpty else { throw Invalid(problems) }
    return day
  }

  /// The post from a day on; where the successor holds it already, also for the time that he holds it anyway.
  private static func joined(_ held: HeldPost, from day: CivilDay, with known: [HeldPost]) -> HeldPost {
    var term = PostTerm(from: max(day, held.term.from ?? day), until: held.term.until)
    if let own = known.first(where: { $0.post == held.post }), own.term.isComing(after: day) {
      term.from = own.term.from.flatMap { from in term.from.map { min(from, $0) } }
      term.until = own.term.until.flatMap { until in term.until.map { max(until, $0) } }
    }
    return HeldPost(held.post, term)
  }
}

extension WriteTransaction {
  /// Nobody signs in with it any more: its sessions, tokens and deputyships end.
  func closeAccount(_ id: Int64, at seconds: Int64) throws {
    try tell(.closeAccount(id, at: seconds))
    try tell(.deleteSessions(of: id))
    try tell(.revokeAccessTokens(of: id, at: seconds))
    try tell(.endDeputyships(with: id, at: seconds))
  }
}
