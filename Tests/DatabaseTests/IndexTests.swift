import Evaluation
import Store
import Testing

@testable import Database

/// What is asked all the time, or of all years at once, is found in indices however much is stored.
@Suite("Plans of SQLite", .timeLimit(.minutes(10))) struct IndexTests {
  /// The steps in which SQLite would answer.
  private func plan(_ sql: SQL) async throws -> [String] {
    let engine = try SQLiteEngine.inMemory()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    return try await engine.write { database in
      try database.ask(
        Query("EXPLAIN QUERY PLAN " + sql) { row in
          for _ in 0..<3 { _ = try row.integer() }
          return try row.text()
        })
    }
  }

  @Test func deliveriesAreLookedForAmongTheLatestAlone() async throws {
    for command in [Command.insertDeliveries(since: 1, at: 2), .insertStageDeliveries(since: 1, at: 2)] {
      let steps = try await plan(command.sql)
      #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
    }
    for sql in [
      Query<DeliveryRecord>.dueDeliveries(at: 1, limit: 9).sql,
      Query<StageDelivery>.dueStageDeliveries(at: 1, limit: 9).sql,
    ] {
      let steps = try await plan(sql)
      #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
    }
  }

  @Test func sheetsOfAFormAreChosenBeforeTheirContentIsRead() async throws {
    let steps = try await plan(Query<Sheet>.sheets(madeTo: "base", department: nil, besides: 1, limit: 9).sql)
    #expect(steps.contains { $0.contains("COVERING INDEX sheet_form") }, "\(steps)")
    #expect(!steps.contains { $0.hasPrefix("SCAN sheet") }, "\(steps)")
  }
}
