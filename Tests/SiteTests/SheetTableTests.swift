import Evaluation
import HTML
import Operations
import Testing

@testable import Site

@Suite struct SheetTableTests {
  private func table(isEditable: Bool, changed: [String: String] = [:]) throws -> String {
    let loaded = try SamplePage.loaded(.drafting) { filing in
      let lines = [
        AddedRow(id: "r1", under: "quantity"), AddedRow(id: "r2", under: "quantity"),
      ]
      for index in filing.sheets.indices where filing.sheets[index].id == "self" { filing.sheets[index].rows = lines }
    }
    return try ["base", "self"].map { sheet in
      let layout = try #require(loaded.calculation.layout(of: sheet))
      var table = SheetTable(loaded: loaded, layout: layout, isEditable: isEditable)
      table.changed = changed
      table.tellsCells = !isEditable
      return table.table.markup
    }.joined()
  }

  @Test func `the last change is offered at the cell, to be filled in or to be read`() throws {
    let changed = ["base/reception/last": "王敏 3月12日 14:02"]
    let editable = try table(isEditable: true, changed: changed)
    #expect(editable.contains(#"data-cell="base/reception/last" data-changed="王敏 3月12日 14:02""#))
    #expect(editable.matches(of: #/data-changed/#).count == 1)
    let readable = try table(isEditable: false, changed: changed)
    let cell = try #require(readable.firstMatch(of: #/<td[^>]*data-cell="base\/reception\/last"[^>]*>/#)).output
    #expect(cell.contains(#"data-changed="王敏 3月12日 14:02""#) && cell.contains(#"title="最后修改：王敏 3月12日 14:02""#))
    #expect(cell.contains(#"data-caption="3、公务接待，2023年决算数""#))
  }

  @Test func `only names of indicators are offered names`() throws {
    let editable = try table(isEditable: true)
    let fields = editable.matches(of: #/id="(\w+)"[^>]* data-suggest="(\w+)"/#).map { "\($0.output.1) \($0.output.2)" }
    #expect(fields == ["self_r1_name quantity", "self_r2_name quantity"])
    #expect(!(try table(isEditable: false).contains("data-suggest")))
  }

  @Test func `names come from other sheets, each once, and not those that the sheet has`() {
    func sheet(_ id: String, _ names: [(String, String)]) -> Sheet {
      var sheet = Sheet(id: id, form: "self")
      for (number, (node, name)) in names.enumerated() {
        sheet.rows.append(AddedRow(id: "r\(number)", under: node))
        sheet.entries[CellKey("r\(number)", "name")] = Entry(name)
      }
      return sheet
    }
    let own = sheet("self", [("quantity", "新签约项目")])
    let other = sheet(
      "self", [("quantity", "新签约项目"), ("quantity", "培训场次"), ("quantity", "培训场次"), ("cost", "培训场次"), ("cost", "")])
    #expect(
      IndicatorNames.names(in: [other, other], besidesThoseOf: own) == ["quantity": ["培训场次"], "cost": ["培训场次"]])
  }
}
