public import Figures

/// Everything a filing's forms show: typed values, computed values and proposals, with their meaning.
public struct Calculation: Sendable {
  public let filing: Filing
  /// Whether computed cells are worked out or taken as they were written.
  public let mode: Mode
  /// Every form sheet laid out, in the filing's order.
  public let layouts: [SheetLayout]
  let definitions: [CellAddress: CellDefinition]
  let results: [CellAddress: CellResult]

  public enum Mode: Sendable {
    /// A filing in the system: the formulas decide.
    case computing
    /// A report written elsewhere: every cell says what it says.
    case asWritten
  }

  /// Works all of a filing out. What `previous`, an earlier state of the same filing, laid out is kept where lines and
  /// their names are still the same.
  public init(_ filing: Filing, mode: Mode = .computing, after previous: Calculation? = nil) {
    self.filing = filing
    self.mode = mode
    let earlier = Dictionary(uniqueKeysWithValues: (previous?.layouts ?? []).map { ($0.sheet.id, $0) })
    var isKept = true
    let layouts = filing.sheets.compactMap { sheet -> SheetLayout? in
      guard case .form(let policy, let form)? = filing.policies.definition(of: sheet) else { return nil }
      if let layout = earlier[sheet.id].flatMap({ SheetLayout(sheet, keeping: $0, of: form) }) { return layout }
      isKept = false
      let layout = FormLayout(
        form: form, policy: policy, sheet: sheet, year: filing.year, unitName: filing.unit.name)
      return SheetLayout(sheet, policy, form, layout)
    }
    self.layouts = layouts
    if let previous, isKept, layouts.count == previous.layouts.count {
      definitions = previous.definitions
    } else {
      definitions = Dictionary(
        layouts.flatMap(\.definitions).map { ($0.address, $0) }, uniquingKeysWith: { _, last in last })
    }
    var evaluator = Evaluator(layouts: layouts, definitions: definitions, mode: mode)
    evaluator.evaluateAll()
    results = evaluator.results
  }

  public func layout(of sheet: String) -> SheetLayout? { layouts.first { $0.sheet.id == sheet } }
  public func definition(at address: CellAddress) -> CellDefinition? { definitions[address] }

  /// The text that a cell shows: computed where it is computed, otherwise as typed.
  public func text(at address: CellAddress) -> String {
    results[address]?.text ?? filing.entry(at: address)?.text ?? ""
  }
  /// The exact value of a number cell; nil when it is blank or cannot be read.
  public func value(at address: CellAddress) -> Rational? { results[address]?.value }
  /// The figure as it is written in a number cell.
  public func figure(at address: CellAddress) -> Figure? { results[address]?.figure }
  /// What a rule or formula gives, where the cell itself is typed or taken as it was written.
  public func proposal(at address: CellAddress) -> Figure? { results[address]?.proposal }
  public func advice(at address: CellAddress) -> ScoreAdvice? { results[address]?.advice }
  /// What an indicator's target or actual value says; nothing at any other address.
  public func meaning(at address: CellAddress) -> IndicatorValue { results[address]?.meaning ?? .void }
  /// True where the person cannot type: the formula decides.
  public func isComputed(at address: CellAddress) -> Bool { results[address]?.isComputed ?? false }
}

/// What one cell comes to.
struct CellResult: Sendable {
  var text: String
  var figure: Figure?
  var value: Rational?
  var proposal: Figure?
  var advice: ScoreAdvice?
  /// What a target or an actual value says.
  var meaning: IndicatorValue?
  var isComputed = false
}

extension Calculation {
  /// Whether a condition holds on a sheet; nil where a cell it needs is blank.
  public func holds(_ condition: Formula, on sheet: String) -> Bool? {
    guard let layout = layout(of: sheet) else { return nil }
    var evaluator = Evaluator(layouts: layouts, definitions: definitions, mode: mode, results: results)
    return evaluator.value(of: condition.expression, at: CellAddress(sheet, "", ""), in: layout).map { $0 != .zero }
  }

  /// What the formula of a cell would give, rounded as the policy says, if some cells held other values.
  public func proposal(at address: CellAddress, assuming values: [CellAddress: Rational]) -> Figure? {
    guard let definition = definition(at: address), let formula = definition.source.formula,
      let layout = layout(of: address.sheet)
    else { return nil }
    var evaluator = Evaluator(
      layouts: layouts, definitions: definitions, mode: mode,
      results: values.mapValues { CellResult(text: "", value: $0) })
    return evaluator.value(of: formula.expression, at: address, in: layout)
      .flatMap { evaluator.figure($0, definition.kind, layout.policy) }
  }
}
