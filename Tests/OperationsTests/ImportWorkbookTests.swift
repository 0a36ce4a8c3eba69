import Database
import Evaluation
import Operations
import Paper
import Store
import TestKit
import Testing

@Suite("Taking a workbook back", .timeLimit(.minutes(10))) struct ImportWorkbookTests {
  private static let reception = CellAddress("base", "reception", "final")

  private func begun() async throws -> (County, Int64) {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    return (county, filing)
  }

  private func candidate(_ target: String, _ text: String, exported: String = "") throws -> WorkbookPreview.Candidate {
    let target = try #require(WorkbookTarget(target))
    return WorkbookPreview.Candidate(place: "基础表!B7", target: target, exported: exported, text: text, names: [:])
  }

  private func take(
    _ entries: [ImportWorkbook.Entry], _ filing: Int64, in county: County, by account: String = "jb201002"
  ) async throws -> ImportWorkbook.Outcome {
    try await ImportWorkbook(engine: county.engine, shelf: county.shelf)(
      entries, in: filing, by: try county.person(account), at: County.now)
  }

  @Test func thePreviewTellsNamesValuesAndTheMessagesOfTyping() async throws {
    let (county, id) = try await begun()
    _ = try await county.edit([.set("base/abroad/final", "1")], id, by: "jb201002")
    let preview = WorkbookPreview(
      [
        try candidate("base/reception/final", "5.17"), try candidate("base/vehicleRunning/final", "五万"),
        try candidate("base/threePublic/final", "9"), try candidate("base/abroad/final", "2"),
        try candidate("base/r77/final", "1"),
      ], of: try await county.shelf.filing(id))
    #expect(preview.rows.map(\.name).prefix(2) == ["3、公务接待，2024年决算数", "公车运行维护，2024年决算数"])
    #expect(
      preview.rows.map(\.problem) == [
        nil, "不是数字，请只填数字，如 4.64。", "此格自动计算，不能填写。", nil, "没有这个单元格，请刷新页面。",
      ])
    #expect(preview.rows[3].isConflict && preview.rows[3].current == "1" && !preview.rows[0].isConflict)
    #expect(preview.entries.map(\.target.description) == ["base/reception/final"])
  }

  @Test func newLinesAreAddedWithWhatStandsOnThem() async throws {
    let (county, id) = try await begun()
    let preview = WorkbookPreview(
      [
        try candidate("base/specialFunds+1/name", "农贸市场改造"), try candidate("base/specialFunds+1/final", "77.7"),
        try candidate("base/specialFunds+2/name", "企业补助"), try candidate("base/specialFunds+2/final", "2.3"),
        try candidate("self/quantity+1/name", "改造市场"),
      ], of: try await county.shelf.filing(id))
    #expect(preview.rows.allSatisfy { $0.problem == nil })
    #expect(preview.rows[1].name == "农贸市场改造，2024年决算数")
    guard case .written(_, let after) = try await take(preview.entries, id, in: county) else {
      return #expect(Bool(false), "nothing was written")
    }
    #expect(after.calculation.text(at: CellAddress("base", "specialFunds", "final")) == "80")
    #expect(after.filing.sheet("self")?.lines(under: "quantity").count == 1)
    let history = try await county.engine.read { try $0.ask(.history(of: id)) }
    #expect(history.count == 3, "the start, what it filled in, and one entry for the whole workbook")
  }

  @Test func nothingIsWrittenWhereSomebodyChangedACellMeanwhile() async throws {
    let (county, id) = try await begun()
    let preview = WorkbookPreview(
      [try candidate("base/reception/final", "5.17"), try candidate("base/abroad/final", "2")],
      of: try await county.shelf.filing(id))
    _ = try await county.edit([.set("base/abroad/final", "1")], id, by: "jb201002")
    guard case .refused = try await take(preview.entries, id, in: county) else {
      return #expect(Bool(false), "it was written")
    }
    let loaded = try await county.shelf.filing(id)
    #expect(loaded.calculation.text(at: Self.reception).isEmpty)
    let again = WorkbookPreview([try candidate("base/abroad/final", "2")], of: loaded)
    #expect(again.rows.first?.isConflict == true && again.rows.first?.current == "1")
  }

  @Test func onlyTheHandlerMayAndOnlyWhileDrafting() async throws {
    let (county, id) = try await begun()
    let entry = ImportWorkbook.Entry(target: .cell(Self.reception), text: "1", was: "")
    await #expect(throws: Forbidden.self) { try await take([entry], id, in: county, by: "sh201002") }
    await #expect(throws: NotFound.self) { try await take([entry], id, in: county, by: "admin") }
    let lead = try await county.filing(of: "201001")
    await #expect(throws: Refused([.wrongStage(.notStarted)])) {
      try await take([entry], lead, in: county, by: "jb201001")
    }
  }

  @Test func theWorkbookOfAnotherFilingIsRefusedWithTheReason() async throws {
    let (county, id) = try await begun()
    let lead = try await county.filing(of: "201001")
    let loaded = try await county.shelf.filing(id)
    let own = try ExportFiling.workbook(loaded)
    let foreign = try ExportFiling.workbook(try await county.shelf.filing(lead))
    #expect(try await WorkbookPreview(own, of: loaded, history: county.engine).rows.isEmpty)
    #expect(try await refusal(foreign, loaded, county).contains("示例县商务局（201001）的工作簿"))
    let other = try await County()
    let elsewhere = try await other.filing(of: "201002")
    _ = try await other.move(.start, elsewhere, by: "jb201002")
    _ = try await other.edit([.set("base/abroad/final", "1")], elsewhere, by: "jb201002")
    let stranger = try ExportFiling.workbook(try await other.shelf.filing(elsewhere))
    #expect(try await refusal(stranger, loaded, county).contains("比系统中的自评还新"))
    _ = try await county.edit([.set("base/abroad/final", "3")], id, by: "jb201002")
    let later = try await county.shelf.filing(id)
    #expect(try await refusal(stranger, later, county).contains("可能来自另一套数据"))
    #expect(try await refusal(Array("PK".utf8), loaded, county).contains("Office"))
    #expect(try await refusal([0xD0, 0xCF, 0x11, 0xE0], loaded, county).contains("打开密码"))
    #expect(try await refusal([], loaded, county).contains("空的"))
  }

  private func refusal(_ file: [UInt8], _ loaded: LoadedFiling, _ county: County) async throws -> String {
    do {
      _ = try await WorkbookPreview(file, of: loaded, history: county.engine)
      return ""
    } catch let invalid as Invalid { return invalid.problems.map(\.message).joined() }
  }
}
