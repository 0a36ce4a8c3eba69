import Audit
public import Database
import Evaluation
import Rules
import Store

/// Makes anew what can be searched and summed of the filings whose content changed. Any number of programs may do so at
/// once over the same database.
public struct RefreshExtracts: Sendable {
  let engine: any Engine
  let shelf: FilingShelf

  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// One round over at most so many filings; returns how many were due. One held under a policy that is not installed,
  /// or with a content that cannot be read, keeps the extract it has. Throws `.unavailable`.
  @discardableResult
  public func callAsFunction(limit: Int = 20) async throws -> Int {
    let due = try await engine.read { try $0.ask(.dueExtracts(limit: limit)) }
    for one in due {
      do {
        let loaded = try await engine.read { [shelf] in try shelf.filing(one.filing, in: $0) }
        try await write(loaded)
        shelf.keepAudit(of: loaded)
      } catch is NotFound {  // removed with its trial run meanwhile
      } catch DatabaseFault.unavailable(let reason) {
        throw DatabaseFault.unavailable(reason)
      } catch {
        // It must not keep the others waiting for ever.
        try await engine.write { _ = try $0.tell(.takeDueExtract(of: one.filing, upTo: one.version)) }
      }
    }
    return due.count
  }

  /// Rounds until nothing is due. Throws `DatabaseFault`.
  public func all() async throws {
    while try await self() > 0 {}
  }

  /// Unless it is no longer due.
  func write(_ loaded: LoadedFiling) async throws {
    let extract = FilingExtract(loaded.calculation)
    let figures = extract.figures.map { StoredFigure(item: $0.item, cell: $0.cell.description, value: $0.value) }
    let findings = loaded.storedFindings
    try await engine.write { database in
      // Taken before anything is written, so that of several programs one alone goes on. What is due no longer, another
      // made; what changed again since it was worked out, stays due.
      let record = loaded.record
      guard try database.tell(.takeDueExtract(of: record.id, upTo: record.version)) > 0 else { return }
      try database.putTexts(extract.texts, of: record, year: loaded.task.year)
      try database.putFigures(figures, of: record)
      try database.putFindings(findings, of: record)
      try database.putFindingCounts(of: loaded)
      try database.tell(.putExtract(of: record, grade: extract.grade, score: extract.score, Execution(figures)))
    }
  }
}

extension LoadedFiling {
  /// How often each rule found something.
  fileprivate var storedFindings: [StoredFinding] {
    let counts = Dictionary(
      audit.findings.map { ("\($0.card.id) \($0.severity.rawValue)", 1) }, uniquingKeysWith: +)
    return counts.sorted { $0.key < $1.key }.compactMap { key, number in
      let parts = key.split(separator: " ").map(String.init)
      return parts.count == 2 ? StoredFinding(rule: parts[0], severity: parts[1], number: Int64(number)) : nil
    }
  }
}
