import Evaluation
import Foundation
import Testing

@testable import Paper

/// Forms with boxes, goals, and sign and unit in columns of their own.
@Suite struct ChoicePaperTests {
  private func calculation() throws -> Calculation {
    var filing = Filing(blank: FilledFiling.unit, year: 2024, policies: .exampleWithGoals)
    let lines = ["goals", "goals", "quantity"].map { Edit.addLine(sheet: "project-1", under: $0) }
    filing = filing.applying([.addProject] + lines).filing
    let cells = [
      "project/category": "本级专项", "r1/target": "改造市场", "r1/weight": "40", "r2/weight": "40", "r3/goal": "2",
      "r3/name": "改造市场", "r3/sign": "≥", "r3/target": "2", "r3/unit": "个", "r3/actual": "2",
    ]
    let edits = cells.compactMap { cell, text in
      CellAddress("project-1/\(cell)").map { Edit.set($0, text: text, was: nil) }
    }
    let outcome = filing.applying(edits)
    #expect(outcome.problems == [])
    return Calculation(outcome.filing)
  }

  @Test func `paper prints the options with their boxes and the goals with their numbers`() throws {
    let annexes = try ReadDocument(FilingDocument(calculation()).bytes()).annexes
    let texts = annexes.joined().flatMap(\.rows).flatMap(\.cells).map(\.text)
    for wanted in ["□上级专项　☑本级专项", "年度绩效目标1", "年度绩效目标2", "≥", "个"] {
      #expect(texts.contains(wanted), "\(wanted)")
    }
  }

  @Test func `JSON tells the options of a choice, and sign, unit and goal of an indicator`() throws {
    let bytes = FilingJSON(try calculation(), stage: .done, version: 1, personal: .shown).bytes()
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let sheet = try #require((object["sheets"] as? [[String: Any]])?.first)
    let cells = try #require(sheet["cells"] as? [[String: Any]])
    let category = try #require(cells.first { $0["address"] as? String == "project-1/project/category" })
    #expect(category["kind"] as? String == "choice" && category["options"] as? [String] == ["上级专项", "本级专项"])
    let groups = try #require((sheet["indicators"] as? [String: Any])?["groups"] as? [[String: Any]])
    let nodes = try #require(groups.first?["nodes"] as? [[String: Any]])
    let line = try #require((nodes.first?["lines"] as? [[String: String]])?.first)
    #expect(line["sign"] == "≥" && line["unit"] == "个" && line["goal"] == "2" && line["target"] == "2")
  }
}
