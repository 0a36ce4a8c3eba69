public import Database
import Evaluation
public import Policies
import Store

/// Puts the policies that come with the program into the database, so that what a task is held under stays when the
/// program is replaced.
public struct DeliverPolicies: Sendable {
  let engine: any Engine
  public init(engine: any Engine) { self.engine = engine }

  /// How many texts were new. Does nothing where all are known. Throws `DatabaseFault`.
  @discardableResult
  public func callAsFunction(_ library: PolicyLibrary, at seconds: Int64) async throws -> Int {
    let files = library.files
    let isKnown = try await engine.read { try $0.newFiles(of: files).isEmpty && $0.looseTasks().isEmpty }
    if isKnown { return 0 }
    return try await engine.write { database in
      // First of all: who comes at the same time waits for the log.
      let new = try database.reading.newFiles(of: files)
      if !new.isEmpty {
        let words = new.map { "\($0.policy.id) 第 \($0.policy.version) 版（\($0.policy.hash)）" }
        try database.log(
          AdminEvent(.policyDelivered, "\(new.count) 份", words.joined(separator: "、")), by: nil, at: seconds)
      }
      // Those that another program put there while this one waited.
      let kept = Set(try database.ask(Query<PolicyVersion>.policyVersions).map(\.hash))
      for (policy, bytes) in new where !kept.contains(policy.hash) {
        try database.tell(
          .insertPolicy(
            policy.id, version: policy.version, hash: policy.hash, title: policy.title, content: bytes, .delivered,
            note: "", by: nil, at: seconds))
      }
      for task in try database.reading.looseTasks() { try database.holdTask(task.id, underNewest: task.policies) }
      return new.count
    }
  }
}

extension ReadTransaction {
  fileprivate func newFiles(of files: [PolicyFile]) throws -> [(policy: Policy, bytes: [UInt8])] {
    let kept = Set(try ask(Query<PolicyVersion>.policyVersions).map(\.hash))
    return files.compactMap { file in
      file.policy.flatMap { kept.contains($0.hash) ? nil : ($0, file.bytes) }
    }
  }

  /// Tasks that were launched before texts were kept.
  fileprivate func looseTasks() throws -> [EvaluationTask] {
    try ask(Query<EvaluationTask>.tasks).filter { $0.phase != .draft && $0.policyHashes.isEmpty }
  }
}
