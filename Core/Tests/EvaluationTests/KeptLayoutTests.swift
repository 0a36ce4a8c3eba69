import Testing

@testable import Evaluation

@Suite struct KeptLayoutTests {
  /// What a person may do next, most of it sensible.
  private func edit(of filing: Filing, with random: inout SeededGenerator) -> Edit {
    let calculation = Calculation(filing)
    let cells = calculation.layouts.flatMap(\.definitions)
    let sheet = ["base", "self", "project-1"].randomElement(using: &random) ?? "base"
    let lines = filing.sheet(sheet)?.rows.map(\.id) ?? []
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      let under = ["specialFunds", "buildings", "quantity", "social"].randomElement(using: &random) ?? ""
      return .addLine(sheet: sheet, under: under)
    case 1: return .removeLine(sheet: sheet, line: lines.randomElement(using: &random) ?? "r1")
    case 2: return .removeNode(sheet: sheet, node: "ecological")
    case 3: return .restoreNode(sheet: sheet, node: "ecological")
    case 4: return .chooseTree(sheet: sheet, tree: ["classic", "withCost"].randomElement(using: &random) ?? "")
    case 5: return .addProject
    case 6: return .removeProject(sheet: "project-1")
    case 7, 8:
      let names = cells.map(\.address).filter { $0.column == "name" }
      let name = names.randomElement(using: &random) ?? CellAddress("base", "r1", "name")
      return .set(name, text: ["冷链物流", "农贸 市场改造", ""].randomElement(using: &random) ?? "", was: nil)
    default:
      let cell = cells.randomElement(using: &random)?.address ?? CellAddress("base", "staff", "posts")
      let text = ["", "3", "7.25", "冷链物流", "≥90%", "100%"].randomElement(using: &random) ?? ""
      return .set(cell, text: text, was: nil)
    }
  }

  @Test(arguments: 0..<20)
  func `what an earlier calculation laid out is kept without a difference`(seed: UInt64) {
    var random = SeededGenerator(seed)
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example)
    var kept = Calculation(filing)
    for _ in 0..<60 {
      filing = filing.applying([edit(of: filing, with: &random)], to: kept).filing
      kept = Calculation(filing, after: kept)
      let fresh = Calculation(filing)
      let definitions = fresh.layouts.flatMap(\.definitions)
      #expect(kept.layouts.flatMap(\.definitions).map(\.address) == definitions.map(\.address))
      #expect(
        kept.layouts.map { $0.grid.definitions.map(\.caption) }
          == fresh.layouts.map { $0.grid.definitions.map(\.caption) })
      for definition in definitions {
        let address = definition.address
        #expect(kept.definition(at: address)?.caption == definition.caption)
        #expect(kept.text(at: address) == fresh.text(at: address))
        #expect(kept.value(at: address) == fresh.value(at: address))
        #expect(kept.isComputed(at: address) == fresh.isComputed(at: address))
        #expect(kept.proposal(at: address) == fresh.proposal(at: address))
        #expect(kept.advice(at: address) == fresh.advice(at: address))
        #expect(kept.meaning(at: address) == fresh.meaning(at: address))
      }
    }
  }
}
