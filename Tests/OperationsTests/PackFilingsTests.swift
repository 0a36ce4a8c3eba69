import Conversion
import Database
import Evaluation
import OOXML
import TestKit
import Testing

@testable import Operations
@testable import Store

/// Many filings are packed one by one: each with its own result, and nothing is packed twice.
@Suite(.timeLimit(.minutes(10))) struct PackFilingsTests {
  private static let units = ["101001": "甲局", "101002": "甲/中心", "201001": "乙局"]
  private static let press = PagePress(folders: ProgramFolders([]))

  /// 乙局 has not begun.
  private func county() async throws -> County {
    let county = try await County(units: Self.units)
    for code in ["101001", "101002"] { try await county.place(try await county.filing(of: code), .drafting) }
    return county
  }

  private func run(_ county: County, by account: String = "finance") async throws -> BulkRun {
    let bulk = CarryOutBulk(engine: county.engine, policies: County.policies)
    let person = try county.person(account)
    let token = try await bulk.choose(
      .pack, anyOf: [FilingFilter(task: county.task)], task: county.task, by: person, at: County.now)
    try await bulk(token, by: person, at: County.now)
    return try await bulk.run(token, of: person)
  }

  private func pack(_ county: County) -> PackFilings {
    PackFilings(engine: county.engine, shelf: county.shelf, press: Self.press)
  }

  private func items(_ county: County, _ run: BulkRun) async throws -> [BulkItem] {
    try await county.engine.read { try $0.ask(.items(of: run.id, limit: 99, offset: 0)) }
  }

  @Test func `what was packed before a stop stays, and the rest follows`() async throws {
    let county = try await county()
    let run = try await run(county)
    #expect(try await items(county, run).allSatisfy { $0.outcome == .pending })
    #expect(try await pack(county).next(at: County.now))
    #expect(try await items(county, run).filter { $0.outcome == .pending }.count == 2)
    // Another program goes on where this one stopped.
    while try await pack(county).next(at: County.now) {}
    let items = try await items(county, run)
    #expect(items.map(\.outcome) == [.refused, .done, .done])
    #expect(items[0].message == "还没有填报，没有可打包的内容。")
    #expect(items[1].message.hasPrefix("4 个文件。缺 PDF：本机没有安装 LibreOffice"))
    #expect(try await !pack(county).next(at: County.now))
  }

  @Test func `a filing that cannot be read is refused, and the others are packed`() async throws {
    let county = try await county()
    let run = try await run(county)
    let spoiled = try await county.filing(of: "101001")
    try await county.begin(spoiled)
    _ = try await county.engine.write { try $0.tell(.spoilSheets(of: spoiled)) }
    let shelf = FilingShelf(reader: county.engine, policies: County.policies)
    let pack = PackFilings(engine: county.engine, shelf: shelf, press: Self.press)
    for _ in 0..<3 { #expect(try await pack.next(at: County.now)) }
    #expect(try await !pack.next(at: County.now))
    let items = try await items(county, run)
    #expect(items.first { $0.filing == spoiled }?.outcome == .refused)
    #expect(items.count { $0.outcome == .done } == 1)
  }

  @Test func `the package can be unpacked, with a folder for each unit and the list of its files`() async throws {
    let county = try await county()
    let run = try await run(county)
    while try await pack(county).next(at: County.now) {}
    let packed = try await county.engine.read { try PackedRun(run, in: $0) }
    var bytes: [UInt8] = []
    let part = try #require(packed.parts.first)
    try await packed.send(part, from: county.engine) { bytes += $0 }
    let zip = try ZipReader(bytes)
    #expect(zip.entries.map(\.name).allSatisfy { $0.split(separator: "/").count == 2 })
    #expect(Set(zip.entries.map { String($0.name.split(separator: "/")[0]) }) == ["101001 甲局", "101002 甲_中心"])
    let list = String(decoding: try zip.bytes(zip.entries[3].name), as: UTF8.self)
    #expect(list.contains(Digest.of(try zip.bytes(zip.entries[0].name))) && list.contains("缺 PDF"))
  }

  @Test func `who may no longer see a filing does not get it packed`() async throws {
    let county = try await county()
    let run = try await run(county)
    let finance = try county.person("finance")
    _ = try await county.engine.write { try $0.tell(.deletePosts(of: finance.id)) }
    while try await pack(county).next(at: County.now) {}
    #expect(try await items(county, run).allSatisfy { $0.outcome == .refused && $0.message == "无权查看。" })
  }

  @Test func `a part is closed before it becomes too large, and one large unit still gets a part`() {
    let units = [(40, 5), (40, 5), (30, 5), (200, 5), (10, 5)].enumerated().map {
      PackedUnit(filing: Int64($0.offset), files: $0.element.1, size: $0.element.0)
    }
    let parts = PackedRun.parts(units, largest: 100, mostFiles: 1_000)
    #expect(parts.map { $0.units.map(\.size) } == [[40, 40], [30], [200], [10]])
    #expect(PackedRun.parts(units, largest: 10_000, mostFiles: 10).map(\.units.count) == [2, 2, 1])
    #expect(PackedRun.parts([]).isEmpty)
  }
}
