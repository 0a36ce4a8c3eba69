import Database
import Evaluation
import Figures
import Policies
import Store
import TestKit
import Testing

@testable import Operations

/// Texts of policies in the database, and which of them tasks are held under.
@Suite("Policies") struct PolicyTests {
  private static let id = "hunan-2024-department"
  private let county: County
  private let shelf: PolicyShelf
  private let library: PolicyLibrary

  init() async throws {
    county = try await County()
    library = try PolicyLibrary.bundled()
    shelf = PolicyShelf(library.policies)
    try await DeliverPolicies(engine: county.engine)(library, at: County.now)
  }

  private var text: String {
    get throws {
      let file = try #require(library.files.first { $0.policy?.id == Self.id })
      return String(decoding: file.bytes, as: UTF8.self)
    }
  }

  /// The second version, with another number of points in one place.
  private func second() throws -> PublishPolicy.Entry {
    let changed = try text.replacing("\nversion: 1\n", with: "\nversion: 2\n")
      .replacing("reasonBelow: 100", with: "reasonBelow: 95")
    return PublishPolicy.Entry(policy: Self.id, text: changed, note: "执行率低于95%才须说明原因。")
  }

  private func publish(_ entry: PublishPolicy.Entry, by account: String = "admin") async throws -> String {
    try await PublishPolicy(engine: county.engine)(
      entry, by: try county.person(account), from: "192.0.2.1", at: County.now + 60)
  }

  private func launch(asDraft: Bool = false) async throws -> Int64 {
    try await LaunchTask(engine: county.engine, policies: shelf)(
      .init(
        title: asDraft ? "再次自评" : "自评", year: "2024", noticeTitle: "", noticeNumber: "",
        policies: [Self.id, "hunan-2024-project"],
        deadline: "2025-03-31", units: ["201002"]), asDraft: asDraft, by: try county.person("admin").id, at: County.now)
  }

  private func policy(of task: Int64, on shelf: PolicyShelf) async throws -> Policy {
    try await county.engine.read { database in
      let task = try #require(try database.first(.task(task)))
      return try #require(try shelf.policies(of: task, in: database).policies.first)
    }
  }

  @Test func `what comes with the program is delivered once and told in the log`() async throws {
    let again = try await DeliverPolicies(engine: county.engine)(library, at: County.now + 1)
    let (versions, log) = try await county.engine.read { database in
      (
        try database.ask(Query<PolicyVersion>.policyVersions),
        try database.ask(.adminEntries(AdminFilter(group: .policies), limit: 9, offset: 0))
      )
    }
    #expect(again == 0 && versions.count == library.files.count && versions.allSatisfy { $0.origin == .delivered })
    #expect(log.count == 1 && versions.allSatisfy { log[0].event.detail.contains($0.hash) })
    #expect(try await VerifyPolicies(reader: county.engine)().findings == [])
  }

  @Test func `a later version changes nothing for a task that was launched, and a draft takes it when it is launched`()
    async throws
  {
    let launched = try await launch()
    let draft = try await launch(asDraft: true)
    let hash = try await publish(try second())
    #expect(try await policy(of: launched, on: shelf).scoring.executionReasonBelow == 100)
    #expect(try await policy(of: draft, on: shelf).hash == hash)
    try await MoveTask(engine: county.engine)(.launch, on: draft, by: try county.person("finance"), at: County.now + 61)
    let third = try second()
    _ = try await publish(
      .init(policy: Self.id, text: third.text.replacing("\nversion: 2\n", with: "\nversion: 3\n"), note: "再改。"))
    #expect(try await policy(of: draft, on: shelf).version == 2)
    // Another node, which has only what came with the program.
    #expect(try await policy(of: draft, on: PolicyShelf(library.policies)).hash == hash)
    let newest = try await county.engine.read { [shelf] in try shelf.newest([Self.id], in: $0).policies.first?.version }
    #expect(newest == 3)
  }

  @Test func `a filing of a launched task reads and computes as it did before a later version`() async throws {
    let task = try await launch()
    let code = try #require(UnitCode("201002"))
    let filing = try #require(try await county.engine.read { try $0.first(.filing(of: code, in: task)) }).id
    let filings = FilingShelf(reader: county.engine, policies: shelf)
    let before = try await filings.filing(filing)
    _ = try await publish(try second())
    let kept = try await filings.filing(filing)
    let fresh = try await FilingShelf(reader: county.engine, policies: PolicyShelf(library.policies)).filing(filing)
    for after in [kept, fresh] {
      #expect(after.filing.policies.policies.map(\.hash) == before.filing.policies.policies.map(\.hash))
    }
  }

  @Test func `a trial run holds a version until it ends`() async throws {
    let draft = try await launch(asDraft: true)
    let finance = try county.person("finance")
    let move = MoveTask(engine: county.engine)
    try await move(.startTrial, on: draft, units: ["201001"], by: finance, at: County.now)
    _ = try await publish(try second())
    #expect(try await policy(of: draft, on: shelf).version == 1)
    try await move(.endTrial, on: draft, by: finance, at: County.now + 62)
    #expect(try await policy(of: draft, on: shelf).version == 2)
  }

  @Test func `tasks of before are held under what was delivered`() async throws {
    let task = try await launch()
    _ = try await county.engine.write { try $0.tell(.holdTask(task, under: [])) }
    try await DeliverPolicies(engine: county.engine)(library, at: County.now + 1)
    let held = try await county.engine.read { try $0.first(.task(task))?.policyHashes }
    let texts = [library[Self.id], library["hunan-2024-project"]].compactMap { $0?.hash }
    #expect(held == texts && texts.count == 2)
  }

  @Test func `a version keeps its number, its note, who published it and its hash`() async throws {
    let entry = try second()
    let hash = try await publish(entry)
    #expect(hash == Digest.of(entry.text))
    let (version, log) = try await county.engine.read { database in
      (
        try database.first(.policyVersion(hash)),
        try database.ask(.adminEntries(AdminFilter(group: .policies), limit: 1, offset: 0)).first
      )
    }
    #expect(version?.version == 2 && version?.origin == .entered && version?.person == "人员admin")
    #expect(version?.note == entry.note && version?.at == County.now + 60)
    #expect(log?.event.kind == .policyPublished && log?.event.detail.contains(hash) == true)
    #expect(log?.address == "192.0.2.1")
    #expect(try await VerifyLog(reader: county.engine)().findings == [])
    #expect(try await VerifyPolicies(reader: county.engine)().findings == [])
  }

  @Test func `only a system administrator publishes`() async throws {
    for account in ["finance", "jb201001"] {
      await #expect(throws: Forbidden.self) { try await publish(try second(), by: account) }
    }
  }

  @Test(arguments: [
    ("version: 2", "version: 1", "version 应写 2"), ("region: 湖南省", "region: 示例省", "另一份制度"),
    ("year: 2024", "year: 2025", "另一份制度"),
  ])
  func `a text that cannot follow the newest is refused`(_ was: String, _ now: String, _ words: String) async throws {
    let entry = try second()
    let text = entry.text.replacing("\n\(was)\n", with: "\n\(now)\n")
    do {
      _ = try await publish(.init(policy: Self.id, text: text, note: "改。"))
      Issue.record("it was published")
    } catch let unfit as PublishPolicy.Unfit {
      #expect(unfit.problems.contains { $0.message.contains(words) }, "\(unfit)")
    }
    let count = try await county.engine.read { try $0.ask(.policyVersions(of: Self.id)).count }
    #expect(count == 1, "nothing is kept")
    #expect(try await VerifyLog(reader: county.engine)().findings == [])
  }

  @Test func `faults of the text, a missing note and a missing name are told at once`() async throws {
    let text = try second().text.replacing("object: department", with: "object: departmen")
    do {
      _ = try await publish(.init(policy: "", text: text, note: " "))
      Issue.record("it was published")
    } catch let unfit as PublishPolicy.Unfit {
      #expect(unfit.problems.map(\.field) == ["policy", "note"])
      #expect(unfit.faults.count == 1 && unfit.faults.first?.line == 9)
    }
    do {
      _ = try await publish(.init(policy: "another", text: try self.text, note: "重复。"))
      Issue.record("it was published twice")
    } catch let unfit as PublishPolicy.Unfit {
      #expect(unfit.problems.first?.message.contains("完全相同") == true)
    }
  }

  @Test func `the ends of lines that browsers send are those of files`() async throws {
    let entry = try second()
    let hash = try await publish(.init(policy: Self.id, text: entry.text.replacing("\n", with: "\r\n"), note: "改。"))
    #expect(hash == Digest.of(entry.text))
  }

  @Test func `a text that was changed behind the program's back is found`() async throws {
    let hash = try await publish(try second())
    _ = try await county.engine.write { database in
      try database.tell(Command("UPDATE policy_version SET content = \([UInt8]("x".utf8)) WHERE hash = \(hash)"))
    }
    let findings = try await VerifyPolicies(reader: county.engine)().findings
    #expect(findings == ["制度 \(Self.id) 第 2 版的内容被改动"])
    // And is not used.
    let found = try await county.engine.read { try PolicyShelf([]).policy(hash, in: $0) }
    #expect(found == nil)
  }

  @Test func `a task under a text that is gone, and a text that the log does not know, are found`() async throws {
    let task = try await launch()
    try await county.engine.write { database in
      try database.tell(.holdTask(task, under: ["gone", "gone"]))
      try database.tell(
        .insertPolicy(
          "x", version: 1, hash: Digest.of("x"), title: "", content: Array("x".utf8), .entered, note: "", by: nil, at: 1
        ))
    }
    let findings = try await VerifyPolicies(reader: county.engine)().findings
    #expect(findings.count == 3 && findings[0] == "制度 x 第 1 版在管理日志中没有记录")
    #expect(findings[1].contains("hunan-2024-department（gone）不存在"))
  }
}
