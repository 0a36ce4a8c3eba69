import Evaluation
import Policies
import Testing

/// All policies go through the same code: what differs is data.
struct LayoutTests {
  @Test(arguments: Shipped.ids) func `every form of every tree fills its grid without gap or overlap`(_ id: String)
    throws
  {
    let policy = try Shipped.policy(id)
    for tree in policy.trees {
      for filled in [false, true] {
        let calculation = Calculation(Shipped.blank(policy, tree: tree.id, filled: filled))
        #expect(calculation.layouts.map(\.form.id) == policy.forms.map(\.id))
        for layout in calculation.layouts { #expect(layout.grid.unfilled == [], "\(id) \(layout.sheet.id) \(tree.id)") }
      }
    }
  }

  @Test(arguments: Shipped.ids) func `no two cells of a form share an address`(_ id: String) throws {
    let policy = try Shipped.policy(id)
    for tree in policy.trees {
      let calculation = Calculation(Shipped.blank(policy, tree: tree.id, filled: true))
      for layout in calculation.layouts {
        let addresses = (layout.grid.definitions + layout.footer).map(\.address)
        #expect(addresses.count > 10)
        #expect(Set(addresses).count == addresses.count)
        #expect(addresses.allSatisfy { CellAddress($0.description) != nil })
      }
    }
  }

  @Test func `a department's and a project's policy stand in one filing`() throws {
    let filing = Shipped.blank(
      try Shipped.policy("hunan-2024-department"), try Shipped.policy("hunan-2024-project"), filled: true)
    #expect(filing.sheets.map(\.id) == ["base", "self", "report", "projectReport", "project-1"])
    #expect(Calculation(filing).layouts.map(\.form.id) == ["base", "self", "project"])
  }

  @Test func `an added row of project spending stands behind the prescribed ones and adds up`() throws {
    var filing = Shipped.blank(try Shipped.policy("yueyang-2024-department"))
    filing.sheets[0].rows = [
      AddedRow(id: "r1", under: "projectExpenditure"), AddedRow(id: "r2", under: "specialFunds"),
    ]
    filing = filing.typing([
      "base/businessWork/final": "20.62", "base/r1/name": "招商引资", "base/r1/final": "1", "base/r2/final": "0.5",
    ])
    let calculation = Calculation(filing)
    let rows = calculation.layouts[0].grid.rows.compactMap { row in
      row.cells.lazy.compactMap { cell -> String? in
        if case .value(let definition, _, _) = cell.content { definition.address.row } else { nil }
      }.first
    }
    let start = try #require(rows.firstIndex(of: "projectExpenditure"))
    #expect(
      Array(rows[start..<start + 6])
        == ["projectExpenditure", "businessWork", "maintenance", "specialFunds", "r2", "r1"])
    #expect(calculation.text(at: CellAddress("base", "projectExpenditure", "final")) == "22.12")
    #expect(
      calculation.layouts[0].grid.rows.compactMap(\.adds).map(\.under) == [
        "projectExpenditure", "specialFunds", "buildings",
      ])
  }
}

extension FormGrid {
  /// The units of the grid, as row/column, that no cell covers, or more than one.
  fileprivate var unfilled: [String] {
    var covered = [[Int]](repeating: [Int](repeating: 0, count: width), count: rows.count)
    var outside: [String] = []
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        for line in index..<index + cell.rowSpan {
          for column in cell.column..<cell.column + cell.columnSpan {
            guard line < rows.count, column < width else {
              outside.append("\(line)/\(column)")
              continue
            }
            covered[line][column] += 1
          }
        }
      }
    }
    let wrong = covered.enumerated().flatMap { line, counts in
      counts.enumerated().filter { $0.element != 1 }.map { "\(line)/\($0.offset)" }
    }
    return outside + wrong
  }
}
