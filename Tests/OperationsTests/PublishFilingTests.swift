import Audit
import Conversion
import Database
import Evaluation
import OOXML
import Paper
import Store
import TestKit
import Testing

@testable import Operations

/// What becomes public is complete, and holds nothing that strangers must not read.
@Suite struct PublishFilingTests {
  /// No office suite: the pages are looked at in the browser tests.
  private static let press = PagePress(folders: ProgramFolders([]))
  private static let leaks = ["13812345678", "10.20.30.40", "Init#2024", "430102199001011237"]
  private static let text = "严控支出。经办电话13812345678，系统http://10.20.30.40:8080/pems/，初始密码：Init#2024，身份证430102199001011237。"

  /// A county whose head has filed and is done, with these words in a cell.
  private func county(_ text: String) async throws -> (County, Int64) {
    let county = try await County(units: ["201001": "示例县商务局", "202001": "示例县文旅局"])
    let filing = try await county.filing(of: "201001")
    _ = try await county.move(.start, filing, by: "jb201001")
    _ = try await county.edit([.set("base/economyMeasures/text", text)], filing, by: "jb201001")
    _ = try await county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: filing)) }
    return (county, filing)
  }

  private func publish(
    _ county: County, _ filing: Int64, keeping kept: [String: String] = [:], note: String = "",
    by account: String = "sh201001"
  ) async throws -> Int {
    let version = try await county.shelf.filing(filing).record.version
    return try await PublishFiling(engine: county.engine, shelf: county.shelf, press: Self.press)(
      filing, keeping: kept, note: note, expecting: version, by: try county.person(account), at: County.now
    ) { copy in copy.loaded.filing.sheets.flatMap { $0.entries.values.map(\.text) }.sorted().joined(separator: "\n") }
  }

  private func versions(_ county: County, _ filing: Int64) async throws -> [PublicationRecord] {
    try await county.engine.read { try $0.ask(.publications(of: filing)) }
  }

  @Test func `no leaked word is in any byte of the public files, and the original stays`() async throws {
    let (county, filing) = try await county(Self.text)
    #expect(try await publish(county, filing) == 1)
    let record = try #require(try await versions(county, filing).first)
    let files = try #require(try await county.engine.read { try $0.first(.files(ofPublication: record.id)) })
    let zip = try OfficePackage(files.word).zip
    let parts = try zip.entries.map { try zip.bytes($0.name) }
    let streams = [Array(files.page.utf8), Array(files.json.utf8), Array(files.cells.utf8), files.word] + parts
    for leak in Self.leaks {
      #expect(!streams.contains { String(decoding: $0, as: UTF8.self).contains(leak) }, "\(leak)")
    }
    #expect(files.page.contains("严控支出。经办电话138****5678"))
    let loaded = try await county.shelf.filing(filing)
    #expect(loaded.calculation.text(at: CellAddress("base", "economyMeasures", "text")) == Self.text)
    let original = try ExportFiling.word(loaded, as: .builtIn)
    #expect(record.originalDigest == Digest.of(original))
    #expect(record.wordDigest == Digest.of(files.word) && record.wordDigest != record.originalDigest)
  }

  @Test func `what is to stay needs a reason, and the reason is kept`() async throws {
    let (county, filing) = try await county("咨询电话13812345678。")
    let loaded = try await county.shelf.filing(filing)
    let stretch = try #require(PublicDraft(loaded, []).stretches.first)
    await #expect(throws: Invalid.self) { try await publish(county, filing, keeping: [stretch.id: " "]) }
    #expect(try await versions(county, filing).isEmpty)
    _ = try await publish(county, filing, keeping: [stretch.id: "对外公布的咨询电话"])
    let record = try #require(try await versions(county, filing).first)
    let (files, cuts) = try await county.engine.read { database in
      (try database.first(.files(ofPublication: record.id)), try database.first(.cuts(ofPublication: record.id)))
    }
    #expect(files?.page.contains("13812345678") == true)
    #expect(cuts?.contains("对外公布的咨询电话") == true && cuts?.contains("13812345678") == false)
  }

  @Test func `personal fields are masked, where a report quotes them too`() async throws {
    let (county, filing) = try await county("严控支出。")
    _ = try await county.engine.write { try $0.tell(.setStage(.drafting, sender: nil, of: filing)) }
    _ = try await county.edit([.addProject], filing, by: "jb201001")
    let calculation = try await county.shelf.filing(filing).calculation
    let sheet = try #require(calculation.layouts.first { $0.form.footer.contains { $0.isPersonal } }?.sheet.id)
    let preparer = "\(sheet)/footer/preparer"
    _ = try await county.edit(
      [.set(preparer, "诸葛孔明"), .set("report/other/text", "本表由{{\(preparer)}}填写。")], filing, by: "jb201001")
    _ = try await county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: filing)) }
    _ = try await publish(county, filing)
    let record = try #require(try await versions(county, filing).first)
    let files = try #require(try await county.engine.read { try $0.first(.files(ofPublication: record.id)) })
    #expect(!files.page.contains("诸葛孔明") && files.page.contains("本表由诸×填写。"))
    #expect(!files.json.contains("诸葛孔明") && files.json.contains("\"personalFields\": \"masked\""))
  }

  @Test func `a secrecy mark keeps a filing from the public`() async throws {
    let (county, filing) = try await county("机密★三年\n严控支出。")
    let loaded = try await county.shelf.filing(filing)
    let found = PublicDraft(loaded, []).stretches
    #expect(found.filter(\.forbidsPublication).count == 1)
    await #expect(throws: Invalid.self) { try await publish(county, filing) }
  }

  @Test func `a correction needs a note, and what was withdrawn is public no more`() async throws {
    let (county, filing) = try await county("严控支出。")
    _ = try await publish(county, filing)
    await #expect(throws: Invalid.self) { try await publish(county, filing) }
    #expect(try await publish(county, filing, note: "更正措施") == 2)
    func shown() async throws -> [Int] {
      try await county.engine.read {
        try $0.ask(.publicVersions(year: 2024, text: "商务", limit: 9, offset: 0)).map(\.number)
      }
    }
    var now = try await shown()
    #expect(now == [2])
    let withdraw = WithdrawPublication(engine: county.engine, shelf: county.shelf)
    let person = try county.person("sh201001")
    await #expect(throws: Invalid.self) { try await withdraw(2, of: filing, reason: "", by: person, at: County.now) }
    try await withdraw(2, of: filing, reason: "数据有误", by: person, at: County.now)
    now = try await shown()
    #expect(now == [1])
    await #expect(throws: NotFound.self) {
      try await withdraw(2, of: filing, reason: "又一次", by: person, at: County.now)
    }
  }

  @Test func `only the unit's reviewer and the bureau publish, and only what is done`() async throws {
    let (county, filing) = try await county("严控支出。")
    await #expect(throws: Forbidden.self) { try await publish(county, filing, by: "jb201001") }
    await #expect(throws: NotFound.self) { try await publish(county, filing, by: "sh202001") }
    #expect(try await publish(county, filing, by: "finance") == 1)
    _ = try await county.engine.write { try $0.tell(.setStage(.financeReview, sender: nil, of: filing)) }
    await #expect(throws: Refused.self) { try await publish(county, filing, note: "x", by: "finance") }
  }
}
