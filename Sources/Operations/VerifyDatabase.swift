public import Database

/// Everything that can be recomputed: the histories and contents of filings, the log of administration, the policies.
public struct VerifyDatabase: Sendable {
  let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  /// What was looked at and what does not agree.
  public struct Outcome: Sendable, Hashable {
    /// How many were looked at, here and below.
    public var filings = 0
    /// Of the histories of filings.
    public var entries = 0
    /// Of the log of administration.
    public var logEntries = 0
    /// How many texts of policies.
    public var policies = 0
    /// In words.
    public var findings: [String] = []

    /// What was looked at and how it ended, in a sentence.
    public var words: String {
      "核对 \(filings) 份自评、\(entries) 条历史记录、\(logEntries) 条管理日志、\(policies) 份制度文本，"
        + (findings.isEmpty ? "没有发现问题。" : "发现 \(findings.count) 处问题。")
    }
  }

  /// Throws `DatabaseFault`.
  public func callAsFunction() async throws -> Outcome {
    let history = try await VerifyHistory(reader: reader)()
    let log = try await VerifyLog(reader: reader)()
    let policies = try await VerifyPolicies(reader: reader)()
    return Outcome(
      filings: history.filings, entries: history.entries, logEntries: log.entries, policies: policies.versions,
      findings: history.findings + log.findings + policies.findings)
  }
}
