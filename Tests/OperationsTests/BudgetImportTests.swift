import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Taking over the budget system's values", .timeLimit(.minutes(10))) struct BudgetImportTests {
  private let reception = CellAddress("base", "reception", "budget")

  private func take(_ text: String, into county: County) async throws -> BudgetImport.Outcome {
    let file = try BudgetFile(Array(text.utf8))
    #expect(file.problems.isEmpty)
    return try await BudgetImport(engine: county.engine, shelf: county.shelf)(
      file.rows, by: try county.person("admin").id, at: County.now)
  }

  @Test func fillsAFilingWhenItBeginsWithLinesAndProjects() async throws {
    let county = try await County()
    let outcome = try await take(
      """
      单位编码,年度,位置,数值
      201002,2024,base/reception/budget,"1,200.50"
      201002,2024,base/specialFunds[农贸市场改造]/budget,77.7
      201002,2024,project[农贸市场改造]/fiscal/initial,77.7
      """, into: county)
    #expect(outcome.values == 3 && outcome.filings == 0)
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    let loaded = try await county.shelf.filing(filing)
    #expect(loaded.filing.entry(at: reception) == Entry("1200.50", synced: "1200.50"))
    #expect(loaded.calculation.text(at: CellAddress("base", "specialFunds", "budget")) == "77.7")
    let project = try #require(loaded.calculation.layouts.first { $0.form.kind == .projectEvaluation })
    #expect(loaded.calculation.text(at: CellAddress(project.sheet.id, "project", "name")) == "农贸市场改造")
    #expect(try await VerifyHistory(reader: county.engine)().findings.isEmpty)
  }

  @Test func aSecondTimeLosesNoEdit() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await take(
      "[{\"unit\":\"201002\",\"year\":2024,\"place\":\"base/reception/budget\",\"value\":5.1}]", into: county)
    _ = try await county.move(.start, filing, by: "jb201002")
    _ = try await county.edit([.set("base/reception/budget", "5.6")], filing, by: "jb201002")
    let outcome = try await take(
      "[{\"unit\":\"201002\",\"year\":2024,\"place\":\"base/reception/budget\",\"value\":\"5.2\"}]", into: county)
    #expect(outcome.filings == 1)
    let entry = try await county.shelf.filing(filing).filing.entry(at: reception)
    #expect(entry == Entry("5.6", synced: "5.2") && entry?.origin == .edited)
  }

  @Test func `what is handed over for a unit replaces what was there, and the last value of a place counts`()
    async throws
  {
    let county = try await County()
    let unit = try #require(UnitCode("201002"))
    func kept() async throws -> [String] {
      try await county.engine.read { try $0.ask(.budgetValues(of: unit, year: 2024)) }.map(\.text)
    }
    let outcome = try await take(
      """
      单位编码,年度,位置,数值
      201002,2024,base/reception/budget,5.1
      201002,2024,base/reception/budget,5.2
      """, into: county)
    #expect(outcome.values == 1)
    #expect(try await kept() == ["5.2"])
    _ = try await take("位置,数值,单位编码,年度\nbase/abroad/budget,1,201002,2024", into: county)
    #expect(try await kept() == ["1"])
  }

  @Test func `a unit that is excused keeps its filing as it is`() async throws {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    let waive = WaiveFiling(engine: county.engine)
    try await waive.declare(filing, reason: "本年度无项目支出", by: try county.person("jb201002"), at: County.now)
    try await waive.decide(filing, accepts: true, reason: "", by: try county.person("finance"), at: County.now)
    let outcome = try await take("位置,数值,单位编码,年度\nbase/reception/budget,5.1,201002,2024", into: county)
    #expect(outcome.values == 1 && outcome.filings == 0)
    #expect(try await county.shelf.filing(filing).filing.entry(at: reception) == nil)
  }

  @Test func readsGB18030() throws {
    // 单位编码,年度,位置,数值 in GB18030.
    let header: [UInt8] = [
      0xB5, 0xA5, 0xCE, 0xBB, 0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xC4, 0xEA, 0xB6, 0xC8, 0x2C, 0xCE, 0xBB, 0xD6, 0xC3, 0x2C,
      0xCA, 0xFD, 0xD6, 0xB5,
    ]
    let file = try BudgetFile(header + Array("\n201001,2024,base/abroad/final,3\n".utf8))
    #expect(file.rows.map(\.text) == ["3"] && file.problems.isEmpty)
  }

  @Test func namesTheLineOfEveryFault() throws {
    let file = try BudgetFile(
      Array(
        "unit,year,place,value\n20100,2024,base/abroad/final,3\n201001,24,base/abroad/final,3\n201001,2024,abroad,3\n"
          .utf8))
    #expect(file.rows.isEmpty)
    #expect(file.problems.map(\.field) == ["第 2 行", "第 3 行", "第 4 行"])
    #expect(throws: Invalid.self) { try BudgetFile([0xFF, 0xFE, 0x00]) }
    #expect(throws: Invalid.self) { try BudgetFile(Array("a,b\n1,2\n".utf8)) }
  }

  @Test func countsTheItemsOfAListFromOneHoweverItIsWrapped() throws {
    let items = #"[{"place":"abroad","value":1},{"unit":"1","place":"base/abroad/final","value":2}]"#
    let code = try #require(UnitCode("201001"))
    for text in [items, #"{"values":\#(items)}"#] {
      let file = try BudgetFile(Array(text.utf8), defaultUnit: code, defaultYear: 2024)
      #expect(file.problems.map(\.field) == ["第 1 项", "第 2 项"], "\(text)")
    }
  }
}
