public import Database
import Store

/// Looks whether a published text was changed, and whether tasks are held under texts that are there.
public struct VerifyPolicies: Sendable {
  let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  /// What was looked at and what is wrong with it.
  public struct Outcome: Sendable {
    /// How many texts, of all policies.
    public var versions = 0
    /// In words.
    public var findings: [String] = []
  }

  /// Throws `DatabaseFault`.
  public func callAsFunction() async throws -> Outcome {
    var outcome = Outcome()
    let (versions, tasks, entries, logBegins) = try await reader.read { database in
      (
        try database.ask(Query<PolicyVersion>.policyVersions), try database.ask(Query<EvaluationTask>.tasks),
        try database.ask(.adminEntries(AdminFilter(group: .policies), limit: 100_000, offset: 0)),
        try database.beginningOfAdminLog()
      )
    }
    outcome.versions = versions.count
    for version in versions {
      let name = "制度 \(version.policy) 第 \(version.version) 版"
      let content = try await reader.read { try $0.first(Query<[UInt8]>.policyContent(version.hash)) }
      if content.map({ Digest.of($0) }) != version.hash { outcome.findings.append("\(name)的内容被改动") }
      let told = entries.contains { $0.event.detail.contains(version.hash) }
      if !told, version.at >= logBegins { outcome.findings.append("\(name)在管理日志中没有记录") }
    }
    let hashes = Set(versions.map(\.hash))
    for task in tasks {
      for (policy, hash) in zip(task.policies, task.policyHashes) where !hashes.contains(hash) {
        outcome.findings.append("任务“\(task.title)”所用的制度 \(policy)（\(hash.prefix(12))）不存在")
      }
    }
    return outcome
  }
}

extension ReadTransaction {
  /// Unix seconds: what is older went with the lines of the log whose time was over. 0 where none went.
  fileprivate func beginningOfAdminLog() throws -> Int64 {
    guard let floor = try first(.adminLogFloor), floor.number > 0 else { return 0 }
    return try ask(Query<AdminEntry>.adminEntries(after: floor.number, limit: 1)).first?.at ?? .max
  }
}
