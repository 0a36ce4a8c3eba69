import Evaluation
import Foundation
import HTML
import Operations
import Store
import Testing

@testable import Site

@Suite struct ChoiceCellTests {
  private func table(_ cells: [String: String], isEditable: Bool = true) throws -> String {
    let loaded = try SamplePage.loaded(.drafting) { filing in
      filing = Filing(blank: filing.unit, year: 2024, policies: .exampleWithGoals)
      var sheet = Sheet(id: "project-1", form: "project", rows: [AddedRow(id: "r1", under: "social")])
      for (cell, text) in cells {
        let parts = cell.split(separator: "/").map(String.init)
        sheet.entries[CellKey(parts[0], parts[1])] = Entry(text)
      }
      filing.sheets = [sheet]
    }
    let layout = try #require(loaded.calculation.layout(of: "project-1"))
    return SheetTable(loaded: loaded, layout: layout, isEditable: isEditable).table.markup
  }

  /// The options of the select with an id, the selected one with a star.
  private func options(_ id: String, in markup: String) throws -> [String] {
    let start = try #require(markup.range(of: #"<select id="\#(id)""#))
    let end = try #require(markup[start.upperBound...].range(of: "</select>"))
    return markup[start.lowerBound..<end.lowerBound].matches(of: #/<option([^>]*)>([^<]*)/#).map {
      ($0.output.1.contains("selected") ? "*" : "") + $0.output.2
    }
  }

  @Test func `a choice is a list with what is chosen, and nothing at first`() throws {
    #expect(try options("project-1_project_category", in: table([:])) == ["请选择", "上级专项", "本级专项"])
    #expect(
      try options("project-1_project_category", in: table(["project/category": "本级专项"])) == [
        "请选择", "上级专项", "*本级专项",
      ])
  }

  @Test func `a text that is not in the list is shown as such`() throws {
    #expect(
      try options("project-1_project_category", in: table(["project/category": "县级"])) == [
        "请选择", "*县级（不在列表中）", "上级专项", "本级专项",
      ])
  }

  @Test func `the actual value of an indicator in words is chosen from the levels, that of a number is typed`() throws {
    #expect(
      try options("project-1_r1_actual", in: table(["r1/sign": "定性", "r1/target": "显著"])) == [
        "请选择", "达成", "部分达成", "未达成",
      ])
    let number = try table(["r1/sign": "≥", "r1/target": "80"])
    #expect(!number.contains(#"<select id="project-1_r1_actual""#))
    #expect(number.contains(#"<textarea id="project-1_r1_actual""#))
  }

  @Test func `who only reads sees the chosen words`() throws {
    let markup = try table(["project/category": "本级专项"], isEditable: false)
    #expect(!markup.contains("<select") && markup.contains(">本级专项</span>"))
  }
}
