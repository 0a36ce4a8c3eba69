import Evaluation
import Policies
import Reading
import Rules
import Testing

@testable import Audit
@testable import Report

/// Findings at cells of a form that was recognised in a text.
@Suite struct CellPlaceTests {
  private static let rows = [
    ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"], ["", "20", "17", "85%"],
    ["经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"], ["三公经费", "2.28", "2", "0.31"],
    ["1、公务用车购置和维护经费", "", "", ""], ["其中：公车购置", "", "", ""], ["公车运行维护", "", "", ""],
    ["2、出国经费", "", "", ""], ["3、公务接待", "2.28", "2", "0.31"], ["项目支出", "72.08", "74", "27"],
    ["1、业务工作经费", "72.08", "74", "27"], ["2、运行维护经费", "", "", ""],
  ]
  private static let text =
    "2024年度部门整体支出绩效评价基础数据表\n\n"
    + rows.map { $0.map { "\t\($0)\n" }.joined() + "\n" }.joined() + "说明：无。\n"

  private func found(_ places: Place...) throws -> PlacedFinding {
    let report = RecognisedReport(Report(flattened: Self.text), under: try PolicyLibrary.bundled().sets, year: 2024)
    let rule = SmallReport.rule("A02", "一", .error, .fail([Finding(at: places, "一")]))
    let audited = AuditedReport(file: "a.txt", report, Audit(of: report.dossier, rules: [rule]))
    return try #require(audited.findings.first { $0.check == "A02" })
  }

  @Test func `what follows from cells that were guessed is a hint, what stands in sentences is not`() throws {
    let report = RecognisedReport(Report(flattened: Self.text), under: try PolicyLibrary.bundled().sets, year: 2024)
    let findings = [
      Finding(at: [try cell("base/threePublic/final")], "一"), Finding(at: [], "二"), Finding(at: [.sheet("base")], "三"),
    ]
    let rule = SmallReport.rule("A02", "一", .error, .fail(findings))
    func severities(_ guessesCells: Bool) -> [String: Severity] {
      let audited = AuditedReport(
        file: "a.pdf", report, Audit(of: report.dossier, rules: [rule]), guessesCells: guessesCells)
      return Dictionary(
        audited.findings.filter { $0.check == "A02" }.map { ($0.message, $0.severity) },
        uniquingKeysWith: { first, _ in first })
    }
    #expect(severities(true) == ["一": .info, "二": .error, "三": .info])
    #expect(severities(false) == ["一": .error, "二": .error, "三": .error])
  }

  private func cell(_ address: String) throws -> Place { .cell(try #require(CellAddress(address))) }

  @Test func `a cell is where it stands, with its figure`() throws {
    let finding = try found(cell("base/threePublic/final"), cell("base/reception/final"))
    #expect(finding.evidence.map(\.quote) == ["0.31", "0.31"])
    #expect(finding.evidence[0].line < finding.evidence[1].line)
    #expect(finding.values.map(\.amount) == ["0.31", "0.31"])
    #expect(finding.values.map(\.unit) == ["万元", "万元"])
    #expect(finding.values.first?.label == "三公经费，2024年决算数")
  }

  @Test func `blank cells of one row are told once by its name`() throws {
    let finding = try found(cell("base/abroad/final"), cell("base/abroad/budget"), cell("base/threePublic/final"))
    #expect(finding.evidence.map(\.quote) == ["2、出国经费", "0.31"])
  }

  @Test func `a cell that is not in the text is told by its sheet`() throws {
    #expect(try found(cell("base/procurement/final")).evidence.map(\.quote) == ["2024年度部门整体支出绩效评价基础数据表"])
  }

  @Test func `a sheet as a whole is its title`() throws {
    #expect(try found(.sheet("base")).evidence.map(\.quote) == ["2024年度部门整体支出绩效评价基础数据表"])
  }
}
