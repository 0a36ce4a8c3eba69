import Testing

@testable import Evaluation

/// What others wrote about a line is known by its id: no line may get that of another.
@Suite struct LineNumberTests {
  private static let blank = Filing(
    blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example)
  private static let add = Edit.addLine(sheet: "base", under: "specialFunds")

  @Test func `the id of a removed line is not given again`() {
    let outcome = Self.blank.applying([
      Self.add, Self.add, .removeLine(sheet: "base", line: "r2"), .removeLine(sheet: "base", line: "r1"), Self.add,
    ])
    #expect(outcome.problems.isEmpty)
    #expect(outcome.filing.sheet("base")?.rows.map(\.id) == ["r3"])
    #expect(outcome.changes.map(\.after) == ["r1", "r2", "r2", "r1", "r3"])
  }

  @Test func `the last number is kept with the rows only while its line is gone`() {
    var sheet = Sheet(id: "base", form: "base")
    #expect(sheet.nextRowID == "r1" && sheet.lastLineGone == nil)
    for _ in 1...3 { sheet.addLine(under: "specialFunds") }
    #expect(sheet.lastLineGone == nil)
    sheet.rows.removeAll { $0.id == "r2" }
    #expect(sheet.lastLineGone == nil && sheet.nextRowID == "r4")
    sheet.rows.removeAll { $0.id == "r3" }
    #expect(sheet.lastLineGone == 3 && sheet.nextRowID == "r4")
    let read = Sheet(id: "base", form: "base", rows: sheet.rows, lastLineGone: sheet.lastLineGone)
    #expect(read == sheet && read.nextRowID == "r4")
    sheet.addLine(under: "specialFunds")
    #expect(sheet.lastLineGone == nil && sheet.rows.map(\.id) == ["r1", "r4"])
  }

  @Test func `rows that tell no last number go on from the greatest that is there`() {
    let rows = ["r1", "r7", "specialFunds.9", "r99999999999999999999"].map { AddedRow(id: $0, under: "specialFunds") }
    #expect(Sheet(id: "base", form: "base", rows: rows).nextRowID == "r8")
  }

  @Test func `lines move under another row in their places`() {
    var sheet = Sheet(id: "base", form: "base")
    for _ in 1...3 { sheet.addLine(under: "specialFunds") }
    sheet.moveLines(["r2", "r9"], under: "projectExpenditure")
    #expect(sheet.rows.map(\.id) == ["r1", "r2", "r3"])
    #expect(sheet.rows.map(\.under) == ["specialFunds", "projectExpenditure", "specialFunds"])
  }

  @Test(.timeLimit(.minutes(10))) func `very many lines are numbered`() {
    var sheet = Sheet(id: "base", form: "base")
    for _ in 1...200_000 { sheet.addLine(under: "specialFunds") }
    #expect(sheet.rows.last?.id == "r200000")
  }
}
