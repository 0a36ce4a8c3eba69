public import Database
public import Evaluation
public import Store

/// Creates and changes people and their secrets, as the 管理员 or the command line does.
public struct Accounts: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How long a one-time secret is good, in seconds.
  public static let oneTimeSeconds: Int64 = 14 * 86_400

  /// What is typed for a person.
  public struct Entry: Sendable {
    public var account: String
    public var name: String
    public var mobile: String
    public var posts: [Post]
    /// From when to when; what is not named is held without an end.
    public var terms: [Post: PostTerm] = [:]
    var held: [HeldPost] { posts.map { HeldPost($0, terms[$0] ?? .always) } }
    public init(account: String, name: String, mobile: String, posts: [Post]) {
      self.account = account.trimming
      self.name = name.trimming
      self.mobile = mobile.trimming
      self.posts = posts
    }
  }

  /// The new person's id and one-time secret. Throws `Invalid` or `DatabaseFault`.
  /// - Parameter creator: nil from the command line, here and below.
  public func create(
    _ entry: Entry, by creator: Int64? = nil, at seconds: Int64
  ) async throws -> (id: Int64, secret: String) {
    let secret = Self.newSecret()
    let hash = await Self.hash(secret)
    let id = try await engine.write { database in
      try Self.check(entry, as: nil, in: database.reading)
      let id = try database.insert(
        .insertPerson(account: entry.account, name: entry.name, mobile: entry.mobile.isEmpty ? nil : entry.mobile))
      for held in entry.held { try database.tell(.putPost(held, of: id)) }
      try database.tell(.issueSecret(hash, to: id, expiresAt: seconds + Self.oneTimeSeconds))
      try database.log(
        AdminEvent(.accountCreated, entry.account, "\(entry.name)：\(entry.held.words)"), by: creator, at: seconds)
      return id
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
      guard Set(person.held) != Set(entry.held) else { return }
      try database.reading.demandOther(than: id, by: changer, field: "post")
      try database.tell(.deletePosts(of: id))
      for held in entry.held { try database.tell(.putPost(held, of: id)) }
      try database.tell(.deleteSessions(of: id))
    }
  }

  /// A new one-time secret; ends the person's sessions, lock-out and second factor. Throws `NotFound` or `DatabaseFault`.
  public func reset(_ id: Int64, by issuer: Int64? = nil, at seconds: Int64) async throws -> String {
    let secret = Self.newSecret()
    let hash = await Self.hash(secret)
    try await engine.write { database in
      guard let person = try database.reading.person(id) else { throw NotFound() }
      try database.tell(.issueSecret(hash, to: id, expiresAt: seconds + Self.oneTimeSeconds))
      try database.tell(.deleteSessions(of: id))
      try database.removeSecondFactor(of: person, by: issuer, at: seconds)
      try database.log(AdminEvent(.secretIssued, person.account, person.name), by: issuer, at: seconds)
    }
    return secret
  }

  /// Sets the person's own secret; ends all sessions but the present one. Who has an own secret already has to know it:
  /// a session left open is not enough. Throws `Invalid` or `DatabaseFault`.
  public func setSecret(
    _ secret: String, repeated: String, present: String, of person: Person, session: String, csrf: String,
    agent: String, from address: String = "", at seconds: Int64
  ) async throws {
    if let weakness = Secret.weakness(of: secret, account: person.account) {
      throw Invalid([FieldProblem("secret", weakness)])
    }
    guard secret == repeated else { throw Invalid([FieldProblem("repeated", "两次输入的密码不一致。")]) }
    try await PresentSecret(engine: engine).demand(present, in: "present", of: person, from: address, at: seconds)
    let current = try await engine.read { try $0.first(.credential(signingInAs: person.account)) }
    if let hash = current?.secretHash, await SignIn.verify(secret, hash) {
      throw Invalid([FieldProblem("secret", "新密码不能与原密码相同。")])
    }
    let hash = await Self.hash(secret)
    try await engine.write { database in
      try database.tell(.setSecret(hash, of: person.id))
      try database.tell(.deleteSessions(of: person.id))
      try database.tell(.insertSession(session, of: person.id, csrf: csrf, at: seconds, agent: agent))
      try database.log(AdminEvent(.secretSet, person.account), by: person.id, at: seconds)
    }
  }

  /// The first 管理员, made through the set-up link. Throws `NotFound` where the link is not good, `Invalid` otherwise.
  public func setUp(
    token: String, entry: Entry, secret: String, repeated: String, at seconds: Int64
  ) async throws {
    var entry = entry
    entry.posts = [Post(.administrator, at: nil)]
    if let weakness = Secret.weakness(of: secret, account: entry.account) {
      throw Invalid([FieldProblem("secret", weakness)])
    }
    guard secret == repeated else { throw Invalid([FieldProblem("repeated", "两次输入的密码不一致。")]) }
    let hash = await Self.hash(secret)
    let complete = entry
    try await engine.write { database in
      guard let expiry = try database.first(.setupLinkExpiry(Digest.of(token))), expiry >= seconds,
        try database.first(Query<Int64>.personCount) == 0
      else { throw NotFound() }
      try Self.check(complete, as: nil, in: database.reading)
      let id = try database.insert(
        .insertPerson(
          account: complete.account, name: complete.name, mobile: complete.mobile.isEmpty ? nil : complete.mobile))
      for post in complete.posts { try database.tell(.insertPost(post, of: id)) }
      try database.tell(.setSecret(hash, of: id))
      try database.tell(.deleteSetupLinks)
      try database.log(
        AdminEvent(.accountCreated, complete.account, "\(complete.name)：\(complete.held.words)"), by: id, at: seconds)
    }
  }

  /// A link for the first 管理员, good for a day; nil where there are people already. Throws `DatabaseFault`.
  public func setupToken(at seconds: Int64) async throws -> String? {
    var generator = SystemRandomNumberGenerator()
    let token = Secret.token(using: &generator)
    return try await engine.write { database in
      guard try database.first(Query<Int64>.personCount) == 0 else { return nil }
      try database.tell(.deleteSetupLinks)
      try database.tell(.insertSetupLink(Digest.of(token), expiresAt: seconds + 86_400))
      return token
    }
  }

  private static func newSecret() -> String {
    var generator = SystemRandomNumberGenerator()
    return Secret.oneTime(using: &generator)
  }

  private static func hash(_ secret: String) async -> String {
    await SlowWork.secrets.run {
      var generator = SystemRandomNumberGenerator()
      return Secret.hash(secret, using: &generator)
    }
  }

  private static func check(_ entry: Entry, as id: Int64?, in database: ReadTransaction) throws {
    let problems = try problems(of: entry, as: id, in: database)
    if !problems.isEmpty { throw Invalid(problems) }
  }

  /// What is wrong with an entry; `id` is the person's who has it already. Throws `DatabaseFault`.
  static func problems(of entry: Entry, as id: Int64?, in database: ReadTransaction) throws -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if !(2...30).contains(entry.account.count) || entry.account.contains(where: \.isWhitespace) {
      problems.append(FieldProblem("account", "账号须为 2 至 30 个字符，不含空格。"))
    } else if entry.account.allSatisfy(\.isNumber), entry.account.count == 11 {
      problems.append(FieldProblem("account", "账号不要用手机号码；手机号码请填在下一栏，可用来登录。"))
    }
    if !(1...30).contains(entry.name.count) { problems.append(FieldProblem("name", "请填写姓名，最多 30 个字。")) }
    let isMobile = entry.mobile.utf8.count == 11 && entry.mobile.utf8.allSatisfy { (48...57).contains($0) }
    if !entry.mobile.isEmpty, !(isMobile && entry.mobile.hasPrefix("1")) {
      problems.append(FieldProblem("mobile", "手机号码应为 11 位数字。"))
    }
    for (field, value, message) in [
      ("account", entry.account, "该账号已有人使用。"), ("mobile", entry.mobile, "该手机号码已有人使用。"),
    ] where !value.isEmpty {
      let others = try database.ask(Query<Person>.people(signingInAs: value)).filter { $0.id != id }
      if !others.isEmpty { problems.append(FieldProblem(field, message)) }
    }
    if entry.terms.values.contains(where: \.isEmpty) {
      problems.append(FieldProblem("until", "岗位的最后一天不能早于第一天。"))
    }
    if try database.isSeparated(), let message = Separation.problem(of: entry.posts) {
      problems.append(FieldProblem("post", message))
    }
    for post in entry.posts {
      if let unit = post.unit, let code = UnitCode(unit), try database.first(.unit(code)) == nil {
        problems.append(FieldProblem("posts", "没有编码为 \(unit) 的单位。"))
      }
    }
    return problems
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
        let id = try database.insert(
          .insertPerson(account: entry.account, name: entry.name, mobile: entry.mobile.isEmpty ? nil : entry.mobile))
        for post in entry.posts { try database.tell(.insertPost(post, of: id)) }
        try database.tell(.issueSecret(hash, to: id, expiresAt: seconds + Self.oneTimeSeconds))
        try database.log(
          AdminEvent(.accountCreated, entry.account, "\(entry.name)：\(entry.held.words)"), by: creator, at: seconds)
      }
    }
    return secrets.map(\.secret)
  }
}

extension Accounts {
  static let systemAccount = "budget-system"

  /// The account under which the budget system's values stand in histories; nobody can sign in with it.
  /// Throws `DatabaseFault`.
  public func systemPerson() async throws -> Int64 {
    try await engine.write { database in
      if let known = try database.first(Query<Person>.people(signingInAs: Self.systemAccount)) { return known.id }
      return try database.insert(.insertPerson(account: Self.systemAccount, name: "预算系统", mobile: nil))
    }
  }
}
