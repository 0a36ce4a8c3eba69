public import Database
import Store

/// Recomputes the chain of the log.
public struct VerifyLog: Sendable {
  let reader: any Reader
  public init(reader: any Reader) { self.reader = reader }

  /// What was looked at and what is wrong with it.
  public struct Outcome: Sendable {
    /// How many lines were recomputed.
    public var entries = 0
    /// How many lines of the beginning were deleted when their time was over.
    public var deleted: Int64 = 0
    /// In words.
    public var findings: [String] = []
  }

  /// Throws `DatabaseFault`.
  public func callAsFunction() async throws -> Outcome {
    var outcome = Outcome()
    // What is put down meanwhile is not looked at.
    let (floor, head) = try await reader.read { (try $0.first(.adminLogFloor), try $0.first(.adminLogHead)) }
    var (number, chain) = (floor?.number ?? 0, floor?.chain ?? "")
    outcome.deleted = number
    let end = head?.number ?? 0
    /// That nothing is gone, or that what is gone was put down.
    var isExplained = number == 0
    let explanation = AdminEvent.deletedLog(through: number)
    while true {
      let last = number
      let entries = try await reader.read {
        try $0.ask(Query<AdminEntry>.adminEntries(after: last, limit: 1_000))
      }.filter { $0.number <= end }
      guard !entries.isEmpty else { break }
      for entry in entries {
        isExplained = isExplained || entry.event == explanation
        if entry.number != number + 1 { outcome.findings.append("管理日志第 \(number + 1) 条缺失") }
        let expected = AdminChain.next(
          after: chain, number: entry.number, entry.event, by: entry.person, from: entry.address, at: entry.at)
        if entry.chain != expected { outcome.findings.append("管理日志第 \(entry.number) 条被改动") }
        (number, chain) = (entry.number, entry.chain)
      }
      outcome.entries += entries.count
    }
    // Its beginning was deleted meanwhile: what was read does not fit together.
    if try await reader.read({ try $0.first(.adminLogFloor)?.number }) != floor?.number { return try await self() }
    if !isExplained { outcome.findings.append("管理日志的开头缺失，没有到期删除的记录") }
    if number != end || chain != head?.chain ?? "" { outcome.findings.append("管理日志的末尾与记录不一致") }
    return outcome
  }
}
