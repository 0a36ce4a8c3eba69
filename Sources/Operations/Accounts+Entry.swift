import Database
public import Evaluation
import Store

extension Accounts {
  /// What is typed for a person.
  public struct Entry: Sendable {
    /// 2 to 30 characters without blanks; cannot be changed later.
    public var account: String
    public var name: String
    /// Eleven digits; empty where none is given.
    public var mobile: String
    /// Those of the person's own; a post at a unit with the unit's code.
    public var posts: [Post]
    /// From when to when; what is not named is held without an end.
    public var terms: [Post: PostTerm] = [:]
    var held: [HeldPost] { posts.map { HeldPost($0, terms[$0] ?? .always) } }
    /// Texts lose the blanks at their ends. Posts have no terms until they are set.
    public init(account: String, name: String, mobile: String, posts: [Post]) {
      self.account = account.trimming
      self.name = name.trimming
      self.mobile = mobile.trimming
      self.posts = posts
    }
  }

  /// Throws `Invalid` with what is wrong with an entry, or `DatabaseFault`.
  static func check(_ entry: Entry, as id: Int64?, in database: ReadTransaction) throws {
    let problems = try problems(of: entry, as: id, in: database)
    if !problems.isEmpty { throw Invalid(problems) }
  }

  /// What is wrong with an entry; `id` is the person's who has it already. Throws `DatabaseFault`.
  static func problems(of entry: Entry, as id: Int64?, in database: ReadTransaction) throws -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if !(2...30).contains(entry.account.count) || entry.account.contains(where: \.isWhitespace) {
      problems.append(FieldProblem("account", "账号须为 2 至 30 个字符，不含空格。"))
    } else if entry.account == systemAccount {
      problems.append(FieldProblem("account", "此账号由系统使用，请换一个。"))
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
}
