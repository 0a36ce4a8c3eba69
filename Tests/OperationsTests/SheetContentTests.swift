import Evaluation
import Store
import Testing

@Suite("A sheet is stored with the number of the last line, where that is gone") struct SheetContentTests {
  @Test func `it is told while the line is gone, and read again`() throws {
    var sheet = Sheet(id: "base", form: "base", tree: "five")
    for _ in 1...2 { sheet.addLine(under: "specialFunds") }
    #expect(!sheet.storedContent.contains("lastLine"))
    sheet.rows.removeLast()
    #expect(
      sheet.storedContent
        == #"{"cells":{},"lastLine":2,"removed":[],"rows":[["r1","specialFunds"]],"tree":"five"}"#)
    let read = try Sheet(id: "base", form: "base", storedContent: sheet.storedContent)
    #expect(read == sheet && read.nextRowID == "r3")
  }

  @Test func `content without it reads as it did`() throws {
    let content = #"{"cells":{"r4/name":["甲"]},"removed":[],"rows":[["r4","specialFunds"]]}"#
    let sheet = try Sheet(id: "base", form: "base", storedContent: content)
    #expect(sheet.nextRowID == "r5" && sheet.lastLineGone == nil && sheet.storedContent == content)
  }
}
