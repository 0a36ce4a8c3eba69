public import Figures

/// Everything a filing's forms show: typed values, computed values and proposals, with their meaning.
public struct Calculation: Sendable {
  /// What was worked out, as it is typed.
  public let filing: Filing
  /// Whether computed cells are worked out or taken as they were written.
  public let mode: Mode
  /// Every form sheet worked out, in the filing's order.
  public let sheets: [CalculatedSheet]
  /// Every form sheet laid out, in the filing's order.
  public var layouts: [SheetLayout] { sheets.map(\.layout) }

  /// Who decides what a computed cell says.
  public enum Mode: Sendable {
    /// A filing in the system: the formulas decide.
    case computing
    /// A report written elsewhere: every cell says what it says.
    case asWritten
  }

  /// Works all of a filing out. What `previous`, an earlier state of the same filing, has is kept where it is still the
  /// same: the layouts of sheets with the same lines, the results of sheets that no change can have reached.
  public init(_ filing: Filing, mode: Mode = .computing, after previous: Calculation? = nil) {
    self.filing = filing
    self.mode = mode
    let earlier = Dictionary(
      (previous?.sheets ?? []).map { ($0.layout.sheet.id, $0.layout) }, uniquingKeysWith: { first, _ in first })
    let layouts = filing.sheets.compactMap { sheet -> SheetLayout? in
      guard case .form(let policy, let form)? = filing.policies.definition(of: sheet) else { return nil }
      if let layout = earlier[sheet.id].flatMap({ SheetLayout(sheet, keeping: $0, of: form) }) { return layout }
      let layout = FormLayout(
        form: form, policy: policy, sheet: sheet, year: filing.year, unitName: filing.unit.name)
      return SheetLayout(sheet, policy, form, layout)
    }
    let isComparable = previous?.mode == mode && previous?.filing.year == filing.year
    sheets = Evaluator.sheets(of: layouts, mode: mode, after: isComparable ? previous?.sheets ?? [] : [])
  }

  /// nil for a report, and for a sheet that the filing does not have.
  public func sheet(_ id: String) -> CalculatedSheet? { sheets.first { $0.layout.sheet.id == id } }
  /// nil for a report, and for a sheet that the filing does not have.
  public func layout(of sheet: String) -> SheetLayout? { self.sheet(sheet)?.layout }
  /// nil where the filing's forms have no such cell.
  public func definition(at address: CellAddress) -> CellDefinition? {
    layout(of: address.sheet)?.definition(of: address.row, address.column)
  }

  /// The text that a cell shows: computed where it is computed, otherwise as typed.
  public func text(at address: CellAddress) -> String {
    sheet(address.sheet)?.text(address.row, address.column) ?? filing.entry(at: address)?.text ?? ""
  }
  /// The exact value of a number cell; nil when it is blank or cannot be read.
  public func value(at address: CellAddress) -> Rational? { sheet(address.sheet)?.value(address.row, address.column) }
  /// The figure as it is written in a number cell.
  public func figure(at address: CellAddress) -> Figure? { sheet(address.sheet)?.figure(address.row, address.column) }
  /// What a rule or formula gives, where the cell itself is typed or taken as it was written.
  public func proposal(at address: CellAddress) -> Figure? {
    sheet(address.sheet)?.proposal(address.row, address.column)
  }
  /// What the scoring rule says of a score; nil in any other cell.
  public func advice(at address: CellAddress) -> ScoreAdvice? {
    sheet(address.sheet)?.advice(address.row, address.column)
  }
  /// What an indicator's target or actual value says; nothing at any other address.
  public func meaning(at address: CellAddress) -> IndicatorValue {
    sheet(address.sheet)?.meaning(address.row, address.column) ?? .void
  }
  /// True where the person cannot type: the formula decides.
  public func isComputed(at address: CellAddress) -> Bool {
    sheet(address.sheet)?.isComputed(address.row, address.column) ?? false
  }
}

extension Calculation {
  /// Whether a condition holds on a sheet; nil where a cell it needs is blank.
  public func holds(_ condition: Formula, on sheet: String) -> Bool? {
    var evaluator = Evaluator(layouts, mode: mode, known: sheets)
    return evaluator.value(of: condition, at: CellAddress(sheet, "", "")).map { $0 != .zero }
  }

  /// What the formula of a cell would give, rounded as the policy says, if some cells held other values.
  public func proposal(at address: CellAddress, assuming values: [CellAddress: Rational]) -> Figure? {
    guard let definition = definition(at: address), let formula = definition.source.formula,
      let policy = layout(of: address.sheet)?.policy
    else { return nil }
    var evaluator = Evaluator(layouts, mode: mode, assuming: values)
    return evaluator.value(of: formula, at: address).flatMap { evaluator.figure($0, definition.kind, policy) }
  }
}
