import Database
import Evaluation
import Foundation
import Store
import Synchronization
import TestKit
import Testing

@testable import Operations

@Suite("Backups", .timeLimit(.minutes(10))) struct BackupTests {
  /// A folder that is gone with the test.
  private final class Scratch: Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: "backup-tests-\(UUID().uuidString)").path
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
  }

  /// A county in a file of its own, in which a filing was begun.
  private func county(in scratch: Scratch) async throws -> (county: County, filing: Int64) {
    try FileManager.default.createDirectory(atPath: scratch("data"), withIntermediateDirectories: true)
    let county = try await County(in: try SQLiteEngine(path: scratch("data/jiheng.sqlite")))
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    return (county, filing)
  }

  private func shelf(_ county: County, _ scratch: Scratch, kept: Int = 14) -> BackupShelf {
    BackupShelf(
      county.engine, database: scratch("data/jiheng.sqlite"), folder: scratch("backups"), kept: kept, hour: 2)
  }

  /// The moment of an hour in China, some days after the county was made.
  private static func moment(day: Int64, hour: Int64) -> Int64 {
    CivilDay(inChinaAt: County.now).beginningInChina + day * 86_400 + hour * 3_600
  }

  @Test func whatWasAcknowledgedBeforeABackupBeganIsThereAfterRestoringAndVerifies() async throws {
    let scratch = try Scratch()
    let (county, filing) = try await county(in: scratch)
    let acknowledged = Mutex<[String]>([])
    let isOver = Mutex(false)
    async let writing: Void = {
      var number = 1
      while !isOver.withLock({ $0 }), number < 2_000 {
        let text = "\(number).25"
        _ = try await county.edit([.set("base/abroad/final", text)], filing, by: "jb201002")
        acknowledged.withLock { $0.append(text) }
        number += 1
      }
    }()
    while acknowledged.withLock({ $0.count }) < 20 { try await Task.sleep(for: .milliseconds(5)) }
    let before = acknowledged.withLock { $0 }
    let checked = try await county.engine.backup(to: scratch("copy.sqlite")) { try await CheckCopy(at: County.now)($0) }
    while acknowledged.withLock({ $0.count }) <= before.count { try await Task.sleep(for: .milliseconds(5)) }
    isOver.withLock { $0 = true }
    try await writing
    #expect(checked.findings.isEmpty && checked.filings == 2)

    let outcome = try await RestoreBackup()(scratch("copy.sqlite"), into: scratch("fresh"), at: County.now)
    #expect(outcome.checked == checked && outcome.setAside == nil)
    let restored = try SQLiteEngine(path: scratch("fresh/jiheng.sqlite"))
    let history = try await restored.read { try $0.ask(.history(of: filing)) }
    let texts = Set(
      history.flatMap { entry -> [String] in
        guard case .edit(let changes) = entry.detail else { return [] }
        return changes.map(\.after)
      })
    #expect(Set(before).subtracting(texts).isEmpty)
    #expect(try await VerifyDatabase(reader: restored)().findings.isEmpty)
    #expect(try await restored.integrityCheck().isEmpty)
    try await restored.close()
  }

  @Test func aBackupIsOneFileForItsOwnerAlone() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    try await county.engine.backup(to: scratch("copy.sqlite"))
    _ = try await CheckCopy(at: County.now)(scratch("copy.sqlite"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["copy.sqlite", "data"])
    var facts = stat()
    #expect(stat(scratch("copy.sqlite"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }

  @Test func restoringEndsAllSessionsAndIsToldInTheLog() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let person = try county.person("finance").id
    _ = try await county.engine.write {
      try $0.tell(.insertSession("hash", of: person, csrf: "c", at: County.now, agent: ""))
    }
    try await county.engine.backup(to: scratch("copy.sqlite"))
    _ = try await RestoreBackup()(scratch("copy.sqlite"), into: scratch("fresh"), at: County.now)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("fresh")) == ["jiheng.sqlite"])
    let restored = try SQLiteEngine(path: scratch("fresh/jiheng.sqlite"))
    let (session, log) = try await restored.read { database in
      (
        try database.first(.session("hash")),
        try database.ask(.adminEntries(AdminFilter(group: .backups), limit: 10, offset: 0))
      )
    }
    #expect(session == nil)
    #expect(log.map(\.event) == [AdminEvent(.restored, "copy.sqlite")])
    try await restored.close()
  }

  @Test func theLogOfADatabaseThatIsGoneIsNotReplayedIntoTheRestoredOne() async throws {
    let scratch = try Scratch()
    let (county, filing) = try await county(in: scratch)
    try await county.engine.backup(to: scratch("copy.sqlite"))
    _ = try await county.edit([.set("base/abroad/final", "7.77")], filing, by: "jb201002")
    let manager = FileManager.default
    try manager.createDirectory(atPath: scratch("lost"), withIntermediateDirectories: true)
    for name in ["jiheng.sqlite-wal", "jiheng.sqlite.restoring-wal"] {
      try manager.copyItem(atPath: scratch("data/jiheng.sqlite-wal"), toPath: scratch("lost/\(name)"))
    }
    _ = try await RestoreBackup(replaces: true)(scratch("copy.sqlite"), into: scratch("lost"), at: County.now)
    let names = try manager.contentsOfDirectory(atPath: scratch("lost")).sorted()
    #expect(names == ["jiheng.sqlite", "jiheng.sqlite.replaced-\(County.now)-wal"])
    let restored = try SQLiteEngine(path: scratch("lost/jiheng.sqlite"))
    #expect(try await restored.read { try $0.first(Query<Int64>.filingVersion(filing)) } == 2)
    #expect(try await restored.integrityCheck().isEmpty)
    try await restored.close()
  }

  @Test func aFolderThatHoldsSomethingIsRefusedUnlessToldAndWhatWasThereIsSetAside() async throws {
    let scratch = try Scratch()
    let (county, filing) = try await county(in: scratch)
    try await county.engine.backup(to: scratch("copy.sqlite"))
    _ = try await county.edit([.set("base/abroad/final", "7.77")], filing, by: "jb201002")
    await #expect(throws: NotRestored.self) {
      try await RestoreBackup()(scratch("copy.sqlite"), into: scratch("data"), at: County.now)
    }
    // Somebody has it open.
    await #expect(throws: DatabaseFault.self) {
      try await RestoreBackup(replaces: true)(scratch("copy.sqlite"), into: scratch("data"), at: County.now)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("data")).contains("jiheng.sqlite"))
    let version = try await county.engine.read { try $0.first(Query<Int64>.filingVersion(filing)) }
    #expect(version == 3)
    try await county.engine.close()
    let outcome = try await RestoreBackup(replaces: true)(
      scratch("copy.sqlite"), into: scratch("data"), at: County.now)
    let aside = try SQLiteEngine(path: try #require(outcome.setAside))
    #expect(try await aside.read { try $0.first(Query<Int64>.filingVersion(filing)) } == 3)
    let restored = try SQLiteEngine(path: scratch("data/jiheng.sqlite"))
    #expect(try await restored.read { try $0.first(Query<Int64>.filingVersion(filing)) } == 2)
  }

  @Test func whatWasThereStaysInItsPlaceWhereABackupCannotBeTakenIntoUse() async throws {
    let scratch = try Scratch()
    let (county, filing) = try await county(in: scratch)
    try await county.engine.backup(to: scratch("whole.sqlite"))
    // The log has lost its head: nothing can be put down in it any more.
    _ = try await county.engine.write { try $0.tell(Command("DELETE FROM admin_log_head")) }
    try await county.engine.backup(to: scratch("copy.sqlite"))
    try await county.engine.close()
    _ = try await RestoreBackup()(scratch("whole.sqlite"), into: scratch("other"), at: County.now)
    let fault = await #expect(throws: NotRestored.self) {
      try await RestoreBackup(replaces: true, despiteFindings: true)(
        scratch("copy.sqlite"), into: scratch("other"), at: County.now)
    }
    #expect(fault?.description.contains(scratch("copy.sqlite")) == true, "\(fault as Any)")
    #expect(fault?.description.contains(scratch("other/jiheng.sqlite")) == true, "\(fault as Any)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("other")) == ["jiheng.sqlite"])
    let kept = try SQLiteEngine(path: scratch("other/jiheng.sqlite"))
    #expect(try await kept.read { try $0.first(Query<Int64>.filingVersion(filing)) } == 2)
    #expect(try await kept.read { try $0.first(.adminLogHead) } != nil)
    try await kept.close()
  }

  @Test func aDamagedBackupIsNotRestored() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    try await county.engine.backup(to: scratch("copy.sqlite"))
    let whole = try Data(contentsOf: URL(filePath: scratch("copy.sqlite")))
    var torn = whole
    for place in stride(from: 20_000, to: whole.count, by: 4_096) { torn[place] ^= 0xFF }
    for (name, content) in [
      ("torn.sqlite", torn), ("short.sqlite", whole.prefix(whole.count / 2)), ("other.sqlite", Data("绩效".utf8)),
    ] {
      try content.write(to: URL(filePath: scratch(name)))
      await #expect(throws: NotRestored.self, "\(name)") {
        try await RestoreBackup(despiteFindings: true)(scratch(name), into: scratch("fresh"), at: County.now)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("fresh")).isEmpty)
    }
  }

  @Test func aBackupThatDoesNotAgreeWithItsHistoryIsRestoredOnlyWhenTold() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    _ = try await county.engine.write { try $0.tell(Command("UPDATE history SET at = at + 1 WHERE version = 1")) }
    let outcome = try await county.engine.backup(to: scratch("copy.sqlite")) {
      try await CheckCopy(at: County.now)($0)
    }
    #expect(!outcome.findings.isEmpty)
    await #expect(throws: NotRestored.self) {
      try await RestoreBackup()(scratch("copy.sqlite"), into: scratch("fresh"), at: County.now)
    }
    let restored = try await RestoreBackup(despiteFindings: true)(
      scratch("copy.sqlite"), into: scratch("fresh"), at: County.now)
    #expect(restored.checked == outcome)
  }

  @Test func aFileThatIsNotTheOneThatWasNotedIsNotRestored() async throws {
    let scratch = try Scratch()
    let (county, filing) = try await county(in: scratch)
    let file = try #require(try await shelf(county, scratch).make(.manual, at: County.now))
    _ = try await county.edit([.set("base/abroad/final", "7.77")], filing, by: "jb201002")
    let path = scratch("backups/\(file.name)")
    try FileManager.default.removeItem(atPath: path)
    try await county.engine.backup(to: path)
    await #expect(throws: NotRestored.self) {
      try await RestoreBackup()(path, into: scratch("fresh"), at: County.now)
    }
  }

  @Test func aDatabaseOfAnOlderProgramIsBackedUpAsItIsAndBroughtUpToDateWhenRestored() async throws {
    let scratch = try Scratch()
    let engine = try SQLiteEngine(path: scratch("old.sqlite"))
    try await Migrator(Array(Schema.steps.dropLast())).migrate(engine, at: 1)
    let outcome = try await engine.backup(to: scratch("copy.sqlite")) { try await CheckCopy(at: County.now)($0) }
    #expect(outcome.findings.isEmpty)
    let copy = try SQLiteEngine(copy: scratch("copy.sqlite"))
    #expect(try await Migrator(Schema.steps).missing(in: copy) == Schema.steps.suffix(1).map(\.name))
    try await copy.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).allSatisfy { !$0.contains("upgraded") })
    _ = try await RestoreBackup()(scratch("copy.sqlite"), into: scratch("fresh"), at: County.now)
    let restored = try SQLiteEngine(path: scratch("fresh/jiheng.sqlite"))
    #expect(try await Migrator(Schema.steps).missing(in: restored).isEmpty)
  }

  @Test func aShelfKeepsSoManyOfEachKindAndTheLogTellsOfEach() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let shelf = shelf(county, scratch, kept: 2)
    try await shelf.make(.manual, by: try county.person("admin").id, at: Self.moment(day: 0, hour: 9))
    for day in 1...4 { try await shelf.make(.daily, at: Self.moment(day: Int64(day), hour: 2)) }
    let files = await shelf.state().files
    #expect(files.map(\.kind) == [.daily, .daily, .manual])
    #expect(files.map(\.at) == [(4, 2), (3, 2), (0, 9)].map { Self.moment(day: $0.0, hour: $0.1) })
    #expect(files.allSatisfy { $0.note?.checked.findings.isEmpty == true && $0.size > 0 })
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch("backups")).count == 6)
    let log = try await county.engine.read {
      try $0.ask(.adminEntries(AdminFilter(group: .backups), limit: 10, offset: 0))
    }
    #expect(log.count == 5 && log.last?.person == county.people["admin"]?.id)
    #expect(try await VerifyLog(reader: county.engine)().findings.isEmpty)
  }

  @Test func oldBackupsStayWhileANewOneHasFindings() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let shelf = shelf(county, scratch, kept: 1)
    try await shelf.make(.daily, at: Self.moment(day: 1, hour: 2))
    _ = try await county.engine.write { try $0.tell(Command("UPDATE history SET at = at + 1 WHERE version = 1")) }
    try await shelf.make(.daily, at: Self.moment(day: 2, hour: 2))
    #expect(await shelf.state().files.map { $0.note?.checked.findings.isEmpty } == [false, true])
  }

  @Test func theBackupOfADayIsDueFromItsHourOnUntilItIsMade() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let shelf = shelf(county, scratch)
    #expect(await !shelf.isDue(at: Self.moment(day: 1, hour: 1)))
    #expect(await shelf.isDue(at: Self.moment(day: 1, hour: 2)))
    try await shelf.make(.manual, at: Self.moment(day: 1, hour: 3))
    #expect(await shelf.isDue(at: Self.moment(day: 1, hour: 4)))
    try await shelf.make(.daily, at: Self.moment(day: 1, hour: 4))
    #expect(await !shelf.isDue(at: Self.moment(day: 1, hour: 23)))
    #expect(await shelf.isDue(at: Self.moment(day: 2, hour: 2)))
  }

  @Test func withoutAnHourNoneIsEverDue() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let shelf = BackupShelf(
      county.engine, database: scratch("data/jiheng.sqlite"), folder: scratch("backups"), hour: nil)
    #expect(await !shelf.isDue(at: Self.moment(day: 1, hour: 23)))
    try await shelf.make(.manual, at: Self.moment(day: 1, hour: 3))
    #expect(await shelf.state().files.count == 1)
  }

  @Test func aFailureIsKeptToldAndTriedAgainInAnHour() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    try Data("no folder".utf8).write(to: URL(filePath: scratch("backups")))
    let shelf = shelf(county, scratch)
    let moment = Self.moment(day: 1, hour: 2)
    await #expect(throws: DatabaseFault.self) { try await shelf.make(.daily, at: moment) }
    #expect(await shelf.state().failure?.at == moment)
    #expect(await !shelf.isDue(at: moment + 3_599))
    #expect(await shelf.isDue(at: moment + 3_600))
    let log = try await county.engine.read {
      try $0.ask(.adminEntries(AdminFilter(group: .backups), limit: 10, offset: 0))
    }
    #expect(log.map(\.event.kind) == [.backupFailed])
  }

  @Test func onlyBackupsOfTheFolderHaveAPath() async throws {
    let scratch = try Scratch()
    let (county, _) = try await county(in: scratch)
    let shelf = shelf(county, scratch)
    let file = try #require(try await shelf.make(.manual, at: County.now))
    #expect(file.name == "jiheng-2025-02-20-052000-manual.sqlite")
    #expect(await shelf.path(of: file.name) == scratch("backups/\(file.name)"))
    for name in ["../data/jiheng.sqlite", file.name + ".json", "jiheng-2025-02-20-052000-daily.sqlite", ""] {
      #expect(await shelf.path(of: name) == nil)
    }
  }
}
