import Evaluation

/// The texts of a filing as one copy shows them.
struct ShownText {
  let calculation: Calculation
  private let fields: PersonalFields
  private let personal: Set<CellAddress>

  init(_ calculation: Calculation, _ fields: PersonalFields) {
    self.calculation = calculation
    self.fields = fields
    personal = Set(
      calculation.layouts.flatMap { layout in
        layout.form.footer.filter(\.isPersonal).map { CellAddress(layout.sheet.id, "footer", $0.column) }
      })
  }

  func text(at address: CellAddress) -> String { shown(calculation.text(at: address), at: address) }

  /// Any text that belongs to a cell, such as the budget system's.
  func shown(_ text: String, at address: CellAddress) -> String {
    guard personal.contains(address) else { return text }
    return switch fields {
    case .shown: text
    case .masked: Mask.masked(text)
    case .leftOut: ""
    }
  }

  func isLeftOut(_ address: CellAddress) -> Bool { fields == .leftOut && personal.contains(address) }

  func rendered(_ text: BoundText) -> String {
    text.rendered { address in
      personal.contains(address)
        ? self.text(at: address) : calculation.spokenText(at: address) ?? "【\(BoundText.gone)】"
    }
  }
}
