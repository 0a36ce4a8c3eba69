import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Editing a filing", .timeLimit(.minutes(10))) struct EditFilingTests {
  private func begun() async throws -> (County, Int64) {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    return (county, filing)
  }

  @Test func `a filing takes no more files than can be exported in one piece`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    let attach = AttachFile(engine: county.engine, shelf: county.shelf)
    func add(_ name: String) async throws {
      try await attach.add(
        name: name, content: Array("%PDF-1.7 示例".utf8), to: "report", in: filing, by: try county.person("jb201002"),
        at: County.now)
    }
    for number in 1...AttachFile.most { try await add("附件\(number).pdf") }
    await #expect(throws: Invalid.self) { try await add("多出的附件.pdf") }
    let files = try await county.engine.read { try $0.ask(.attachments(of: filing)) }
    try await attach.remove(files[0].id, from: filing, by: try county.person("jb201002"), at: County.now)
    try await add("换上的附件.pdf")
  }

  @Test func keepsWhatWasTypedAndWhatFollows() async throws {
    let (county, filing) = try await begun()
    let outcome = try await county.edit(
      [.set("base/reception/final", "５.17"), .set("base/vehicleRunning/final", "4.64")], filing, by: "jb201002")
    #expect(outcome.problems.isEmpty && outcome.changes.count == 2)
    let fresh = FilingShelf(reader: county.engine, policies: County.policies)
    let loaded = try await fresh.filing(filing)
    #expect(loaded.calculation.text(at: CellAddress("base", "reception", "final")) == "5.17")
    #expect(loaded.calculation.text(at: CellAddress("base", "threePublic", "final")) == "9.81")
    #expect(loaded.record.version == outcome.after.record.version)
  }

  @Test func `the number of a removed project is not given away again, by no program`() async throws {
    let (county, filing) = try await begun()
    _ = try await county.edit([.addProject], filing, by: "jb201002")
    _ = try await county.edit([.removeProject(sheet: "project-1")], filing, by: "jb201002")
    let fresh = FilingShelf(reader: county.engine, policies: County.policies)
    let found = try await fresh.filing(filing)
    let edit = EditFiling(engine: county.engine, shelf: fresh)
    let outcome = try await edit(
      [.addProject], in: filing, found: found, by: try county.person("jb201002"), at: County.now)
    #expect(outcome.after.filing.sheets.last?.id == "project-2")
  }

  @Test func tellsWhatItCannotTakeAndKeepsTheRest() async throws {
    let (county, filing) = try await begun()
    let outcome = try await county.edit(
      [
        .set("base/reception/final", "五万"), .set("base/abroad/final", "1"), .set("base/threePublic/final", "9"),
        .set("base/nowhere/final", "1"), .set("base/staff/posts", "2.5"),
      ], filing, by: "jb201002")
    #expect(outcome.changes.map(\.place) == ["base/abroad/final"])
    #expect(
      outcome.problems.map(\.field) == [
        "base/reception/final", "base/threePublic/final", "base/nowhere/final", "base/staff/posts",
      ])
  }

  @Test func showsAConflictAndLosesNeitherText() async throws {
    let (county, filing) = try await begun()
    _ = try await county.edit([.set("base/abroad/final", "1", was: "")], filing, by: "jb201002")
    let second = try await county.edit([.set("base/abroad/final", "2", was: "")], filing, by: "jb201002")
    #expect(second.conflicts == [Conflict(cell: CellAddress("base", "abroad", "final"), theirs: "1", yours: "2")])
    #expect(second.after.calculation.text(at: CellAddress("base", "abroad", "final")) == "1")
  }

  @Test func manyWritersAtOnceLoseNothing() async throws {
    let (county, filing) = try await begun()
    let columns = ["last", "budget", "final"]
    let rows = ["reception", "abroad", "vehiclePurchase", "vehicleRunning", "businessWork", "maintenance"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for row in rows {
        for column in columns {
          group.addTask {
            _ = try await county.edit([.set("base/\(row)/\(column)", "7.5", was: "")], filing, by: "jb201002")
          }
        }
      }
      try await group.waitForAll()
    }
    let loaded = try await FilingShelf(reader: county.engine, policies: County.policies).filing(filing)
    for row in rows {
      for column in columns { #expect(loaded.filing.entry(at: CellAddress("base", row, column))?.text == "7.5") }
    }
    // One entry for the start, one for what it filled in, one for each save.
    #expect(loaded.record.version == Int64(2 + rows.count * columns.count))
  }

  @Test func isRefusedToOthersAndOutsideDrafting() async throws {
    let (county, filing) = try await begun()
    let edit = Edit.set("base/abroad/final", "1")
    await #expect(throws: Forbidden.self) { try await county.edit([edit], filing, by: "sh201002") }
    await #expect(throws: Forbidden.self) { try await county.edit([edit], filing, by: "jb201001") }
    await #expect(throws: NotFound.self) { try await county.edit([edit], filing, by: "admin") }
    let lead = try await county.filing(of: "201001")
    await #expect(throws: Refused([.wrongStage(.notStarted)])) { try await county.edit([edit], lead, by: "jb201001") }
  }

  @Test func endsWhenTheTaskIsClosed() async throws {
    let (county, filing) = try await begun()
    _ = try await county.edit([.set("base/abroad/final", "1")], filing, by: "jb201002")
    _ = try await county.engine.write { [task = county.task] in try $0.tell(.setPhase(.closed, task: task)) }
    await #expect(throws: Refused([.taskClosed])) {
      try await county.edit([.set("base/abroad/final", "2")], filing, by: "jb201002")
    }
  }
}
