import Evaluation
import Figures
import Rules
import Testing

extension Filing {
  /// A filing of the example county with these cells typed.
  static func typed(_ cells: [String: String]) -> Filing {
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: .example)
    for (text, value) in cells {
      guard let address = CellAddress(text), let index = filing.sheets.firstIndex(where: { $0.id == address.sheet })
      else {
        Issue.record("no cell: \(text)")
        continue
      }
      filing.sheets[index].entries[address.key] = value.isEmpty ? nil : Entry(value)
    }
    return filing
  }

  mutating func add(_ row: String, under parent: String, to sheet: String, _ cells: [String: String]) {
    guard let index = sheets.firstIndex(where: { $0.id == sheet }) else { return }
    sheets[index].rows.append(AddedRow(id: row, under: parent))
    for (column, text) in cells { sheets[index].entries[CellKey(row, column)] = Entry(text) }
  }

  /// Two small forms: `row` holds a = 10, b = 2, blank and cells with these formulas; `other` holds a = 30; the form
  /// `second` holds a = 500.
  static func formulas(
    _ formulas: [String: String], areProposed: Bool = false, _ typed: [String: String] = [:], kind: CellKind = .amount,
    rounding: RoundingMode = .halfUp
  ) -> Filing {
    let computed = formulas.sorted { $0.key < $1.key }.compactMap { name, text -> TableBlock.Column? in
      guard let formula = try? Formula(text) else {
        Issue.record("no formula: \(text)")
        return nil
      }
      return .init(
        id: name, caption: name, width: 1, kind: kind, source: areProposed ? .proposed(formula) : .computed(formula))
    }
    let columns =
      ["a", "b", "blank"].map { TableBlock.Column(id: $0, caption: $0, width: 1, kind: .amount) } + computed
    func form(_ id: String) -> Form {
      let table = TableBlock(
        id: "table", caption: "", captionWidth: 1, columns: columns,
        rows: [.init(id: "row", label: "row"), .init(id: "other", label: "other")])
      return Form(id: id, kind: .baseData, title: id, shortTitle: id, width: 9, blocks: [.table(table)], source: "form")
    }
    let example = Policy.exampleDepartment
    let policy = Policy(
      id: "formulas", title: "", region: "", year: 2024, object: .department, version: 1, effectiveFrom: "2025-01-01",
      sources: [:], amounts: example.amounts,
      rounding: Rounding(scoreDecimals: 2, rateDecimals: 2, mode: rounding, source: "form"), scoring: example.scoring,
      trees: [], grades: [], forms: [form("first"), form("second")])
    var filing = Filing(
      blank: FilingUnit(code: "201001", name: "示例县商务局", kind: .lead), year: 2024, policies: PolicySet([policy]))
    filing.sheets[0].entries = [
      CellKey("row", "a"): Entry("10"), CellKey("row", "b"): Entry("2"), CellKey("other", "a"): Entry("30"),
    ]
    for (column, text) in typed { filing.sheets[0].entries[CellKey("row", column)] = Entry(text) }
    filing.sheets[1].entries = [CellKey("row", "a"): Entry("500")]
    return filing
  }
}
