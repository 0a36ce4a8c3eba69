import Database
import Evaluation
import Rules
import Store
import TestKit
import Testing

@testable import Operations

@Suite struct ImportAuditsTests {
  private func json(_ file: String, unit: String?, year: Int? = 2024) -> String {
    let stated = unit.map { "\"\($0)\"" } ?? "null"
    return #"""
      {"file":"\#(file)","policy":null,"policies":[],"year":\#(year.map { "\($0)" } ?? "null"),"findings":[{"check":"D01",
      "title":"不符","severity":"error","message":"不一致。","evidence":[{"start":1,"end":2,"line":3,"column":1,"quote":"9.81"}],
      "values":[],"derivation":"","suggestion":"请核对。","key":"k"}],"notCheckable":[{"check":"C06","missing":["表"]}],
      "madeWith":{"program":"jiheng","version":"0.1.0","policies":[{"id":"example","version":1,"hash":"ab"}]},
      "recognised":{"title":null,"unit":\#(stated),"sections":[],"forms":[],"figures":0}}
      """#
      .split(separator: "\n").joined()
  }

  private func read(_ lines: String...) throws -> [AuditResult] {
    try AuditResult.read(Array(lines.joined(separator: "\n").utf8))
  }

  private func kept(_ county: County, _ unit: String) async throws -> [ImportedAuditRecord] {
    let filing = try await county.filing(of: unit)
    return try await county.engine.read { try $0.ask(.importedAudits(of: filing)) }
  }

  @Test func `results go to the filing of the year and of the unit whose name the report states`() async throws {
    let county = try await County()
    let results = try read(
      json("a.docx", unit: "示例县商务局"), json("b.docx", unit: "别县商务局"), json("c.docx", unit: nil),
      json("d.docx", unit: "示例县商务局", year: 2023), json("e.docx", unit: "示例县商务局", year: nil))
    let person = try county.person("finance").id
    let outcome = try await ImportAudits(engine: county.engine)(results, by: person, at: County.now)
    #expect(outcome.kept.map(\.file) == ["a.docx"])
    #expect(
      outcome.problems == [
        "b.docx：没有名称为“别县商务局”的单位，请用 --unit 指定。", "c.docx：报告没有写明单位，请用 --unit 指定。",
        "d.docx：示例县商务局没有 2023 年度的自评。", "e.docx：报告没有写明年度，请用 --year 指定。",
      ])
    let record = try #require(try await kept(county, "201001").first)
    let result = try #require(AuditResult(stored: record.content))
    #expect(result == results[0] && result.count(of: .error) == 1 && record.person == person)
  }

  @Test func `places outside of the running text are kept without a line`() throws {
    let place = #"{"start":1,"end":2,"line":3,"column":1,"quote":"9.81"}"#
    let comment = json("a.docx", unit: nil).replacing(place, with: #"{"part":"word/comments.xml","quote":"请核对"}"#)
    let found = try #require(try read(comment).first?.findings.first)
    #expect(found.evidence.map(\.line) == [nil] && found.evidence.map(\.quote) == ["请核对"])
  }

  @Test func `a unit and a year that are given count more than what the report states`() async throws {
    let county = try await County()
    let results = try read(json("c.docx", unit: nil, year: nil))
    let outcome = try await ImportAudits(engine: county.engine)(
      results, unit: UnitCode("201002"), year: 2024, by: try county.person("finance").id, at: County.now)
    #expect(outcome.problems.isEmpty)
    #expect(try await kept(county, "201002").count == 1)
    #expect(try await kept(county, "201001").isEmpty)
  }

  @Test func `of several tasks of a year the latest that units see is meant`() async throws {
    let county = try await County()
    let launch = LaunchTask(engine: county.engine, policies: County.policies)
    let admin = try county.person("admin").id
    var tasks: [Int64] = []
    for title in ["2024年度补报", "2024年度误发", "2024年度拟稿"] {
      tasks.append(
        try await launch(
          .init(
            title: title, year: "2024", noticeTitle: "", noticeNumber: "", policies: County.policyIDs,
            deadline: "2025-03-31", units: []), by: admin, at: County.now))
    }
    try await county.engine.write { [tasks] database in
      try database.tell(.setPhase(.cancelled, task: tasks[1]))
      try database.tell(.setPhase(.draft, task: tasks[2]))
    }
    _ = try await ImportAudits(engine: county.engine)(
      try read(json("a.docx", unit: "示例县商务局")), by: try county.person("finance").id, at: County.now)
    let code = try #require(UnitCode("201001"))
    let counts = try await county.engine.read { [tasks] database in
      try ([county.task] + tasks).map { task in
        try database.first(.filing(of: code, in: task)).map { try database.ask(.importedAudits(of: $0.id)).count }
      }
    }
    #expect(counts == [0, 1, 0, 0])
  }

  @Test func `the same result twice is one`() async throws {
    let county = try await County()
    let person = try county.person("finance").id
    for _ in 0..<2 {
      _ = try await ImportAudits(engine: county.engine)(
        try read(json("a.docx", unit: "示例县商务局")), by: person, at: County.now)
    }
    #expect(try await kept(county, "201001").count == 1)
  }

  @Test(
    "What is no result is refused with its line",
    arguments: [
      ("", "文件是空的。"), ("[]", "不是报告检查的结果，应为本程序以 JSON 格式输出的检查结果。"),
      ("{}\n{}", "第 1 行不是报告检查的结果，应为本程序以 JSON 格式输出的检查结果。"),
    ])
  func othersAreRefused(_ text: String, _ message: String) throws {
    let problems = { () -> [String] in
      do {
        _ = try AuditResult.read(Array(text.utf8))
        return []
      } catch { return (error as? Invalid)?.problems.map(\.message) ?? [] }
    }()
    #expect(problems == [message])
  }
}
