import Audit
import Conversion
import Database
import Evaluation
import Intake
import OOXML
import Paper
import Reading
import Store
import TestKit
import Testing

@testable import Operations

/// A report that was uploaded as a file becomes public as it was read, and nothing of the file itself does.
@Suite struct PublishUploadTests {
  /// In the text, in a table, and in everything that a file carries besides.
  private static let leaks = [
    "13812345678", "13812345679", "13812345680", "13812345681", "13812345682", "13812345683", "13812345684", "郑五",
    "Init#2024", "10.20.30.40",
  ]

  private static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }
  private static func row(_ cells: String...) -> String {
    "<w:tr>\(cells.map { "<w:tc><w:p>\(run($0))</w:p></w:tc>" }.joined())</w:tr>"
  }
  private static let plain = """
    <w:p>\(run("2024年度示例县商务局部门整体支出绩效自评报告"))</w:p><w:p>\(run("一、部门基本情况"))</w:p>\
    <w:p>\(run("商务局全年支出716.83万元。"))</w:p>
    """

  private static func report() throws -> [UInt8] {
    let body = """
      \(plain)<w:p>\(run("经办电话13812345678，系统http://10.20.30.40:8080/pems/，初始密码：Init#2024。"))\
      \(run("13812345679", "<w:vanish/>"))\
      <w:del w:author='郑五'>\(run("13812345680").replacing("w:t>", with: "w:delText>"))</w:del></w:p>\
      <w:tbl>\(row("市场", "联系电话"))\(row("城东市场", "13812345681"))</w:tbl>\
      <w:p>\(run("（一）主要做法"))</w:p><w:p>\(run("改造市场3个。"))</w:p>
      """
    var file = WordFile(body: body)
    file.parts = [
      ("header", "word/header1.xml", "<w:hdr \(WordFile.namespace)><w:p>\(run("13812345682"))</w:p></w:hdr>"),
      (
        "comments", "word/comments.xml",
        "<w:comments \(WordFile.namespace)><w:comment w:author='郑五'><w:p>\(run("请问13812345683"))</w:p></w:comment>"
          + "</w:comments>"
      ),
    ]
    file.files = [
      (
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
          + "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>郑五</dc:creator>"
          + "<dc:description>13812345684</dc:description></cp:coreProperties>"
      )
    ]
    return try file.bytes()
  }

  /// A county whose head has uploaded this file as its report and is done.
  private func county(_ content: [UInt8], named name: String = "郑五的报告.docx") async throws -> (County, Int64) {
    let county = try await County(units: ["201001": "示例县商务局"])
    let filing = try await county.filing(of: "201001")
    _ = try await county.move(.start, filing, by: "jb201001")
    let sections = try await county.shelf.filing(filing).filing.sheets.filter { $0.id == "report" }.flatMap {
      $0.entries.keys.map { Edit.set(CellAddress("report", $0.row, $0.column), text: "", was: nil) }
    }
    _ = try await county.edit(sections, filing, by: "jb201001")
    try await AttachFile(engine: county.engine, shelf: county.shelf).add(
      name: name, content: content, to: "report", in: filing, by: try county.person("jb201001"), at: County.now)
    _ = try await county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: filing)) }
    return (county, filing)
  }

  private func publish(_ county: County, _ filing: Int64, keeping kept: [String: String] = [:]) async throws {
    let version = try await county.shelf.filing(filing).record.version
    _ = try await PublishFiling(
      engine: county.engine, shelf: county.shelf, press: PagePress(folders: ProgramFolders([])))(
        filing, keeping: kept, note: "", expecting: version, by: try county.person("sh201001"), at: County.now
      ) { copy in "\(copy.uploads)" }
  }

  private func draft(_ county: County, _ filing: Int64) async throws -> PublicDraft {
    let loaded = try await county.shelf.filing(filing)
    return PublicDraft(loaded, try await county.shelf.uploadedReports(of: loaded))
  }

  private func files(_ county: County, _ filing: Int64) async throws -> PublicationFiles? {
    try await county.engine.read { database in
      try database.first(.publications(of: filing)).flatMap { try database.first(.files(ofPublication: $0.id)) }
    }
  }

  @Test func `what was read becomes public in every format, and nothing private in any byte`() async throws {
    let (county, filing) = try await county(Self.report())
    try await publish(county, filing)
    let files = try #require(try await files(county, filing))
    let zip = try OfficePackage(files.word).zip
    let parts = try zip.entries.map { String(decoding: try zip.bytes($0.name), as: UTF8.self) }
    let streams = [files.page, files.json, files.cells, String(decoding: files.word, as: UTF8.self)] + parts
    for leak in Self.leaks { #expect(!streams.contains { $0.contains(leak) }, "\(leak)") }
    let paragraphs = try WordReader.read(files.word).blocks.paragraphs.map(\.text)
    for text in ["一、部门基本情况", "商务局全年支出716.83万元。", "（一）主要做法", "城东市场", "138****5681"] {
      #expect(files.page.contains(text) && files.json.contains(text), "\(text)")
      #expect(paragraphs.contains(text), "\(text)")
    }
    #expect(paragraphs.contains { $0.hasPrefix("经办电话138****5678，系统（已隐去）") })
    #expect(!paragraphs.contains("报告正文另附。"))
  }

  @Test func `the original stays, and the digests of both are kept`() async throws {
    let content = try Self.report()
    let (county, filing) = try await county(content)
    try await publish(county, filing)
    let (kept, file) = try await county.engine.read { database in
      (
        try database.ask(.publishedUploads(of: filing)),
        try database.first(.attachments(of: filing)).flatMap { try database.first(.content(ofAttachment: $0.id)) }
      )
    }
    let upload = try #require(kept.first?.upload)
    #expect(kept.count == 1 && file == content && upload.originalDigest == Digest.of(content))
    let copy = try #require(try await draft(county, filing).copy(keeping: []).uploads["report"]?.first)
    #expect(upload.copyDigest == Digest.of(ReportContentJSON(copy).bytes()))
  }

  @Test func `each private stretch is told with its place, and one that stays needs a reason`() async throws {
    let (county, filing) = try await county(Self.report())
    let draft = try await draft(county, filing)
    let shown = draft.stretches.filter(\.isShown)
    #expect(
      shown.map(\.text) == ["13812345678", "http://10.20.30.40:8080/pems/", "初始密码：Init#2024", "13812345681"])
    let source = try #require(draft.uploads.first?.text?.source)
    #expect(source.origins(of: shown[0].range).first?.paragraph == 3)
    #expect(source.origins(of: shown[3].range).first?.cell == .init(table: 0, row: 1, column: 1))
    let hidden = draft.stretches.filter { !$0.isShown }
    #expect(
      Set(hidden.map(\.text)).isSuperset(of: [
        "13812345679", "13812345680", "13812345682", "13812345683", "13812345684",
      ]))
    await #expect(throws: Invalid.self) { try await publish(county, filing, keeping: [shown[0].id: ""]) }
    try await publish(county, filing, keeping: [shown[0].id: "对外公布的咨询电话"])
    let files = try #require(try await files(county, filing))
    #expect(files.json.contains("经办电话13812345678，系统（已隐去）"))
  }

  @Test func `a secrecy mark blocks, where a file carries it besides its text too`() async throws {
    var file = WordFile(body: Self.plain)
    file.parts = [
      ("header", "word/header1.xml", "<w:hdr \(WordFile.namespace)><w:p>\(Self.run("机密★1年"))</w:p></w:hdr>")
    ]
    for content in [try file.bytes(), try WordFile(body: "<w:p>\(Self.run("机密★1年"))</w:p>\(Self.plain)").bytes()] {
      let (county, filing) = try await county(content)
      await #expect(throws: Invalid.self) { try await publish(county, filing) }
      let now = try await files(county, filing)
      #expect(now == nil)
    }
  }

  @Test func `fields that a form calls personal are masked in a file as they are here`() async throws {
    let (before, own) = try await county(Self.report())
    _ = try await before.engine.write { try $0.tell(.setStage(.drafting, sender: nil, of: own)) }
    _ = try await before.edit([.addProject], own, by: "jb201001")
    let sheet = try #require(
      try await before.shelf.filing(own).calculation.layouts.first { $0.form.footer.contains { $0.isPersonal } }?.sheet
        .id)
    _ = try await before.edit([.set("\(sheet)/footer/preparer", "诸葛孔明")], own, by: "jb201001")
    let printed = try ExportFiling.word(await before.shelf.filing(own), as: .builtIn)
    #expect(try WordReader.read(printed).blocks.paragraphs.contains { $0.text.contains("诸葛孔明") })
    let (county, filing) = try await county(printed)
    let draft = try await draft(county, filing)
    let content = try #require(draft.copy(keeping: []).uploads["report"]?.first)
    #expect("\(content)".contains("填表人") && !"\(content)".contains("诸葛孔明"))
  }

  @Test func `a file that cannot be read blocks and says what to do`() async throws {
    let (county, filing) = try await county(try WordFile(body: "<w:p/>").bytes(), named: "扫描.docx")
    do {
      try await publish(county, filing)
      Issue.record("It was published.")
    } catch let invalid as Invalid {
      let message = try #require(invalid.problems.first?.message)
      #expect(message.contains("“扫描.docx”读不出来（没有可读的文字，可能是扫描件）") && message.contains("登记网址"))
    }
  }

  @Test func `what is written here becomes public, and the file beside it stays inside`() async throws {
    let (county, filing) = try await county(Self.report())
    _ = try await county.engine.write { try $0.tell(.setStage(.drafting, sender: nil, of: filing)) }
    _ = try await county.edit([.set("report/other/text", "另有说明。")], filing, by: "jb201001")
    _ = try await county.engine.write { try $0.tell(.setStage(.done, sender: nil, of: filing)) }
    let draft = try await draft(county, filing)
    #expect(draft.uploads.isEmpty && draft.setAside.count == 1)
    try await publish(county, filing)
    let files = try #require(try await files(county, filing))
    #expect(files.json.contains("另有说明。") && !files.json.contains("商务局全年支出716.83万元"))
  }
}
