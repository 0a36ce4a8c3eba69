import Evaluation
import Testing

@Suite struct CellNameTests {
  /// The shipped policies as tasks are held under them, with one line wherever a unit may add some, and two projects.
  private static func filings() throws -> [Filing] {
    let sets: [[String]] = [
      ["hunan-2024-department", "hunan-2024-project"], ["yueyang-2024-department", "hunan-2024-project"],
      ["hunan-2022-project"], ["national-2021-project"],
    ]
    return try sets.flatMap { ids in
      let policies = try ids.map(Shipped.policy)
      let trees: [String?] = policies.flatMap(\.trees).map(\.id)
      return trees.map { tree in
        var filing = Shipped.blank(policies, tree: tree, filled: true)
        if var second = filing.sheets.first(where: { $0.id == "project-1" }) {
          second = Sheet(id: "project-2", form: second.form, tree: second.tree, rows: second.rows)
          filing.sheets.append(second)
        }
        return filing
      }
    }
  }

  @Test func `every cell of the shipped policies comes back from its name`() throws {
    var count = 0
    for filing in try Self.filings() {
      let calculation = Calculation(filing)
      let names = CellNames(calculation)
      for cell in calculation.layouts.flatMap(\.definitions).map(\.address) {
        let name = try #require(names.name(of: cell))
        #expect(!name.contains("/") || !name.contains(cell.description))
        #expect(names.cell(named: name) == cell, "\(name)")
        let stored = "前{{\(cell)}}后"
        let shown = names.named(BoundText(stored))
        #expect(shown.text == "前\(name)后")
        #expect(names.bound(NamedText(shown.text), instead: BoundText("")) == stored)
        count += 1
      }
    }
    #expect(count > 1_000)
  }

  @Test(arguments: ["hunan-2024-department", "yueyang-2024-department"])
  func `report texts to start from come back from their names`(_ id: String) throws {
    let filing = Shipped.blank(try Shipped.policy(id))
    let names = CellNames(Calculation(filing))
    for edit in filing.reportStarters {
      guard case .set(_, let starter, _) = edit else { continue }
      let shown = names.named(BoundText(starter))
      #expect(!shown.text.contains("{{"))
      #expect(names.bound(NamedText(shown.text), instead: BoundText("")) == starter)
    }
  }
}
