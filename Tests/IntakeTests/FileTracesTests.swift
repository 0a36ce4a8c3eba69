import OOXML
import Reading
import TestKit
import Testing

@testable import Intake

@Suite struct FileTracesTests {
  private static let core = """
    <cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' \
    xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>郑五</dc:creator></cp:coreProperties>
    """

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  /// A document with something of every kind.
  private var file: WordFile {
    let body = """
      <w:p>\(run("一、概况"))<w:bookmarkStart w:name='STAFF'/></w:p>\
      <w:p>\(run("支出"))\(run("藏着的话", "<w:vanish/>"))\
      <w:del w:author='吴四'>\(run("没有完成").replacing("w:t>", with: "w:delText>"))</w:del>\
      <w:ins w:author='吴四'>\(run("已完成"))</w:ins></w:p>\
      <w:p>\(run("单位负责人签字："))<w:r><w:drawing><a:inline><a:docPr name='图片 1'/><a:blip/></a:inline></w:drawing></w:r></w:p>
      """
    let header = "<w:hdr \(WordFile.namespace)><w:p/><w:p>\(run("示例县商务局 13800138001"))</w:p></w:hdr>"
    let comment = """
      <w:comments \(WordFile.namespace)><w:comment w:author='郑五'><w:p>\(run("再核"))</w:p></w:comment></w:comments>
      """
    var file = WordFile(body: body)
    file.parts = [("header", "word/header1.xml", header), ("comments", "word/comments.xml", comment)]
    file.files = [("docProps/core.xml", Self.core), ("word/vbaProject.bin", "")]
    return file
  }

  @Test func `a Word file hands over what it carries besides its text, with part and paragraph`() throws {
    let report = try Intake().read(file.bytes(), named: "a.docx").report
    let traces = try #require(report.traces).list
    #expect(report.text.string == "一、概况\n支出已完成\n单位负责人签字：\n")
    #expect(
      traces == [
        FileTrace(.comment, "再核", name: "郑五", part: "word/comments.xml", paragraph: 0),
        FileTrace(.deletion, "没有完成", name: "吴四", part: "word/document.xml", paragraph: 1),
        FileTrace(.insertion, "已完成", name: "吴四", part: "word/document.xml", paragraph: 1),
        FileTrace(.hidden, "藏着的话", part: "word/document.xml", paragraph: 1),
        FileTrace(.bookmark, "STAFF", part: "word/document.xml", paragraph: 0),
        FileTrace(.header, "示例县商务局 13800138001", part: "word/header1.xml", paragraph: 1),
        FileTrace(.picture, "图片 1", name: "单位负责人签字：", part: "word/document.xml", paragraph: 2),
        FileTrace(.macros, "", part: "word/vbaProject.bin"),
        FileTrace(.property, "郑五", name: "creator", part: "docProps/core.xml"),
      ])
  }

  @Test func `a text file hands over nothing of the kind`() throws {
    #expect(try Intake().read(Array("一、概况\n".utf8), named: "a.txt").report.traces == nil)
  }

  @Test func `what stands in a text box is part of the running text`() throws {
    let box = "<w:txbxContent><w:p>\(run("联系人 13800138002"))</w:p></w:txbxContent>"
    let body = "<w:p>\(run("一、概况"))<w:r><w:pict><a:shape>\(box)</a:shape></w:pict></w:r></w:p>"
    #expect(
      try Intake().read(WordFile(body: body).bytes(), named: "a.docx").report.text.string.hasSuffix("13800138002\n"))
  }
}
