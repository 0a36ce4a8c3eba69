import Foundation
import OOXML
import Reading
import TestKit
import Testing

@testable import Intake

@Suite struct WordTextTests {
  private func read(_ body: String, numbering: String = "") throws -> SourceFile {
    try Intake().read(try WordFile(body: body, numbering: numbering).bytes(), named: "a.docx")
  }
  private func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space='preserve'>\(text)</w:t></w:r></w:p>"
  }
  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }
  /// Paragraphs and tables as lists of texts.
  private func shape(_ report: Report) -> [[[String]]] {
    report.blocks.map { block in
      switch block {
      case .paragraph(let part): [[part.text]]
      case .table(let table): table.rows.map { $0.map(\.text) }
      }
    }
  }

  private var form: String {
    "<w:tbl><w:tr>" + cell("三公经费", "<w:vMerge w:val='restart'/>") + cell("预算数", "<w:gridSpan w:val='2'/>")
      + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("2.28") + cell("") + "</w:tr></w:tbl>"
  }

  @Test func `cells are led by a tab and rows closed by a blank line`() throws {
    let text = try read(paragraph("基础数据表") + form + paragraph("附件")).report.text.string
    #expect(text == "基础数据表\n\t三公经费\n\t预算数\n\n\t\n\t2.28\n\t\n\n附件\n")
  }

  @Test func `a document and its flattened text are the same report`() throws {
    let body = paragraph("一、概况") + paragraph("") + paragraph("\t2024年支出9.81万元。") + form + paragraph("附件")
    let report = try read(body).report
    #expect(shape(report) == shape(Report(flattened: report.text.string)))
    #expect(shape(report).count == 4)
  }

  @Test func `what a merge from above covers is a blank cell and what is merged to the right stands once`() throws {
    #expect(try shape(read(form).report) == [[["三公经费", "预算数"], ["", "2.28", ""]]])
  }

  @Test func `several paragraphs of a cell are one cell`() throws {
    let row = "<w:tbl><w:tr><w:tc>\(paragraph("严格控制"))\(paragraph(""))\(paragraph("\t厉行节约"))</w:tc></w:tr></w:tbl>"
    #expect(try read(row).report.text.string == "\t严格控制\n厉行节约\n\n")
  }

  @Test func `automatic numbers stand before their paragraphs`() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>\
      <w:lvlText w:val='（%1）'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
      """
    let list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    let file = try read(paragraph("职能", list) + paragraph("机构", list), numbering: numbering)
    #expect(file.report.text.string == "（一） 职能\n（二） 机构\n")
    #expect(file.origins(of: 4..<6).map(\.bytes) == [0..<6])
    #expect(file.origins(of: 0..<2).map(\.bytes) == [0..<0])
  }

  @Test func `a line break ends a line of prose`() throws {
    let body = "<w:p><w:r><w:t>收入</w:t><w:br/><w:tab/><w:t>支出</w:t></w:r></w:p>"
    let file = try read(body)
    #expect(file.report.text.string == "收入\n支出\n")
    #expect(file.origins(of: 3..<5).map(\.bytes) == [8..<14])
  }

  @Test func `every place leads back to its very characters`() throws {
    let body = paragraph("概况𠮷") + form + "<w:p><w:r><w:t>支出</w:t></w:r><w:r><w:t>9.81</w:t></w:r></w:p>"
    let bytes = try WordFile(body: body).bytes()
    let file = try Intake().read(bytes, named: "a.docx")
    let paragraphs = try WordReader.read(bytes).blocks.paragraphs
    for start in file.report.text.scalars.indices {
      let range = start..<(start + 1)
      let quote = file.report.text[range]
      if quote == "\n" || quote == "\t" { continue }
      let origin = try #require(file.origins(of: range).first)
      let paragraph = try #require(paragraphs.first { $0.index == origin.paragraph })
      #expect(String(decoding: Array(paragraph.text.utf8)[origin.bytes], as: UTF8.self) == quote)
    }
  }

  @Test func `a place in a table knows table, row and cell`() throws {
    let file = try read(paragraph("表") + form)
    let text = file.report.text.string
    let offset = try #require(text.range(of: "2.28")).lowerBound
    let start = text.unicodeScalars.distance(from: text.startIndex, to: offset)
    let origin = try #require(file.origins(of: start..<(start + 4)).first)
    #expect(origin.cell == TextOrigin.Cell(table: 0, row: 1, column: 1))
    #expect(origin.part == "word/document.xml")
  }

  @Test func `a document of this program reads as the same flattened text`() throws {
    let table = WordTable(
      columnWidths: [.millimetres(40), .millimetres(40)],
      rows: [WordRow([WordCell("项目"), WordCell("金额")]), WordRow([WordCell("合计"), WordCell("12.30")])])
    let document = WordDocument(sections: [WordSection([.paragraph(WordParagraph("自评报告")), .table(table)])])
    let file = try Intake().read(document.bytes(), named: "a.docx")
    #expect(file.report.text.string.hasPrefix("自评报告\n\t项目\n\t金额\n\n\t合计\n\t12.30\n\n"))
  }
}
