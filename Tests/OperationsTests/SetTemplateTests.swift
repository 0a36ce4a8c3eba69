import Conversion
import Database
import Evaluation
import OOXML
import Paper
import Store
import TestKit
import Testing

@testable import Operations

/// A task's own Word template: checked when it is handed in, used for every copy, kept when it is replaced.
@Suite(.timeLimit(.minutes(10))) struct SetTemplateTests {
  private func template(_ texts: String...) -> [UInt8] {
    WordDocument(sections: [WordSection(texts.map { .paragraph(WordParagraph($0)) })]).bytes()
  }

  private func set(_ content: [UInt8], _ county: County, name: String = "模板.docx", by account: String = "admin")
    async throws
  {
    try await SetTemplate(engine: county.engine, policies: County.policies)(
      name: name, content: content, for: county.task, by: try county.person(account), at: County.now)
  }

  private func texts(_ county: County) async throws -> [String] {
    let loaded = try await county.shelf.filing(try await county.filing(of: "201001"))
    let layout = try await county.engine.read { try $0.paperLayout(of: county.task) }
    return try WordReader.read(ExportFiling.word(loaded, as: layout)).blocks.paragraphs.map(\.text)
  }

  @Test func `a template with faults is not taken, and all of them are told`() async throws {
    let county = try await County()
    await #expect {
      try await set(template("{{单位名}}", "{{自评年度"), county)
    } throws: { error in
      (error as? Invalid)?.problems.map(\.message) == [
        "正文第1段（“{{单位名}}”）：没有“{{单位名}}”这个占位符，是否为“{{单位名称}}”？",
        "正文第2段（“{{自评年度”）：“{{自评年度”缺少结束的“}}”，或中间有换行。",
      ]
    }
    await #expect(throws: Invalid.self) { try await set([1, 2, 3], county) }
    #expect(try await county.engine.read { try $0.ask(.templates(of: county.task, .filing)) }.isEmpty)
  }

  @Test func `every Word document and package of the task is made from the template until it is taken away`()
    async throws
  {
    let county = try await County()
    let builtIn = try await texts(county)
    try await set(template("{{单位名称}}自评"), county)
    #expect(try await texts(county) == ["示例县商务局自评"])
    let loaded = try await county.shelf.filing(try await county.filing(of: "201001"))
    let package = try await FilingPackage(
      loaded, from: county.engine, press: PagePress(folders: ProgramFolders([])))
    let word = try #require(package.files.first { $0.name.hasSuffix(".docx") })
    #expect(try WordReader.read(word.bytes).blocks.paragraphs.map(\.text) == ["示例县商务局自评"])
    try await SetTemplate(engine: county.engine, policies: County.policies).remove(
      from: county.task, by: try county.person("admin"), at: County.now)
    #expect(try await texts(county) == builtIn)
    await #expect(throws: NotFound.self) {
      try await SetTemplate(engine: county.engine, policies: County.policies).remove(
        from: county.task, by: try county.person("admin"), at: County.now)
    }
  }

  @Test func `those that were replaced are kept with who put them there`() async throws {
    let county = try await County()
    try await set(template("{{单位名称}}一"), county, name: "一.docx")
    try await set(template("{{单位名称}}二"), county, name: "../二.docx", by: "finance")
    let records = try await county.engine.read { try $0.ask(.templates(of: county.task, .filing)) }
    #expect(records.map(\.name) == ["二.docx", "一.docx"])
    #expect(records.map(\.person) == ["人员finance", "人员admin"])
    let first = try await county.engine.read { try $0.first(.templateContent(records[1].id, of: county.task)) }
    #expect(first == template("{{单位名称}}一"))
    #expect(records[1].digest == Digest.of(template("{{单位名称}}一")))
    let events = try await county.engine.read { try $0.ask(.events(of: county.task, limit: 9)) }
    #expect(events.filter { $0.kind == .templateSet }.count == 2)
    #expect(try await texts(county) == ["示例县商务局二"])
  }

  @Test func `the template goes along to the next year's draft where it fits`() async throws {
    let county = try await County()
    try await set(template("{{单位名称}}{{自评年度}}"), county)
    let copy = try await CopyTask(engine: county.engine, policies: County.policies)(
      county.task, by: try county.person("finance"), at: County.now)
    let records = try await county.engine.read { try $0.ask(.templates(of: copy, .filing)) }
    #expect(records.map(\.name) == ["模板.docx"])
  }

  @Test func `only those who run tasks set templates, and none of an archived task`() async throws {
    let county = try await County()
    await #expect(throws: Forbidden.self) { try await set(template("{{单位名称}}"), county, by: "jb201001") }
    for move in [TaskMove.close, .archive] {
      try await MoveTask(engine: county.engine)(
        move, on: county.task, reason: "结束", units: [], by: try county.person("finance"), at: County.now)
    }
    await #expect(throws: Refused.self) { try await set(template("{{单位名称}}"), county) }
  }

  @Test func `a template that no longer fits says so instead of printing something else`() async throws {
    let county = try await County()
    _ = try await county.engine.write { database in
      try database.tell(
        .insertTemplate(
          name: "旧.docx", digest: "", content: template("{{没有的}}"), of: county.task, .filing,
          by: county.people["admin"]?.id ?? 0, at: County.now))
    }
    await #expect {
      _ = try await texts(county)
    } throws: { error in (error as? TemplateUnfit)?.message.contains("没有“{{没有的}}”这个占位符") == true }
  }
}
