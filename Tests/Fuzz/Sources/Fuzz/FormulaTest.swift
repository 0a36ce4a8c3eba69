import Evaluation

/// A formula is read or refused at a place of its text, and worked out the same every time.
struct FormulaTest {
  private static let calculation = Calculation(
    Filing(
      blank: FilingUnit(code: "1", name: "示例县商务局", kind: .lead), year: 2024, policies: .example))
  private let text: String

  init(_ bytes: [UInt8]) { text = bytes.text }

  func run() {
    do throws(FormulaFault) {
      let formula = try Formula(text)
      for layout in Self.calculation.layouts.prefix(2) {
        let holds = Self.calculation.holds(formula, on: layout.sheet.id)
        demand(holds == Self.calculation.holds(formula, on: layout.sheet.id), "worked out twice")
      }
    } catch {
      demand((0...text.count).contains(error.position) && !error.message.isEmpty, "place of \(error)")
    }
  }
}
