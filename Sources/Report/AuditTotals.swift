public import Rules

/// How a run over files came out.
public struct AuditTotals: Hashable, Sendable {
  public private(set) var files = 0
  public private(set) var unread = 0
  private var counts: [Severity: Int] = [:]

  /// Nothing was looked at yet.
  public init() {}

  /// Counts a file that was read, with its findings.
  public mutating func add(_ report: AuditedReport) {
    files += 1
    for finding in report.findings { counts[finding.severity, default: 0] += 1 }
  }

  /// Counts a file that could not be read.
  public mutating func addUnread() {
    files += 1
    unread += 1
  }

  /// How many findings have it, over all files.
  public func count(of severity: Severity) -> Int { counts[severity] ?? 0 }

  /// 2 where a file could not be read, 1 where something is as bad as `limit` or worse, else 0; nil never fails.
  public func exitStatus(failingOn limit: Severity?) -> Int32 {
    if unread > 0 { return 2 }
    guard let limit else { return 0 }
    return Severity.allCases.contains { $0 >= limit && count(of: $0) > 0 } ? 1 : 0
  }
}
