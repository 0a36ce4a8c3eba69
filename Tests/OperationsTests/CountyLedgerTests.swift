import Database
import Evaluation
import Foundation
import OOXML
import Operations
import Store
import TestKit
import Testing

@Suite("The bureau's ledger", .timeLimit(.minutes(10))) struct CountyLedgerTests {
  /// Two units with people and fifty without, a task for the two and a later one for all.
  private func county() async throws -> County {
    let county = try await County()
    for number in 1...50 {
      try await OpenUnit(engine: county.engine)(
        code: "3\(number + 10)001", name: "示例单位\(number)", by: nil, at: County.now)
    }
    _ = try await LaunchTask(engine: county.engine, policies: County.policies)(
      .init(
        title: "2024年度补报", year: "2024", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
        deadline: "2025-03-31", units: []), by: try county.person("admin").id, at: County.now)
    let filing = try await county.filing(of: "201002")
    _ = try await county.move(.start, filing, by: "jb201002")
    _ = try await county.edit(
      [
        .set("self/total/initial", "100.5"), .set("self/total/budget", "120"), .set("self/total/executed", "60"),
      ], filing, by: "jb201002")
    return county
  }

  private func content(
    _ format: SpreadsheetFile.Format, _ filter: FilingFilter = FilingFilter(), today: String = "2025-03-31"
  ) async throws -> [UInt8] {
    try await content(of: try await county(), format, filter, today: today)
  }

  private func content(
    of county: County, _ format: SpreadsheetFile.Format, _ filter: FilingFilter, today: String
  ) async throws -> [UInt8] {
    let file = try await CountyLedger(reader: county.engine, policies: County.policies).file(
      filter, as: format, today: try #require(CivilDay(today)))
    return Array(try file.readToEnd() ?? Data())
  }

  @Test func everyFilingStandsInTheWorkbookWithItsFigures() async throws {
    let sheet = try WorkbookReader.read(try await content(.xlsx)).sheets[0]
    let rows = Dictionary(grouping: sheet.cells, by: \.place.row)
    #expect(rows.count == 55, "the captions, 52 filings of one task and 2 of the other")
    let begun = rows.values.first { $0.contains { $0.text == "填报中" } } ?? []
    #expect(
      begun.map(\.text).starts(with: [
        "201002", "示例县投资促进中心", "2024年度绩效自评", "填报中", "100.5", "120", "60", "万元", "50",
      ]), "\(begun.map(\.text))")
    #expect(begun[4].number == "100.5" && rows[0]?.first?.text == "单位编码")
  }

  @Test func theQueryDecidesWhatStandsInIt() async throws {
    let csv = String(decoding: try await content(.csv, FilingFilter(stages: [.drafting])), as: UTF8.self)
    #expect(csv.hasPrefix("\u{FEFF}\"单位编码\",") && csv.split(separator: "\r\n").count == 2)
  }

  @Test func whatIsNotSentByTheDeadlineIsLate() async throws {
    let drafting = FilingFilter(stages: [.drafting])
    let late = String(decoding: try await content(.csv, drafting, today: "2025-04-01"), as: UTF8.self)
    let timely = String(decoding: try await content(.csv, drafting, today: "2025-03-31"), as: UTF8.self)
    #expect(late.contains("\"是\"\r\n") && !timely.contains("\"是\"\r\n"))
  }

  /// The last two cells of the one filing that was begun, whose task ends on Monday 2025-03-31.
  private func deadline(in county: County, today: String) async throws -> String? {
    let ledger = CountyLedger(reader: county.engine, policies: County.policies)
    let file = try await ledger.file(
      FilingFilter(task: county.task, unit: UnitCode("201002")), as: .csv, today: try #require(CivilDay(today)))
    let lines = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self).split(separator: "\r\n")
    return lines.last?.split(separator: ",").suffix(2).joined(separator: ",").replacing("\"", with: "")
  }

  @Test func anExtendedDeadlineIsTheOneThatCounts() async throws {
    let county = try await county()
    try await ExtendDeadline(engine: county.engine)(
      [try await county.filing(of: "201002")], to: "2025-04-10", reason: "系统故障", by: try county.person("finance"),
      at: County.now)
    #expect(try await deadline(in: county, today: "2025-04-10") == "2025-04-10,否")
    #expect(try await deadline(in: county, today: "2025-04-11") == "2025-04-10,是")
  }

  @Test func latenessIsThatOfTheWorkingCalendarAndOfTheFirstSending() async throws {
    let county = try await county()
    try await EditCalendar(engine: county.engine).put(
      first: "2025-04-01", last: "", kind: "dayOff", note: "示例假日", by: try county.person("admin"), at: County.now)
    #expect(try await deadline(in: county, today: "2025-04-01") == "2025-03-31,否")
    #expect(try await deadline(in: county, today: "2025-04-02") == "2025-03-31,是")
    let filing = try await county.filing(of: "201002")
    try await county.place(filing, .unitReview, sentOn: "2025-04-03")
    #expect(try await deadline(in: county, today: "2025-06-30") == "2025-03-31,是")
    try await county.place(filing, .drafting, sentOn: "2025-03-28")
    #expect(try await deadline(in: county, today: "2025-06-30") == "2025-03-31,否", "it came back")
  }

  @Test func whoIsExcusedIsNeitherLateNorInTime() async throws {
    let county = try await county()
    let filing = try await county.filing(of: "201002")
    _ = try await county.engine.write { try $0.tell(.setWaiver(.accepted, reason: "无项目", of: filing)) }
    #expect(try await deadline(in: county, today: "2025-06-30") == "2025-03-31,")
  }

  @Test func anExtensionCountsAndWhatCameBackIsCalledSo() async throws {
    let county = try await county()
    let drafting = FilingFilter(stages: [.drafting])
    try await ExtendDeadline(engine: county.engine)(
      [try await county.filing(of: "201002")], to: "2025-04-15", reason: "年中更换经办人员", by: try county.person("finance"),
      at: County.now)
    let extended = try await content(of: county, .csv, drafting, today: "2025-04-01")
    #expect(String(decoding: extended, as: UTF8.self).hasSuffix("\"2025-04-15\",\"否\"\r\n"))
    _ = try await county.engine.write {
      try $0.tell(Command("UPDATE filing SET is_returned = 1 WHERE stage = 'drafting'"))
    }
    let returned = try await content(of: county, .csv, drafting, today: "2025-04-01")
    #expect(String(decoding: returned, as: UTF8.self).contains("\"被退回\""))
  }
}
