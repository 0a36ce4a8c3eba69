import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Opening a filing again that is done", .timeLimit(.minutes(10))) struct ReopenFilingTests {
  private static let reason = "决算批复调整了公用经费，请据此修改。"

  private func done() async throws -> (county: County, filing: Int64) {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    try await county.place(filing, .done, sentOn: "2025-02-18")
    return (county, filing)
  }

  private func reopen(
    _ county: County, _ filing: Int64, to stage: Stage? = nil, by account: String = "finance"
  ) async throws {
    try await MoveFiling(engine: county.engine, shelf: county.shelf)(
      .reopen, on: filing, to: stage, reason: Self.reason, by: try county.person(account), at: County.now)
  }

  @Test func theUnitFindsItAmongItsWorkWithTheReasonAndItStillCountsAsSentInTime() async throws {
    let (county, filing) = try await done()
    try await reopen(county, filing)
    let handler = try county.person("jb201002")
    let (record, history, work) = try await county.engine.read { database in
      (
        try database.first(.filing(filing)), try database.ask(.history(of: filing)),
        try database.workCounts(of: handler)
      )
    }
    #expect(record?.stage == .drafting && record?.standing.isReturned == true)
    #expect(record?.standing.sentDay == CivilDay("2025-02-18"))
    #expect(record?.standing.reopenedVersion == history.last?.version)
    #expect(history.last?.detail == .move(.reopen, from: .done, to: .drafting, reason: Self.reason))
    #expect(work.toFill == 1 && work.returned == 1)
    #expect(try await VerifyHistory(reader: county.engine)().findings.isEmpty)
    #expect((try? await county.shelf.filing(filing).demandEditable(by: handler)) != nil)
  }

  @Test(arguments: ["jb201002", "sh201002", "jb201001", "sh201001"])
  func nobodyButTheBureauMayDoIt(_ account: String) async throws {
    let (county, filing) = try await done()
    await #expect(throws: Refused([.wrongRole([.finance])])) { try await reopen(county, filing, by: account) }
  }

  @Test func itGoesToTheStepThatIsChosen() async throws {
    let (county, filing) = try await done()
    await #expect(throws: Refused([.wrongDestination(.financeReview)])) {
      try await reopen(county, filing, to: .financeReview)
    }
    try await reopen(county, filing, to: .departmentReview)
    #expect(try await county.shelf.filing(filing).record.stage == .departmentReview)
  }

  @Test(arguments: [[TaskMove.close], [.close, .archive]])
  func aClosedOrArchivedTaskKeepsWhatIsDone(_ moves: [TaskMove]) async throws {
    let (county, filing) = try await done()
    for move in moves {
      try await MoveTask(engine: county.engine)(move, on: county.task, by: try county.person("finance"), at: County.now)
    }
    await #expect(throws: Refused([.reopeningClosed])) { try await reopen(county, filing) }
  }

  @Test func aUnitThatIsThereNoMoreKeepsWhatIsDone() async throws {
    let (county, filing) = try await done()
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE unit SET closed_on = '2025-01-01' WHERE code = '201002'"))
    }
    await #expect(throws: Refused([.unitClosed("示例县投资促进中心")])) { try await reopen(county, filing) }
  }

  @Test func takenBackAfterwardsItStaysSent() async throws {
    let (county, filing) = try await done()
    try await reopen(county, filing)
    let handler = try county.person("jb201002").id
    _ = try await county.engine.write { try $0.tell(.setStage(.unitReview, sender: handler, of: filing)) }
    _ = try await county.move(.withdraw, filing, by: "jb201002")
    #expect(try await county.shelf.filing(filing).record.standing.sentDay == CivilDay("2025-02-18"))
  }

  @Test func whatIsPublicStaysMayBeTakenBackAndCannotBePublishedAnewMeanwhile() async throws {
    let (county, filing) = try await done()
    let reviewer = try county.person("sh201002")
    let version = try await county.shelf.filing(filing).record.version
    try await county.engine.write { database in
      _ = try database.insert(
        .insertPublication(
          number: 1, of: filing, version: version, note: "", cuts: "[]",
          files: PublicationFiles(page: "", json: "{}", word: [1], pages: nil, cells: ""), originalDigest: "",
          digests: PublicationDigests(word: "", json: "", pages: "", cells: ""), by: reviewer.id, at: County.now))
    }
    try await reopen(county, filing)
    let loaded = try await county.shelf.filing(filing)
    #expect(throws: Refused([.wrongStage(.drafting)])) { try loaded.demandPublishable(by: reviewer) }
    let kept = try await county.engine.read { try $0.first(.publication(1, of: filing)) }
    #expect(kept?.withdrawnAt == nil)
    try await WithdrawPublication(engine: county.engine, shelf: county.shelf)(
      1, of: filing, reason: "金额有误", by: reviewer, at: County.now)
  }

  @Test func aChangeOfTheMarkBehindTheProgramsBackIsFound() async throws {
    let (county, filing) = try await done()
    try await reopen(county, filing)
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE filing SET reopened_version = NULL WHERE id = \(filing)"))
    }
    #expect(try await VerifyHistory(reader: county.engine)().findings == ["201002 的重新打开与历史记录不一致"])
  }

  @Test func aReviewerSendsItBackToTheHandlerOverTheStepBetween() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    try await county.place(filing, .departmentReview)
    let stage = try await MoveFiling(engine: county.engine, shelf: county.shelf)(
      .return, on: filing, to: .drafting, reason: "请补充依据", by: try county.person("sh201001"), at: County.now)
    #expect(stage == .drafting)
  }
}
