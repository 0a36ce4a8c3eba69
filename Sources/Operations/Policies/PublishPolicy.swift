public import Database
public import Evaluation
public import Policies
import Rules
public import Store

/// Keeps a new text of a policy, or the first one of a new policy, for good.
public struct PublishPolicy: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// What was typed for it.
  public struct Entry: Sendable {
    /// The policy's id: "hunan-2024-department".
    public var policy: String
    /// The whole policy, as a file has it.
    public var text: String
    /// What it changes.
    public var note: String
    /// Only the text keeps the blanks at its ends.
    public init(policy: String, text: String, note: String) {
      self.policy = policy.trimming
      self.text = text
      self.note = note.trimming
    }

    /// Browsers send forms with other ends of lines than files have.
    var bytes: [UInt8] { Array(text.replacing("\r\n", with: "\n").utf8) }
    /// The text, read and checked as `jiheng policy check` does.
    public var file: PolicyFile { PolicyFile(name: policy.isEmpty ? "new" : policy, bytes: bytes) }
  }

  /// Everything that keeps it from being published.
  public struct Unfit: Error, Sendable {
    /// What is wrong with the fields of the form.
    public var problems: [FieldProblem] = []
    /// What is wrong with the text: errors alone.
    public var faults: [PolicyFault] = []
  }

  /// The hash of the text. Throws `Forbidden`, `Unfit` with all that is wrong, or `DatabaseFault`.
  public func callAsFunction(
    _ entry: Entry, by person: Person, from address: String = "", at seconds: Int64
  ) async throws -> String {
    guard person.administers(.system) else { throw Forbidden("只有管理员（\(Duty.system.title)）可以发布制度。") }
    let file = entry.file
    var unfit = Unfit(faults: file.faults.filter { $0.severity == .error })
    if entry.policy.isEmpty || entry.policy.count > 60 {
      unfit.problems.append(FieldProblem("policy", "请填制度代号，如 hunan-2025-department，最多 60 字。"))
    }
    if entry.note.isEmpty || entry.note.count > 500 {
      unfit.problems.append(FieldProblem("note", "请写明改了什么、依据什么，最多 500 字。"))
    }
    guard let policy = file.policy, unfit.problems.isEmpty, unfit.faults.isEmpty else { throw unfit }
    return try await engine.write { database in
      // First of all: who publishes at the same time waits for the log.
      try database.log(
        AdminEvent(.policyPublished, policy.id, "第 \(policy.version) 版，SHA-256 \(policy.hash)。\(entry.note)"),
        by: person.id, from: address, at: seconds)
      let unfit = Unfit(
        problems: try database.reading.refusals(of: policy), faults: [])
      guard unfit.problems.isEmpty else { throw unfit }
      try database.tell(
        .insertPolicy(
          policy.id, version: policy.version, hash: policy.hash, title: policy.title, content: entry.bytes, .entered,
          note: entry.note, by: person.id, at: seconds))
      return policy.hash
    }
  }
}

extension Person {
  /// The posts of the finance bureau look at policies; 系统管理员 publish them.
  public var readsPolicies: Bool { posts.contains { !$0.kind.isAtUnit } }
}

extension ReadTransaction {
  /// Why a text cannot follow those that there are.
  fileprivate func refusals(of policy: Policy) throws -> [FieldProblem] {
    if let same = try first(.policyVersion(policy.hash)) {
      return [FieldProblem("text", "内容与《\(same.title)》第 \(same.version) 版完全相同，没有需要发布的改动。")]
    }
    guard let newest = try ask(.policyVersions(of: policy.id)).last else { return [] }
    var problems: [FieldProblem] = []
    if policy.version <= newest.version {
      problems.append(
        FieldProblem(
          "text", "这份制度已有第 \(newest.version) 版，version 应写 \(newest.version + 1)。已发布的版本不能改动。"))
    }
    guard let content = try first(Query<[UInt8]>.policyContent(newest.hash)),
      let before = PolicyFile(name: policy.id, bytes: content).policy
    else { return problems }
    let facts = [
      ("region", before.region, policy.region), ("year", "\(before.year)", "\(policy.year)"),
      ("object", before.object.rawValue, policy.object.rawValue),
    ]
    for (name, was, now) in facts where was != now {
      problems.append(
        FieldProblem("text", "\(name) 由“\(was)”改成了“\(now)”：换了地区、年度或对象的是另一份制度，请另写代号。"))
    }
    return problems
  }
}
