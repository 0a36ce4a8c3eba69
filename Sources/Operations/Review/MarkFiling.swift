public import Database
public import Evaluation
public import Store

/// Enters 核查分 and opinions beside the unit's scores.
public struct MarkFiling: Sendable {
  private let engine: any Engine
  private let write: OptimisticWrite
  private let results: KeepResults
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    results = KeepResults(engine: engine, shelf: shelf)
    write = OptimisticWrite(engine: engine, shelf: shelf)
  }

  /// Keeps all marks or none. Throws `Invalid` with every fault, `NotFound`, `Refused`, `Forbidden`, `StaleVersion` or
  /// `DatabaseFault`.
  public func callAsFunction(
    _ marks: [ReviewMark], on id: Int64, expecting version: Int64, by person: Person, at seconds: Int64
  ) async throws {
    let (before, after) = try await write(on: id) { before in
      try before.demandMarkable(by: person)
      guard before.record.version == version else { throw StaleVersion() }
      var accepted: [ReviewMark] = []
      var problems: [FieldProblem] = []
      for mark in marks {
        do throws(FieldProblem) { accepted.append(try before.calculation.accepted(mark)) } catch {
          problems.append(error)
        }
      }
      guard problems.isEmpty else { throw Invalid(problems) }
      let known = try await engine.read { try $0.ask(.marks(of: id)) }.map(\.mark)
      let changed = accepted.filter { mark in
        known.first { $0.cell == mark.cell } ?? ReviewMark(cell: mark.cell, points: "", opinion: "") != mark
      }
      guard !changed.isEmpty else { return nil }
      return before.noted(.review(changed), by: person, at: seconds) { database in
        for mark in changed { try database.tell(.putMark(mark, filing: id, by: person.id, at: seconds)) }
        try database.tell(.outdateResult(of: id))
      }
    }
    guard after.record.version != before.record.version else { return }
    // The marks are kept. What the results would miss here is worked out later: it is marked as missing.
    try? await results.keep(after)
  }
}

extension LoadedFiling {
  /// Throws `NotFound`, `Forbidden` or `Refused` where this person may not enter marks now.
  public func demandMarkable(by person: Person) throws {
    guard person.canSee(record, in: task) else { throw NotFound() }
    let roles = person.posts.roles(towards: record.unit.code)
    guard roles.contains(.finance) || roles.contains(.department) else {
      throw Forbidden("只有主管部门和财政绩效经办可以核查。")
    }
    guard roles.mayMark(in: record.stage) else { throw Refused([.wrongStage(record.stage)]) }
  }

  /// Marks are shown to the unit once the review is over: when the filing comes back or is done.
  public func showsMarks(to person: Person) -> Bool {
    let roles = person.posts.roles(towards: record.unit.code)
    return roles.contains(.finance) || roles.contains(.department) || record.stage == .done || record.stage == .drafting
  }

  /// An entry of the history that leaves the content as it is.
  func noted(
    _ detail: HistoryDetail, by person: Person, at seconds: Int64,
    write: @escaping @Sendable (WriteTransaction) throws -> Void
  ) -> OptimisticWrite.Step {
    let entry = PreparedEntry(detail, after: record, by: person, at: seconds)
    return OptimisticWrite.Step(after: with(record.advanced(by: entry)), entry: entry, write: write)
  }
}
