import Foundation
import OOXML
import Reading
import Testing

@testable import Intake

@Suite struct WorkbookTextTests {
  private func read(_ file: WorkbookFile) throws -> SourceFile {
    try Intake().read(try file.bytes(), named: "a.xlsx")
  }

  private var form: WorkbookFile {
    WorkbookFile(
      rows: [
        ["2024年度基础数据表", nil, nil], ["单位：万元"], ["项目", "上年", "本年"], ["三公经费", nil, "2.28"], ["藏", "1", "2"],
        ["其中", "1", "0.5"], [nil, "2", "3"], ["说明：按决算填写。"],
      ], merges: ["A1:C1", "A6:A7"], hiddenRows: [4])
  }

  @Test func `lone cells above and below a table are paragraphs`() throws {
    let file = try read(form)
    #expect(file.format == .workbook)
    #expect(
      file.report.text.string == """
        2024年度基础数据表
        单位：万元
        \t项目
        \t上年
        \t本年

        \t三公经费
        \t
        \t2.28

        \t其中
        \t1
        \t0.5

        \t
        \t2
        \t3

        说明：按决算填写。

        """)
    #expect(file.report.tables.map { $0.rows.count } == [4])
  }

  @Test func `every place leads back to its sheet and cell`() throws {
    let file = try read(form)
    let scalars = file.report.text.scalars
    let start = try #require(scalars.indices.first { scalars[$0...].starts(with: "2.28".unicodeScalars) })
    let origins = file.origins(of: start..<start + 4)
    #expect(origins.map(\.sheetCell) == [.init(sheet: "基础表", reference: "C4")])
    #expect(origins.map(\.part) == ["xl/sheet.xml"])
  }

  @Test func `a hidden row is left out and told`() throws {
    let file = try read(form)
    #expect(!file.report.text.string.contains("藏"))
    #expect(file.report.traces?.of(.hidden).map(\.text) == ["藏 1 2"])
  }

  @Test func `a blank row parts two tables, lines of a cell stay together`() throws {
    let file = try read(WorkbookFile(rows: [["a", "b\nc"], [], ["d", nil, "e"], ["f", "g"]]))
    #expect(
      file.report.tables.map { $0.rows.map { $0.map(\.text) } } == [
        [["a", "b\nc"]], [["d", "", "e"], ["f", "g", ""]],
      ])
  }

  @Test func `a blank row of a form does not part it`() throws {
    let rows = [["项目", "规模"], [nil, nil], ["措施", "从严"]]
    #expect(try read(WorkbookFile(rows: rows, isFramed: true)).report.tables.map(\.rows.count) == [2])
    #expect(try read(WorkbookFile(rows: rows)).report.tables.map(\.rows.count) == [1, 1])
  }

  @Test func `a workbook of blanks has nothing to read`() throws {
    #expect(throws: IntakeDefect.noText) { try read(WorkbookFile(rows: [[]])) }
  }
}
