import Reading
import Testing

@testable import Intake

@Suite struct TextFileTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    try Intake().read(bytes, named: "a.txt").report.text.string
  }

  @Test func `text is read as UTF-8, and its mark counts as a place`() throws {
    #expect(try text(Array("绩效\n".utf8)) == "绩效\n")
    let marked = try Intake().read([0xEF, 0xBB, 0xBF] + Array("绩效".utf8), named: "a.txt").report
    #expect(marked.text.scalars.count == 3)
    guard case .paragraph(let part)? = marked.blocks.first else { throw Missing() }
    #expect(part.text == "绩效")
    #expect(part.place == 1..<3)
  }

  @Test func `text of older programs is read as GB18030 and UTF-16`() throws {
    #expect(try text([0xBC, 0xA8, 0xD0, 0xA7]) == "绩效")
    #expect(try text([0x81, 0x30, 0x81, 0x30]) == "\u{80}")
    #expect(try text([0xFF, 0xFE, 0xE9, 0x7E, 0x48, 0x65]) == "绩效")
  }

  @Test func `line ends of another system leave no trace in the cells`() throws {
    let report = try Intake().read(Array("\t合计\r\n\t9.81\r\n\r\n附件\r\n".utf8), named: "a.txt").report
    #expect(report.tables.first?.rows.map { $0.map(\.text) } == [["合计", "9.81"]])
    #expect(report.blocks.count == 2)
  }

  struct Missing: Error {}
}
