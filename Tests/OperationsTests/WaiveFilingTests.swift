import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

/// 不适用: declared by the unit, answered by the bureau.
@Suite("Filings that do not apply", .timeLimit(.minutes(10))) struct WaiveFilingTests {
  @Test func `once accepted, the unit need not file and its lead unit need not wait`() async throws {
    let county = try await County()
    let (filing, lead) = (try await county.filing(of: "201002"), try await county.filing(of: "201001"))
    let waive = WaiveFiling(engine: county.engine)
    let (handler, finance) = (try county.person("jb201002"), try county.person("finance"))
    await #expect(throws: Invalid.self) { try await waive.declare(filing, reason: "无", by: handler, at: County.now) }
    await #expect(throws: Forbidden.self) {
      try await waive.declare(filing, reason: "本年度无项目支出", by: try county.person("sh201002"), at: County.now)
    }
    await #expect(throws: Invalid.self) {
      try await waive.decide(filing, accepts: true, reason: "", by: finance, at: County.now)
    }
    try await waive.declare(filing, reason: "本年度无项目支出", by: handler, at: County.now)
    #expect(try await county.engine.read { try $0.workCounts(of: finance) }.toAnswer == 1)
    await #expect(throws: Forbidden.self) {
      try await waive.decide(filing, accepts: true, reason: "", by: try county.person("sh201001"), at: County.now)
    }
    try await waive.decide(filing, accepts: true, reason: "", by: finance, at: County.now)
    await #expect(throws: Refused([.notApplicable])) { try await county.move(.start, filing, by: "jb201002") }
    #expect(try await county.move(.start, lead, by: "jb201001") == .drafting)
    #expect(try await county.engine.read { try $0.workCounts(of: handler) } == WorkCounts())
    let kinds = try await county.engine.read { try $0.ask(.events(of: county.task, limit: 2)) }.map(\.kind)
    #expect(kinds == [.waiverAccepted, .waiverDeclared])
  }

  @Test func `a rejection needs a reason, and the unit files as before`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    let waive = WaiveFiling(engine: county.engine)
    let (handler, finance) = (try county.person("jb201002"), try county.person("finance"))
    try await waive.declare(filing, reason: "本年度无项目支出", by: handler, at: County.now)
    await #expect(throws: Invalid.self) {
      try await waive.decide(filing, accepts: false, reason: "", by: finance, at: County.now)
    }
    try await waive.decide(filing, accepts: false, reason: "仍有部门整体支出", by: finance, at: County.now)
    #expect(try await county.move(.start, filing, by: "jb201002") == .drafting)
    try await waive.declare(filing, reason: "本年度确无项目支出", by: handler, at: County.now)
    try await county.place(filing, .unitReview, sentOn: "2025-03-01")
    _ = try await county.move(.return, filing, by: "sh201002", reason: "请补充")
    try await waive.decide(filing, accepts: false, reason: "仍有部门整体支出", by: finance, at: County.now)
    await #expect(throws: Refused.self) {
      try await waive.declare(filing, reason: "本年度确无项目支出", by: handler, at: County.now)
    }
  }

  @Test func `a task that takes no filings any more takes no declaration either`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    let (handler, finance) = (try county.person("jb201002"), try county.person("finance"))
    func mayBeWaived() async throws -> Bool {
      let loaded = try await county.shelf.filing(filing)
      return loaded.record.mayBeWaived(in: loaded.task)
    }
    #expect(try await mayBeWaived())
    for move in [TaskMove.close, .archive] {
      _ = try await MoveTask(engine: county.engine)(move, on: county.task, by: finance, at: County.now)
      #expect(try await !mayBeWaived())
      await #expect(throws: Refused([.taskClosed])) {
        try await WaiveFiling(engine: county.engine).declare(
          filing, reason: "本年度无项目支出", by: handler, at: County.now)
      }
    }
  }

  @Test func `who has declared, or has sent, is not offered it again`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    let task = try await county.shelf.filing(filing).task
    func record() async throws -> FilingRecord { try await county.shelf.filing(filing).record }
    try await WaiveFiling(engine: county.engine).declare(
      filing, reason: "本年度无项目支出", by: try county.person("jb201002"), at: County.now)
    #expect(try await !record().mayBeWaived(in: task))
    let other = try await county.filing(of: "201001")
    try await county.place(other, .unitReview, sentOn: "2025-03-01")
    #expect(try await !county.shelf.filing(other).record.mayBeWaived(in: task))
  }

  @Test func `what was sent meanwhile is not waived any more`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    let waive = WaiveFiling(engine: county.engine)
    try await waive.declare(filing, reason: "本年度无项目支出", by: try county.person("jb201002"), at: County.now)
    try await county.place(filing, .unitReview, sentOn: "2025-03-01")
    await #expect(throws: Refused([.wrongStage(.unitReview)])) {
      try await waive.decide(filing, accepts: true, reason: "", by: try county.person("finance"), at: County.now)
    }
  }

  @Test func `a change worked out before the unit was excused, or the task closed, is not written`() async throws {
    for closes in [false, true] {
      let county = try await County()
      let filing = try await county.filing(of: "201002")
      _ = try await county.move(.start, filing, by: "jb201002")
      let (handler, finance) = (try county.person("jb201002"), try county.person("finance"))
      let read = try await county.shelf.filing(filing)
      if closes {
        _ = try await MoveTask(engine: county.engine)(.close, on: county.task, by: finance, at: County.now)
      } else {
        let waive = WaiveFiling(engine: county.engine)
        try await waive.declare(filing, reason: "本年度无项目支出", by: handler, at: County.now)
        try await waive.decide(filing, accepts: true, reason: "", by: finance, at: County.now)
      }
      await #expect(throws: Refused([closes ? .taskClosed : .notApplicable])) {
        _ = try await EditFiling(engine: county.engine, shelf: county.shelf)(
          [.set("base/reception/final", "3.1")], in: filing, found: read, by: handler, at: County.now)
      }
      #expect(try await county.shelf.filing(filing).record.version == read.record.version)
    }
  }

  @Test func `strangers do not know of it`() async throws {
    let county = try await County(units: ["201002": "甲中心", "301001": "乙局"])
    let filing = try await county.filing(of: "201002")
    await #expect(throws: NotFound.self) {
      try await WaiveFiling(engine: county.engine).declare(
        filing, reason: "本年度无项目支出", by: try county.person("jb301001"), at: County.now)
    }
  }
}
