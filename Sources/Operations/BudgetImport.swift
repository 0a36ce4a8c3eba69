public import Database
public import Evaluation
import Store

/// Keeps what the budget system gives and takes it over into the filings that are being filled in.
public struct BudgetImport: Sendable {
  let engine: any Engine
  let shelf: FilingShelf

  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// One value for one unit.
  public struct Row: Sendable, Hashable {
    public let unit: UnitCode
    /// Whose filing it is for.
    public let year: Int
    /// See `BudgetPath`.
    public let place: String
    /// As the budget system gave it.
    public let text: String
    public init(unit: UnitCode, year: Int, place: String, text: String) {
      self.unit = unit
      self.year = year
      self.place = place
      self.text = text
    }
  }

  /// What came of an import.
  public struct Outcome: Sendable {
    /// Values kept, over all units.
    public var values = 0
    /// Filings that took something over at once.
    public var filings = 0
    /// What could not be placed, with its unit.
    public var problems: [FieldProblem] = []
  }

  /// Replaces all earlier values of the units and years that occur. Throws `DatabaseFault`.
  public func callAsFunction(_ rows: [Row], by person: Int64, at seconds: Int64) async throws -> Outcome {
    var outcome = Outcome()
    let groups = Dictionary(grouping: rows) { "\($0.year) \($0.unit)" }
    for (_, rows) in groups.sorted(by: { $0.key < $1.key }) {
      guard let first = rows.first else { continue }
      let kept = Self.lastOfEachPlace(rows)
      let known = try await engine.write { database in
        guard try database.first(.unit(first.unit)) != nil else { return false }
        try database.tell(.deleteBudgetValues(of: first.unit, year: first.year))
        for (position, row) in kept.enumerated() {
          let value = BudgetValue(place: row.place, text: row.text)
          try database.tell(
            .insertBudgetValue(value, position: position, of: first.unit, year: first.year, at: seconds))
        }
        return true
      }
      guard known else {
        outcome.problems.append(FieldProblem(first.unit.description, "没有编码为 \(first.unit) 的单位。"))
        continue
      }
      outcome.values += kept.count
      try await sync(first.unit, year: first.year, by: person, at: seconds, into: &outcome)
    }
    return outcome
  }

  /// Takes the kept values over into the unit's open filings of that year; typed values stay beside them.
  private func sync(
    _ unit: UnitCode, year: Int, by person: Int64, at seconds: Int64, into outcome: inout Outcome
  ) async throws {
    let open = try await engine.read { database in
      let filter = FilingFilter(unit: unit, stages: [.drafting])
      let values = try database.ask(.budgetValues(of: unit, year: year))
      return (ids: try database.ask(.filings(filter, limit: 100)).map(\.id), values: values)
    }
    for id in open.ids {
      var problems: [FieldProblem] = []
      let (before, after) = try await OptimisticWrite(engine: engine, shelf: shelf)(on: id) { before in
        guard before.filing.year == year, before.record.stage == .drafting, !before.task.isClosed,
          before.record.standing.waiver != .accepted
        else { return nil }
        let placed = BudgetPlacement.placing(open.values, in: before.filing)
        problems = placed.problems
        guard !placed.changes.isEmpty else { return nil }
        return before.step(to: placed.filing, .edit(placed.changes), by: .program(person), at: seconds)
      }
      outcome.problems += problems.map { FieldProblem("\(unit) \($0.field)", $0.message) }
      if before.record.version != after.record.version { outcome.filings += 1 }
    }
  }

  private static func lastOfEachPlace(_ rows: [Row]) -> [Row] {
    var seen: [String: Int] = [:]
    var kept: [Row] = []
    for row in rows {
      if let index = seen[row.place] {
        kept[index] = row
      } else {
        seen[row.place] = kept.count
        kept.append(row)
      }
    }
    return kept
  }
}
