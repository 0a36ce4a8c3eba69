import Evaluation

/// The texts of a filing as one copy shows them.
struct ShownText {
  let calculation: Calculation
  private let fields: PersonalFields
  private let personal: Set<CellAddress>
  /// What a template shows instead; nil for every other copy.
  private let template: TemplateWords?

  /// What stands in the cells of a starting template.
  struct TemplateWords {
    /// Placeholders by their cells.
    let cells: [CellAddress: String]
    /// What stands in place of captions.
    let captions: [String: String]
    let year: Int
  }

  init(_ calculation: Calculation, _ fields: PersonalFields, template: TemplateWords? = nil) {
    self.calculation = calculation
    self.fields = fields
    self.template = template
    personal = Set(
      calculation.layouts.flatMap { layout in
        layout.form.footer.filter(\.isPersonal).map { CellAddress(layout.sheet.id, "footer", $0.column) }
      })
  }

  var isTemplate: Bool { template != nil }

  func text(at address: CellAddress) -> String {
    if let template { return template.cells[address] ?? "" }
    return shown(calculation.text(at: address), at: address)
  }

  /// A caption or a title; in a template its years are placeholders.
  func caption(_ text: String) -> String {
    guard let template else { return text }
    if let caption = template.captions[text] { return caption }
    return text.replacing("\(template.year)年", with: "{{自评年度}}年").replacing("\(template.year - 1)年", with: "{{上年度}}年")
  }

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
