public import Database
import Evaluation
public import Store

/// Creates and changes people and their secrets, as the 管理员 or the command line does.
public struct Accounts: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How long a one-time secret is good, in seconds.
  public static let oneTimeSeconds: Int64 = 14 * 86_400

  /// The new person's id and one-time secret. Throws `Invalid` or `DatabaseFault`.
  /// - Parameter creator: nil from the command line, here and below.
  public func create(
    _ entry: Entry, by creator: Int64? = nil, at seconds: Int64
  ) async throws -> (id: Int64, secret: String) {
    let secret = Self.newSecret()
    let hash = await Self.hash(secret)
    let id = try await engine.write { database in
      try Self.check(entry, as: nil, in: database.reading)
      return try database.insert(entry, hash: hash, by: creator, at: seconds)
    }
    return (id, secret)
  }

  /// Ends the person's sessions where posts change, and tokens and deputyships too where the account is closed. Throws
  /// `NotFound`, `Invalid` or `DatabaseFault`.
  public func update(
    _ id: Int64, _ entry: Entry, isClosed: Bool, by changer: Int64? = nil, at seconds: Int64
  ) async throws {
    try await engine.write { database in
      guard let person = try database.reading.person(id) else { throw NotFound() }
      let hadKeeper = try database.reading.hasKeeper()
      try Self.check(entry, as: id, in: database.reading)
      try database.tell(
        .updatePerson(id, name: entry.name, mobile: entry.mobile.isEmpty ? nil : entry.mobile, isClosed: isClosed))
      if isClosed {
        try database.closeAccount(id, at: seconds)
        if !person.isClosed {
          try database.log(AdminEvent(.accountClosed, person.account, person.name), by: changer, at: seconds)
        }
      }
      let changes = person.changes(to: entry, isClosed: isClosed)
      if !changes.isEmpty {
        try database.log(AdminEvent(.accountChanged, person.account, changes), by: changer, at: seconds)
      }
      if Set(person.held) != Set(entry.held) {
        try database.reading.demandOther(than: id, by: changer, field: "post")
        try database.tell(.deletePosts(of: id))
        for held in entry.held { try database.tell(.putPost(held, of: id)) }
        try database.tell(.deleteSessions(of: id))
      }
      guard try !hadKeeper || database.reading.hasKeeper() else {
        throw Invalid([FieldProblem("post", "至少要留一位没有截止日期的管理员（三员分立后为安全管理员），否则再没有人能管理人员。")])
      }
    }
  }

  /// A new one-time secret; ends the person's sessions, lock-out and second factor. Throws `NotFound` or `DatabaseFault`.
  public func reset(_ id: Int64, by issuer: Int64? = nil, at seconds: Int64) async throws -> String {
    let secret = Self.newSecret()
    let hash = await Self.hash(secret)
    try await engine.write { database in
      guard let person = try database.reading.person(id) else { throw NotFound() }
      try database.tell(.issueSecret(hash, to: id, expiresAt: seconds + Self.oneTimeSeconds))
      try database.tell(.deleteKnownBrowsers(of: id, butLatest: 0))
      try database.tell(.deleteSessions(of: id))
      try database.removeSecondFactor(of: person, by: issuer, at: seconds)
      try database.log(AdminEvent(.secretIssued, person.account, person.name), by: issuer, at: seconds)
    }
    return secret
  }

  /// Sets the person's own secret; ends all sessions but the present one. Who has one already has to know it: a session
  /// left open is not enough. Throws `Invalid` or `DatabaseFault`.
  /// - Parameter present: nil where the session began with the one-time secret.
  public func setSecret(
    _ secret: String, repeated: String, present: String?, of person: Person, session: String, csrf: String,
    agent: String, from address: String = "", at seconds: Int64
  ) async throws {
    if let weakness = Secret.weakness(of: secret, known: [person.account, person.name, person.mobile ?? ""]) {
      throw Invalid([FieldProblem("secret", weakness)])
    }
    guard secret == repeated else { throw Invalid([FieldProblem("repeated", "两次输入的密码不一致。")]) }
    if let present {
      try await PresentSecret(engine: engine).demand(present, in: "present", of: person, from: address, at: seconds)
    }
    let current = try await engine.read { try $0.first(.credential(signingInAs: person.account)) }
    if let hash = current?.secretHash, await SignIn.verify(secret, hash) {
      throw Invalid([FieldProblem("secret", "新密码不能与原密码相同。")])
    }
    let hash = await Self.hash(secret)
    try await engine.write { database in
      // Who asked with a one-time secret may be late: an own one was set meanwhile, or another was given out.
      let now = try database.first(.credential(signingInAs: person.account))
      guard now?.secretHash == current?.secretHash, present != nil || now?.isOneTime == true else {
        throw Invalid([FieldProblem("secret", "密码刚刚已经修改，请重新登录。")])
      }
      try database.tell(.setSecret(hash, of: person.id))
      try database.tell(.deleteSessions(of: person.id))
      try database.tell(.insertSession(session, of: person.id, csrf: csrf, at: seconds, agent: agent))
      try database.log(AdminEvent(.secretSet, person.account), by: person.id, at: seconds)
    }
  }

  private static func newSecret() -> String {
    var generator = SystemRandomNumberGenerator()
    return Secret.oneTime(using: &generator)
  }

  static func hash(_ secret: String) async -> String {
    await SlowWork.secrets.run {
      var generator = SystemRandomNumberGenerator()
      return Secret.hash(secret, using: &generator)
    }
  }

  /// New people with their one-time secrets, in their order, all or none. `demand` may refuse before anything is written.
  /// Throws what it throws, and `DatabaseFault`.
  func create(
    _ entries: [Entry], by creator: Int64?, at seconds: Int64,
    demand: @escaping @Sendable (ReadTransaction) throws -> Void
  ) async throws -> [String] {
    var secrets: [(secret: String, hash: String)] = []
    for _ in entries {
      let secret = Self.newSecret()
      secrets.append((secret, await Self.hash(secret)))
    }
    let hashes = secrets.map(\.hash)
    try await engine.write { database in
      try demand(database.reading)
      for (entry, hash) in zip(entries, hashes) {
        _ = try database.insert(entry, hash: hash, by: creator, at: seconds)
      }
    }
    return secrets.map(\.secret)
  }
}

extension ReadTransaction {
  /// Whether somebody may give out accounts and posts for good. Throws `DatabaseFault`.
  fileprivate func hasKeeper() throws -> Bool {
    try first(.lastingHolderCount(of: [.administrator, Duty.security.post])) ?? 0 > 0
  }
}

extension WriteTransaction {
  /// A new person with posts and a one-time secret. Throws `DatabaseFault`.
  fileprivate func insert(
    _ entry: Accounts.Entry, hash: String, by creator: Int64?, at seconds: Int64
  ) throws -> Int64 {
    let id = try insert(entry)
    try tell(.issueSecret(hash, to: id, expiresAt: seconds + Accounts.oneTimeSeconds))
    try log(AdminEvent(.accountCreated, entry.account, "\(entry.name)：\(entry.held.words)"), by: creator, at: seconds)
    return id
  }

  /// A new person with posts, who cannot sign in yet. Throws `DatabaseFault`.
  func insert(_ entry: Accounts.Entry) throws -> Int64 {
    let id = try insert(
      .insertPerson(account: entry.account, name: entry.name, mobile: entry.mobile.isEmpty ? nil : entry.mobile))
    for held in entry.held { try tell(.putPost(held, of: id)) }
    return id
  }
}

extension Accounts {
  /// Under which the budget system's values stand in histories.
  public static let systemAccount = "budget-system"

  /// Whose account `systemAccount` is; nobody can sign in with it.
  /// Throws `DatabaseFault`.
  public func systemPerson() async throws -> Int64 {
    try await engine.write { database in
      if let known = try database.first(Query<Person>.people(signingInAs: Self.systemAccount)) { return known.id }
      return try database.insert(.insertPerson(account: Self.systemAccount, name: "预算系统", mobile: nil))
    }
  }
}
