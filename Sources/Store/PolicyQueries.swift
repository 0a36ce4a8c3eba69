public import Database

/// One text of a policy, without the text: it is never altered.
public struct PolicyVersion: Sendable, Hashable, Identifiable {
  /// The policy's id: "hunan-2024-department".
  public let policy: String
  /// As the text says.
  public let version: Int
  /// SHA-256 of the text, hexadecimal.
  public let hash: String
  /// As the text says.
  public let title: String
  /// From the program or from somebody here.
  public let origin: Origin
  /// What it changes, in the words of who published it.
  public let note: String
  /// The name of who published it; nil where it came with the program.
  public let person: String?
  /// Unix seconds.
  public let at: Int64
  /// The same as its hash.
  public var id: String { hash }

  /// Where a text comes from.
  public enum Origin: String, Sendable, CaseIterable {
    /// With the program.
    case delivered
    /// By somebody here.
    case entered
  }
}

extension Query where Output == PolicyVersion {
  private static func versions(_ rest: SQL) -> Query {
    let columns: SQL = """
      SELECT policy_version.policy, policy_version.version, policy_version.hash, policy_version.title,
        policy_version.origin, policy_version.note, person.name, policy_version.at
      FROM policy_version LEFT JOIN person ON person.id = policy_version.person_id
      """
    return Query(columns + rest) { row in
      PolicyVersion(
        policy: try row.text(), version: Int(try row.integer()), hash: try row.text(), title: try row.text(),
        origin: try row.stored(PolicyVersion.Origin.self), note: try row.text(), person: try row.optionalText(),
        at: try row.integer())
    }
  }
  /// The newest is the one with the highest number; at the same number what was entered here comes after what was
  /// delivered.
  private static let order: SQL = " ORDER BY policy_version.policy, version, origin, policy_version.id"
  /// By policy, the newest of each last.
  public static let policyVersions = versions(order)
  /// Of one policy, the newest last.
  public static func policyVersions(of policy: String) -> Query {
    versions(" WHERE policy_version.policy = \(policy)" + order)
  }
  /// By the SHA-256 of the text, hexadecimal; one at most.
  public static func policyVersion(_ hash: String) -> Query { versions(" WHERE policy_version.hash = \(hash)") }
}

extension Query where Output == [UInt8] {
  /// The text as it was taken, UTF-8; by its hash.
  public static func policyContent(_ hash: String) -> Query {
    Query("SELECT content FROM policy_version WHERE hash = \(hash)") { row in try row.bytes() }
  }
}

extension Command {
  /// For good. `person` is nil for what comes with the program.
  public static func insertPolicy(
    _ policy: String, version: Int, hash: String, title: String, content: [UInt8], _ origin: PolicyVersion.Origin,
    note: String, by person: Int64?, at seconds: Int64
  ) -> Command {
    Command(
      """
      INSERT INTO policy_version (policy, version, hash, title, content, origin, note, person_id, at)
      VALUES (\(policy), \(version), \(hash), \(title), \(content), \(origin.rawValue), \(note), \(person), \(seconds))
      """)
  }
  /// Holds a task under texts, by their hashes in the order of its policies; empty for the newest.
  public static func holdTask(_ id: Int64, under hashes: [String]) -> Command {
    Command("UPDATE task SET policy_hashes = \(hashes.joined(separator: " ")) WHERE id = \(id)")
  }
}
