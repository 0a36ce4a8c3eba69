import Audit
import Conversion
import Database
import Evaluation
import Policies
import Store
import Testing

@testable import Operations

/// What of the demo county anybody can read.
@Suite("Publications of the demo", .timeLimit(.minutes(10))) struct DemoPublicationTests {
  /// No office suite: the pages are looked at in the browser tests.
  private static let press = PagePress(folders: ProgramFolders([]))

  private func county(isPublished: Bool) async throws -> (any Engine, MakeDemo.Made) {
    let engine = try SQLiteEngine.inMemory()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1_740_000_000)
    let library = try PolicyLibrary.bundled()
    try await DeliverPolicies(engine: engine)(library, at: 1_740_000_000)
    let policies = PolicyShelf(library.policies)
    let shelf = FilingShelf(reader: engine, policies: policies)
    let press = DemoPress(engine: engine, shelf: shelf, press: Self.press) { copy in
      copy.loaded.filing.sheets.flatMap { $0.entries.values.map(\.text) }.joined(separator: "\n")
    }
    let made = try await MakeDemo(
      engine: engine, shelf: shelf, policies: policies, press: isPublished ? press : nil)(at: 1_740_000_000)
    return (engine, made)
  }

  @Test func `two units have published, one of them with a correction that shows what was cut`() async throws {
    let (engine, made) = try await county(isPublished: true)
    #expect(made.publications.map { "\($0.unit) \($0.version)" } == ["201001 1", "202001 1", "202001 2"])
    let filing = try #require(made.publications.last?.filing)
    let versions = try await engine.read { try $0.ask(.publications(of: filing)) }
    #expect(versions.map(\.number) == [2, 1] && versions.allSatisfy { $0.withdrawnAt == nil })
    #expect(versions.first?.note == "补充自评工作的联系人和电话。")
    let pages = try await engine.read { database in
      try versions.compactMap { try database.first(.files(ofPublication: $0.id))?.page }
    }
    #expect(pages.map { $0.contains("何俊") } == [true, false])
    let task = try await engine.read { try $0.first(.task(made.task)) }
    #expect(task?.publicBy == "2025-04-21")
  }

  @Test func `forms are signed, and every warning is explained by a reason of its own`() async throws {
    let (engine, made) = try await county(isPublished: false)
    let filing = try #require(made.units.first { $0.code == "201001" }?.filing)
    let explanations = try await engine.read { try $0.ask(.explanations(of: filing)) }.map(\.text)
    #expect(explanations.count > 5 && Set(explanations).count == explanations.count)
    let policies = PolicyShelf(try PolicyLibrary.bundled().policies)
    let projects = try await FilingShelf(reader: engine, policies: policies).filing(filing).filing.sheets
      .filter { $0.id.hasPrefix("project-") }
    #expect(projects.count == 4)
    let reasons = projects.flatMap { sheet in
      #expect(sheet.entries[CellKey("footer", "preparer")]?.text.isEmpty == false)
      #expect(sheet.entries[CellKey("footer", "date")]?.text.hasPrefix("2025年3月") == true)
      return sheet.entries.filter { $0.key.column == "reason" }.map(\.value.text).filter { !$0.isEmpty }
    }
    #expect(reasons.count == 3 && Set(reasons).count == 3)
  }

  @Test func `without a press nothing is public and no day is set`() async throws {
    let (engine, made) = try await county(isPublished: false)
    #expect(made.publications.isEmpty)
    let filing = try #require(made.units.first { $0.code == "201001" }?.filing)
    #expect(try await engine.read { try $0.ask(.publications(of: filing)) }.isEmpty)
    #expect(try await engine.read { try $0.first(.task(made.task)) }?.publicBy == "")
  }
}
