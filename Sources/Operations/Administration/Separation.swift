public import Database
import Evaluation
public import Store

/// 三员分立: system, security and audit are three people.
public enum Separation {
  static let kinds = Duty.allCases.map(\.post.rawValue)

  /// What is wrong about somebody with these posts where the three are separated; nil where nothing is.
  static func problem(of posts: some Sequence<Post>) -> String? {
    let held = Set(posts.map(\.kind))
    if held.contains(.administrator) { return "三员已分立，不能再设“管理员”。" }
    let count = Duty.allCases.count { held.contains($0.post) }
    return count > 1 ? "系统管理员、安全管理员、审计管理员不能由同一人担任。" : nil
  }
}

extension ReadTransaction {
  /// Whether the three administrators are separated. Throws `DatabaseFault`.
  public func isSeparated() throws -> Bool { try first(.setting(.separation)) == "on" }

  /// Where the three are separated, nobody changes the own posts. Throws `Invalid` or `DatabaseFault`.
  func demandOther(than id: Int64, by person: Int64?, field: String) throws {
    guard person == id, try isSeparated() else { return }
    throw Invalid([FieldProblem(field, "三员已分立，不能变更自己的岗位，请由另一位安全管理员办理。")])
  }
}

/// Parts the 管理员 into three people, once and for all: only the command line brings them together again.
public struct SeparateAdministrators: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// The accounts that are typed.
  public struct Entry: Sendable {
    /// The account of the future 系统管理员, or the person's mobile number, here and below.
    public var system: String
    /// Of the future 安全管理员.
    public var security: String
    /// Of the future 审计管理员.
    public var audit: String
    /// Accounts lose the blanks at their ends.
    public init(system: String, security: String, audit: String) {
      self.system = system.trimming
      self.security = security.trimming
      self.audit = audit.trimming
    }
  }

  /// Takes 管理员 away from everybody. Throws `Forbidden`, `Invalid` with every fault, or `DatabaseFault`.
  public func callAsFunction(_ entry: Entry, by person: Person, at seconds: Int64) async throws {
    guard person.holds(.administrator) else { throw Forbidden("只有管理员可以分立三员。") }
    try await engine.write { database in
      let wanted = [(Duty.system, entry.system), (.security, entry.security), (.audit, entry.audit)]
      var (chosen, problems): ([(Duty, Person)], [FieldProblem]) = ([], [])
      for (duty, account) in wanted {
        let found = try database.ask(Query<Person>.people(signingInAs: account)).first { !$0.isClosed }
        if let problem = FieldProblem.ofAccount(found, field: duty.rawValue) { problems.append(problem) }
        if let found {
          if chosen.contains(where: { $0.1.id == found.id }) {
            problems.append(FieldProblem(duty.rawValue, "三员须由三个不同的人担任。"))
          }
          chosen.append((duty, found))
        }
      }
      guard problems.isEmpty else { throw Invalid(problems) }
      try database.tell(.deletePosts(ofKinds: Separation.kinds + [Post.Kind.administrator.rawValue]))
      for (duty, found) in chosen { try database.tell(.insertPost(Post(duty.post, at: nil), of: found.id)) }
      try database.tell(.put("on", for: .separation))
      let words = chosen.map { "\($0.0.title)：\($0.1.account)" }.joined(separator: "，")
      try database.log(AdminEvent(.separated, "三员", words), by: person.id, at: seconds)
    }
  }
}

/// Gives all three parts to one person again, from the command line.
public struct UniteAdministrators: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// Throws `NotFound` for an account that is not there or closed, or `DatabaseFault`.
  public func callAsFunction(_ account: String, at seconds: Int64) async throws {
    try await engine.write { database in
      let found = try database.ask(Query<Person>.people(signingInAs: account)).first { !$0.isClosed }
      guard let found else { throw NotFound() }
      try database.tell(.deletePosts(ofKinds: Separation.kinds))
      try database.tell(.insertPost(Post(.administrator, at: nil), of: found.id))
      try database.tell(.put("off", for: .separation))
      try database.log(AdminEvent(.united, "三员", "管理员：\(found.account)"), by: nil, at: seconds)
    }
  }
}
