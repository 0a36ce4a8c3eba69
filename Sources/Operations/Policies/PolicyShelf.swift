public import Database
public import Evaluation
import Policies
public import Store
import Synchronization

/// Answers the policies of tasks and the newest of each, whether they came with the program or were entered here. A
/// text is read once: what a hash stands for never changes, so any number of programs may share a database.
public final class PolicyShelf: Sendable {
  private let delivered: [Policy]
  private let read: Mutex<[String: Policy]>

  /// With the policies that come with the program.
  public init(_ delivered: [Policy]) {
    self.delivered = delivered
    read = Mutex(Dictionary(delivered.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Those that a task is held under; for a draft the newest. Throws `PolicyMissing` or `DatabaseFault`.
  public func policies(of task: EvaluationTask, in database: ReadTransaction) throws -> PolicySet {
    guard !task.policyHashes.isEmpty else { return try newest(task.policies, in: database) }
    return PolicySet(
      try zip(task.policies, task.policyHashes).map { id, hash in
        guard let policy = try policy(hash, in: database) else { throw PolicyMissing(id) }
        return policy
      })
  }

  /// Throws `PolicyMissing` or `DatabaseFault`.
  public func newest(_ ids: [String], in database: ReadTransaction) throws -> PolicySet {
    let newest = try newest(in: database)
    return PolicySet(
      try ids.map { id in
        guard let policy = newest.first(where: { $0.id == id }) else { throw PolicyMissing(id) }
        return policy
      })
  }

  /// The newest text of each policy, by their ids; a text that this program cannot read is left out. Throws
  /// `DatabaseFault`.
  public func newest(in database: ReadTransaction) throws -> [Policy] {
    let kept = try database.newestPolicyVersions()
    let entered = try kept.values.compactMap { try policy($0.hash, in: database) }
    return (entered + delivered.filter { kept[$0.id] == nil }).sorted { $0.id < $1.id }
  }

  /// A text by its hash; nil where there is none, or this program cannot read it. Throws `DatabaseFault`.
  public func policy(_ hash: String, in database: ReadTransaction) throws -> Policy? {
    if let policy = read.withLock({ $0[hash] }) { return policy }
    guard let version = try database.first(.policyVersion(hash)),
      let content = try database.first(Query<[UInt8]>.policyContent(hash)),
      let policy = PolicyFile(name: version.policy, bytes: content).policy, policy.hash == hash
    else { return nil }
    return read.withLock { read in
      // Somebody else may have read it meanwhile: one text is one value.
      if let earlier = read[hash] { return earlier }
      read[hash] = policy
      return policy
    }
  }
}

/// A task is held under a policy that this program does not have.
public struct PolicyMissing: Error, Sendable {
  /// The policy's id, not the hash of the text that is missing.
  public let id: String
  public init(_ id: String) { self.id = id }
}

extension ReadTransaction {
  /// The newest text of each policy, by the policy's id. Throws `DatabaseFault`.
  func newestPolicyVersions() throws -> [String: PolicyVersion] {
    Dictionary(try ask(Query<PolicyVersion>.policyVersions).map { ($0.policy, $0) }, uniquingKeysWith: { $1 })
  }
}

extension WriteTransaction {
  /// From now on the task is held under the texts that are the newest now. Throws `DatabaseFault`.
  func holdTask(_ task: Int64, underNewest ids: [String]) throws {
    let newest = try reading.newestPolicyVersions()
    let hashes = ids.compactMap { newest[$0]?.hash }
    // A policy that is in no database has no versions.
    guard hashes.count == ids.count else { return }
    try tell(.holdTask(task, under: hashes))
  }
}
