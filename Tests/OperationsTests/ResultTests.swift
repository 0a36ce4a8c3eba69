import Database
import Evaluation
import Store
import TestKit
import Testing

@testable import Operations

/// What the results of a task show is kept when filings are sent and marked, and read from what was kept.
@Suite struct ResultTests {
  private static let units = ["101001": "甲局", "101002": "甲中心", "201001": "乙局", "301001": "丙局"]

  /// Fills a filing with one indicator and budget figures, and keeps its result as sending does.
  private func fill(
    _ county: County, _ code: String, score: String, initial: String = "100", more: [Edit] = []
  ) async throws -> Int64 {
    let filing = try await county.filing(of: code)
    try await county.begin(filing)
    _ = try await county.edit(
      [
        .addLine(sheet: "self", under: "quantity"), .set("self/r1/name", "举办展会"), .set("self/r1/points", "90"),
        .set("self/r1/score", score), .set("self/total/initial", initial), .set("self/total/budget", "100"),
        .set("self/total/executed", "100"),
      ] + more, filing, by: "jb\(code)")
    try await county.place(filing, .financeReview, sentOn: "2025-03-01")
    try await KeepResults(engine: county.engine, shelf: county.shelf).keep(try await county.shelf.filing(filing))
    return filing
  }
  private func rows(
    _ county: County, by column: ResultOrder.Column = .own, _ change: (inout ResultFilter) -> Void = { _ in }
  ) async throws -> [ResultRow] {
    var filter = ResultFilter(task: county.task)
    change(&filter)
    let wanted = filter
    return try await county.engine.read {
      try $0.ask(.results(wanted, by: ResultOrder(column, isDescending: true), limit: 50, offset: 0))
    }
  }

  @Test func `filings that were sent are ranked, graded and filtered`() async throws {
    let county = try await County(units: Self.units)
    _ = try await fill(county, "101001", score: "85")
    _ = try await fill(county, "101002", score: "60.5")
    _ = try await fill(county, "201001", score: "85")
    let all = try await rows(county)
    // Ten points of the execution are added; 丙局 did not send.
    #expect(all.map(\.unit.name) == ["甲局", "乙局", "甲中心"])
    #expect(all.map(\.rank) == [1, 1, 3])
    #expect(all.map(\.result.own) == [95_000_000, 95_000_000, 70_500_000])
    #expect(all.map(\.grade) == ["优", "优", "中"])
    #expect(try await rows(county) { $0.kind = .subordinate }.map(\.unit.name) == ["甲中心"])
    #expect(try await rows(county) { $0.department = "201" }.map(\.unit.name) == ["乙局"])
    #expect(try await rows(county) { $0.grade = "中" }.map(\.unit.name) == ["甲中心"])
    let grades = try await county.engine.read { [task = county.task] in
      try $0.ask(Query<(String, Int64)>.gradeCounts(ResultFilter(task: task)))
    }
    #expect(Dictionary(uniqueKeysWithValues: grades) == ["优": 2, "中": 1])
  }

  @Test func `flags are kept with their cells and counted over the county`() async throws {
    let county = try await County(units: Self.units)
    let filing = try await fill(county, "101001", score: "85", initial: "400")
    _ = try await fill(county, "201001", score: "85")
    let flags = try await county.engine.read { try $0.ask(.flags(of: [filing])) }
    #expect(flags.map(\.flag.kind) == [.backfilledBudget])
    #expect(flags.first?.flag.cells.first == CellAddress("self", "total", "budget"))
    #expect(try await rows(county) { $0.flag = .backfilledBudget }.map(\.unit.name) == ["甲局"])
    #expect(try await rows(county, by: .flags).map(\.flags) == [1, 0])
    let counts = try await county.engine.read { [task = county.task] in
      try $0.ask(Query<(String, Int64)>.flagCounts(ResultFilter(task: task)))
    }
    #expect(Dictionary(uniqueKeysWithValues: counts) == ["backfilledBudget": 1])
  }

  @Test func `marks change the reviewed total at once, and a large gap is a flag`() async throws {
    let county = try await County(units: Self.units)
    let filing = try await fill(county, "101001", score: "85")
    let cell = try #require(CellAddress("self/r1/score"))
    try await MarkFiling(engine: county.engine, shelf: county.shelf)(
      [ReviewMark(cell: cell, points: "70", opinion: "佐证不足")], on: filing,
      expecting: try await county.shelf.filing(filing).record.version, by: try county.person("finance"),
      at: County.now)
    let row = try #require(try await rows(county).first)
    #expect(row.result.reviewed == 80_000_000 && row.grade == "良" && row.result.ownGrade == "优")
    let flags = try await county.engine.read { try $0.ask(.flags(of: [filing])) }
    #expect(flags.map(\.flag.words) == ["自评 95 分，核查 80 分，相差 15 分"])
  }

  @Test func `what is not worked out is told and done on demand, a bounded number at a time`() async throws {
    let county = try await County(units: Self.units)
    for code in ["101001", "101002", "201001"] {
      try await county.place(try await county.filing(of: code), .done, sentOn: "2025-03-01")
    }
    let keep = KeepResults(engine: county.engine, shelf: county.shelf)
    #expect(try await keep(pendingOf: county.task, limit: 2) == 1)
    #expect(try await keep(pendingOf: county.task, limit: 2) == 0)
    let filing = try await county.filing(of: "101001")
    _ = try await county.engine.write { try $0.tell(.outdateResult(of: filing)) }
    #expect(try await keep(pendingOf: county.task) == 0)
  }

  @Test func `a filing that cannot be read goes on waiting, alone`() async throws {
    let county = try await County(units: Self.units)
    let spoiled = try await county.filing(of: "101001")
    try await county.begin(spoiled)
    for code in ["101001", "101002", "201001"] {
      try await county.place(try await county.filing(of: code), .done, sentOn: "2025-03-01")
    }
    _ = try await county.engine.write { try $0.tell(.spoilSheets(of: spoiled)) }
    let shelf = FilingShelf(reader: county.engine, policies: County.policies)
    #expect(try await KeepResults(engine: county.engine, shelf: shelf)(pendingOf: county.task) == 1)
  }

  @Test func `reports that say the same are found on both sides, and no more once one is rewritten`() async throws {
    let county = try await County(units: Self.units)
    let own = Edit.set("report/overview/text", Self.text)
    let first = try await fill(county, "101001", score: "85", more: [own])
    #expect(try await county.engine.read { try $0.ask(.flags(of: [first])) }.isEmpty)
    let second = try await fill(county, "201001", score: "85", more: [own])
    let flags = try await county.engine.read { try $0.ask(.flags(of: [first, second])) }
    #expect(flags.map(\.flag.kind) == [.copiedText, .copiedText])
    #expect(flags.map(\.other) == [second, first])
    #expect(flags.first?.flag.words == "报告正文有 100% 与乙局的相同")
    #expect(flags.first?.flag.cells == [CellAddress("report", "overview", "text")])
    _ = try await county.engine.write { try $0.tell(.setStage(.drafting, sender: nil, of: second)) }
    _ = try await county.edit([.set("report/overview/text", "本年没有需要说明的事项。", was: Self.text)], second, by: "jb201001")
    try await county.place(second, .financeReview, sentOn: "2025-03-01")
    try await KeepResults(engine: county.engine, shelf: county.shelf).keep(try await county.shelf.filing(second))
    #expect(try await county.engine.read { try $0.ask(.flags(of: [first, second])) }.isEmpty)
    #expect(try await rows(county).map(\.flags) == [0, 0])
  }

  /// Long enough to be told from another, in words of its own.
  private static let text = """
    春耕前走访十二个乡镇的育秧大棚，为三百户种粮大户送去温度计和防寒薄膜，倒春寒期间没有一座大棚塌垮。端午节那场大雨冲毁东港渠二百米堤岸，\
    抢险队连夜打下木桩，三天后恢复通水，下游两千亩早稻赶上了抽穗。入秋后在古镇码头办起晒秋集市，四十七家农户的腊鱼、剁椒和茶油摆上摊位，\
    周末游客把石板街挤得水泄不通。冬天把闲置的粮站改成了乡村图书室，孩子们放学后围着炭火读连环画，老人在隔壁学写春联。\
    全年修好机耕路十九公里，换下腐朽的木桥三座，给七个村民小组接上了自来水。
    """
}
