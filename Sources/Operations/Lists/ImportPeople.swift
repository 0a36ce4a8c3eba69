public import Database
import Evaluation
import Store

/// Takes over a list of people from a file: all rows, or only the right ones. Each gets a one-time secret.
public struct ImportPeople: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// The columns, in the order in which rows keep their texts.
  public static let captions = ["账号", "姓名", "手机号码", "岗位", "单位编码"]
  private static let needed = ["账号", "姓名", "岗位"]

  /// A person who can sign in now, with the secret that is told only once.
  public struct Issued: Sendable {
    /// What is typed at sign-in.
    public let account: String
    public let name: String
    /// The unit's code; empty at the bureau.
    public let unit: String
    /// One-time, good for `Accounts.oneTimeSeconds`.
    public let secret: String
  }

  /// The rows of a file, each with what is wrong with it. Throws `Invalid` or `DatabaseFault`.
  public func rows(of file: TableFile) async throws -> [ListRow] {
    try file.demand(Self.needed)
    return try await checked(
      file.rows.map { ListRow(number: $0.number, texts: file.texts(of: $0, under: Self.captions)) })
  }

  /// Rows that were shown before, checked again. Throws `DatabaseFault`.
  public func checked(_ rows: [ListRow]) async throws -> [ListRow] {
    try await engine.read { try Self.checked(rows, in: $0) }
  }

  /// Throws `RowsRefused` where a row cannot be taken and `onlyRight` is false, and `DatabaseFault`.
  public func callAsFunction(
    _ rows: [ListRow], onlyRight: Bool, by person: Int64? = nil, at seconds: Int64
  ) async throws -> [Issued] {
    let checked = try await checked(rows)
    guard onlyRight || checked.allSatisfy({ $0.problem == nil }) else { throw RowsRefused(rows: checked) }
    let new = checked.filter(\.isNew)
    let secrets = try await Accounts(engine: engine).create(new.map(Self.entry), by: person, at: seconds) { database in
      // Making secrets takes a while: somebody may have added one of these people meanwhile.
      let again = try Self.checked(new, in: database)
      guard again.allSatisfy(\.isNew) else { throw RowsRefused(rows: again) }
    }
    return zip(new, secrets).map { row, secret in
      Issued(account: row.texts[0], name: row.texts[1], unit: row.texts[4], secret: secret)
    }
  }

  private static func checked(_ rows: [ListRow], in database: ReadTransaction) throws -> [ListRow] {
    var checked = try rows.map { row in
      var row = ListRow(number: row.number, texts: row.texts)
      if let problem = problem(ofPosts: row) {
        row.problem = problem
      } else {
        let problems = try Accounts.problems(of: entry(row), as: nil, in: database)
        if !problems.isEmpty { row.problem = problems.map(\.message).joined(separator: "") }
      }
      return row
    }
    checked.refuseRepeats(of: 0) { "账号与第 \($0) 行相同。" }
    checked.refuseRepeats(of: 2) { "手机号码与第 \($0) 行相同。" }
    return checked
  }

  private static func problem(ofPosts row: ListRow) -> String? {
    let words = postWords(row)
    guard !words.isEmpty else { return "请填岗位：\(titles)。" }
    let kinds = words.map { word in Post.Kind.allCases.first { $0.title == word } }
    if let index = kinds.firstIndex(where: { $0 == nil }) { return "没有“\(words[index])”这个岗位，应为\(titles)。" }
    let needsUnit = kinds.contains { $0?.isAtUnit == true }
    if needsUnit { return row.texts[4].isEmpty ? "经办岗和审核岗须填单位编码。" : nil }
    return row.texts[4].isEmpty ? nil : "财政部门的岗位不填单位编码，请核对岗位。"
  }

  private static let titles = Post.Kind.allCases.map(\.title).joined(separator: "、")

  private static func postWords(_ row: ListRow) -> [String] {
    row.texts[3].split(whereSeparator: { "、，,;；/ ".contains($0) }).map(String.init)
  }

  private static func entry(_ row: ListRow) -> Accounts.Entry {
    let posts = postWords(row).compactMap { word in Post.Kind.allCases.first { $0.title == word } }
      .map { Post($0, at: $0.isAtUnit ? row.texts[4] : nil) }
    return Accounts.Entry(account: row.texts[0], name: row.texts[1], mobile: row.texts[2], posts: posts)
  }
}
