import Database
import Evaluation
import Paper
import Store
import TestKit
import Testing

@testable import Operations

/// A task from its draft to the archive, and what its filings go through meanwhile.
@Suite("The life of a task", .timeLimit(.minutes(10))) struct TaskLifeTests {
  private func entry(_ change: (inout LaunchTask.Entry) -> Void = { _ in }) -> LaunchTask.Entry {
    var entry = LaunchTask.Entry(
      title: "2025年度绩效自评", year: "2025", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
      deadline: "2026-03-31", units: [])
    change(&entry)
    return entry
  }

  private func draft(_ county: County, units: [String] = []) async throws -> Int64 {
    try await LaunchTask(engine: county.engine, policies: County.policies)(
      entry { $0.units = units }, asDraft: true, by: try county.person("finance").id, at: County.now)
  }

  private func task(_ county: County, _ id: Int64) async throws -> EvaluationTask {
    try #require(try await county.engine.read { try $0.first(.task(id)) })
  }

  private func filings(_ county: County, _ task: Int64) async throws -> [FilingRecord] {
    try await county.engine.read { try $0.ask(.filings(FilingFilter(task: task), limit: 99)) }
  }

  private func events(_ county: County, _ task: Int64) async throws -> [TaskEvent] {
    try await county.engine.read { try $0.ask(.events(of: task, limit: 99)) }
  }

  @discardableResult
  private func move(
    _ move: TaskMove, _ task: Int64, _ county: County, by account: String = "finance", reason: String = "",
    units: [String] = []
  ) async throws -> TaskPhase {
    try await MoveTask(engine: county.engine)(
      move, on: task, reason: reason, units: units, by: try county.person(account), at: County.now)
  }

  @Test func `a second task of the same name and year is not launched beside the first`() async throws {
    let county = try await County()
    let (first, second) = (try await draft(county), try await draft(county))
    try await move(.launch, first, county)
    await #expect(throws: Invalid.self) { try await move(.launch, second, county) }
    await #expect(throws: Invalid.self) {
      _ = try await LaunchTask(engine: county.engine, policies: County.policies)(
        entry(), by: try county.person("finance").id, at: County.now)
    }
    try await move(.cancel, first, county, reason: "单位范围有误。")
    try await move(.launch, second, county)
  }

  @Test func `a draft has no filings until it is launched`() async throws {
    let county = try await County()
    let id = try await draft(county, units: ["201"])
    #expect(try await filings(county, id).isEmpty)
    #expect(try await move(.launch, id, county) == .launched)
    #expect(try await filings(county, id).map(\.unit.code.description) == ["201001", "201002"])
    let told = try await events(county, id)
    #expect(told.map(\.kind) == [.launched, .created])
    #expect(told.first?.detail == "2 家：示例县商务局、示例县投资促进中心" && told.first?.name == "人员finance")
  }

  @Test func `a trial run leaves nothing behind but its record`() async throws {
    let county = try await County()
    let id = try await draft(county)
    await #expect(throws: Invalid.self) { try await move(.startTrial, id, county) }
    try await move(.startTrial, id, county, units: ["201002"])
    let filing = try #require(try await filings(county, id).first)
    #expect(try await county.move(.start, filing.id, by: "jb201002") == .drafting)
    _ = try await county.edit([.set("base/reception/final", "1.50")], filing.id, by: "jb201002")
    _ = try await county.engine.write {
      try $0.tell(.insertReminder(of: filing.id, mark: "x", deadline: "2026-03-31", message: "", by: 1, at: 1))
    }
    // All that a filing can have goes with it.
    try await RefreshExtracts(engine: county.engine, shelf: county.shelf).all()
    _ = try await county.engine.write { database in
      let note = try database.insert(
        .insertNote(.remark, place: "", text: "x", due: "", answers: nil, filing: filing.id, by: 1, at: 1))
      try database.tell(
        .insertNote(.remark, place: "", text: "y", due: "", answers: note, filing: filing.id, by: 1, at: 1))
      try database.tell(.insertDraftFile(name: "x", content: [1], of: filing.id, by: 1, at: 1))
      let cell = try #require(CellAddress("self/r1/score"))
      try database.tell(
        .putMark(ReviewMark(cell: cell, points: "1", opinion: ""), filing: filing.id, by: 1, at: 1))
    }
    #expect(try await move(.endTrial, id, county) == .draft)
    #expect(try await filings(county, id).isEmpty)
    #expect(try await county.engine.read { try $0.ask(.history(of: filing.id)) }.isEmpty)
    #expect(try await events(county, id).first?.detail == "删除试运行的自评 1 份：示例县投资促进中心")
    // The filings of other tasks stay.
    #expect(try await filings(county, county.task).count == 2)
    #expect(try await move(.launch, id, county) == .launched)
  }

  @Test func `a draft is changed, a launched task is not`() async throws {
    let county = try await County()
    let id = try await draft(county)
    let edit = EditTask(engine: county.engine, policies: County.policies)
    let finance = try county.person("finance")
    try await edit(entry { $0.title = "改过的名称" }, of: id, by: finance, at: County.now)
    #expect(try await task(county, id).title == "改过的名称")
    await #expect(throws: Refused([.wrongPhase(.launched)])) {
      try await edit(entry(), of: county.task, by: finance, at: County.now)
    }
    await #expect(throws: Invalid.self) {
      try await edit(entry { $0.units = ["999"] }, of: id, by: finance, at: County.now)
    }
    await #expect(throws: Forbidden.self) {
      try await edit(entry(), of: id, by: try county.person("jb201001"), at: County.now)
    }
  }

  @Test func `a task is called off while nobody has sent, and its filings are left to the bureau`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    await #expect(throws: Refused([.taskReasonMissing])) { try await move(.cancel, county.task, county) }
    #expect(try await move(.cancel, county.task, county, reason: "文件有误") == .cancelled)
    #expect(try await events(county, county.task).first?.reason == "文件有误")
    await #expect(throws: NotFound.self) { try await county.move(.submit, filing, by: "jb201002") }
    await #expect(throws: NotFound.self) {
      try await county.edit([.set("base/reception/final", "1.50")], filing, by: "jb201002")
    }
    let (record, cancelled) = (try await county.shelf.filing(filing).record, try await task(county, county.task))
    #expect(try county.person("finance").canSee(record, in: cancelled))
    #expect(try !county.person("jb201002").canSee(record, in: cancelled))
  }

  @Test func `a task of which a unit has sent is not called off, and the unit is named`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    try await county.place(filing, .unitReview, sentOn: "2025-03-01")
    await #expect(throws: Refused([.alreadySent(["示例县投资促进中心"])])) {
      try await move(.cancel, county.task, county, reason: "文件有误")
    }
    // Nor after it came back.
    _ = try await county.move(.return, filing, by: "sh201002", reason: "请补充")
    await #expect(throws: Refused([.alreadySent(["示例县投资促进中心"])])) {
      try await move(.cancel, county.task, county, reason: "文件有误")
    }
  }

  @Test func `what is closed or archived is read only`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    try await move(.close, county.task, county)
    await #expect(throws: Refused([.taskClosed])) {
      try await county.edit([.set("base/reception/final", "1.50")], filing, by: "jb201002")
    }
    await #expect(throws: Refused([.taskReasonMissing])) { try await move(.reopen, county.task, county) }
    try await move(.reopen, county.task, county, reason: "补报")
    _ = try await county.edit([.set("base/reception/final", "1.50")], filing, by: "jb201002")
    try await move(.close, county.task, county)
    try await move(.archive, county.task, county)
    await #expect(throws: Refused([.wrongPhase(.archived)])) {
      try await move(.reopen, county.task, county, reason: "补报")
    }
    await #expect(throws: Refused.self) { try await county.move(.submit, filing, by: "jb201002") }
    let (record, archived) = (try await county.shelf.filing(filing).record, try await task(county, county.task))
    #expect(try county.person("jb201002").canSee(record, in: archived))
    #expect(try ExportFiling.word(await county.shelf.filing(filing), as: .builtIn).count > 1_000)
  }

  @Test func `units are added later, each once`() async throws {
    let county = try await County(units: ["201001": "甲局", "201002": "甲中心", "301001": "乙局"])
    let id = try await LaunchTask(engine: county.engine, policies: County.policies)(
      entry { $0.units = ["201001"] }, by: try county.person("admin").id, at: County.now)
    let add = AddTaskUnits(engine: county.engine)
    let finance = try county.person("finance")
    let added = try await add(["201", "301001"], to: id, by: finance, at: County.now)
    #expect(added.map(\.name) == ["甲中心", "乙局"])
    #expect(try await filings(county, id).count == 3)
    #expect(try await task(county, id).scope.codes == ["201001", "201", "301001"])
    await #expect(throws: Invalid.self) { try await add(["201001"], to: id, by: finance, at: County.now) }
    await #expect(throws: Invalid.self) { try await add([], to: id, by: finance, at: County.now) }
    await #expect(throws: Forbidden.self) {
      try await add(["201"], to: id, by: try county.person("sh201001"), at: County.now)
    }
  }

  @Test func `a copy is the next year's draft for the same units`() async throws {
    let county = try await County()
    let copy = try await CopyTask(engine: county.engine, policies: County.policies)(
      county.task, by: try county.person("finance"), at: County.now)
    let made = try await task(county, copy)
    #expect(made.title == "2025年度绩效自评" && made.year == 2025 && made.phase == .draft)
    #expect(made.deadline == "2026-03-31" && made.scope == .all && made.policies == County.policyIDs)
    #expect(try await events(county, copy).first?.detail.contains("沿用") == true)
    await #expect(throws: Forbidden.self) {
      try await CopyTask(engine: county.engine, policies: PolicyShelf([]))(
        county.task, by: try county.person("jb201001"), at: County.now)
    }
  }

  @Test func `a notice is a PDF or Word file, and the last one counts`() async throws {
    let county = try await County()
    let attach = AttachNotice(engine: county.engine)
    let finance = try county.person("finance")
    let pdf = Array("%PDF-1.7 通知".utf8)
    try await attach(name: "旧通知.pdf", content: pdf, to: county.task, by: finance, at: County.now)
    try await attach(name: "通知.pdf", content: pdf + [10], to: county.task, by: finance, at: County.now)
    let record = try await county.engine.read { try $0.first(.notice(of: county.task)) }
    #expect(record?.name == "通知.pdf" && record?.digest == Digest.of(pdf + [10]))
    await #expect(throws: Invalid.self) {
      try await attach(name: "通知.exe", content: pdf, to: county.task, by: finance, at: County.now)
    }
    await #expect(throws: Forbidden.self) {
      try await attach(name: "通知.pdf", content: pdf, to: county.task, by: try county.person("jb201001"), at: 1)
    }
  }

  @Test func `only those who run tasks move them`() async throws {
    let county = try await County()
    for account in ["jb201001", "sh201001"] {
      for each in TaskMove.allCases {
        await #expect(throws: Forbidden.self) { try await move(each, county.task, county, by: account, reason: "x") }
      }
    }
    await #expect(throws: NotFound.self) { try await move(.close, 99, county) }
    #expect(try await move(.close, county.task, county, by: "admin") == .closed)
  }
}
