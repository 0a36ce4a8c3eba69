public import Evaluation
public import Figures

/// What the cells of a filing come to, as a rule reads it: the cells that it asks are noted.
public struct CalculationReading: Sendable {
  private let dossier: Dossier
  private var calculation: Calculation { dossier.contents.calculation }

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// The filing, which tells by itself what is read of it.
  public var filing: FilingReading { dossier.filing }
  /// Whether computed cells are worked out or taken as they were written.
  public var mode: Calculation.Mode { dossier.contents.calculation.mode }
  /// Every form sheet laid out, in the filing's order.
  public var layouts: [Calculation.SheetLayout] {
    dossier.note(.everySheet)
    return calculation.layouts
  }

  /// The form sheet of this id.
  public func sheet(_ id: String) -> SheetReading? { dossier.sheet(id) }

  /// A form sheet as it is laid out, with what is typed; all of it counts as looked at.
  public func layout(of sheet: String) -> Calculation.SheetLayout? { self.sheet(sheet)?.layout }
  /// nil where the filing's forms have no such cell.
  public func definition(at address: CellAddress) -> CellDefinition? {
    sheet(address.sheet)?.definition(address.row, address.column)
  }
  /// The text that a cell shows: computed where it is computed, otherwise as typed.
  public func text(at address: CellAddress) -> String {
    if let sheet = sheet(address.sheet) { return sheet.text(address.row, address.column) }
    return filing.entry(at: address)?.text ?? ""
  }
  /// The exact value of a number cell; nil when it is blank or cannot be read.
  public func value(at address: CellAddress) -> Rational? { sheet(address.sheet)?.value(address.row, address.column) }
  /// The figure as it is written in a number cell.
  public func figure(at address: CellAddress) -> Figure? { sheet(address.sheet)?.figure(address.row, address.column) }
  /// What a rule or formula gives, where the cell itself is typed or taken as it was written.
  public func proposal(at address: CellAddress) -> Figure? {
    sheet(address.sheet)?.proposal(address.row, address.column)
  }
  /// What the scoring rule says of a score.
  public func advice(at address: CellAddress) -> ScoreAdvice? {
    sheet(address.sheet)?.advice(address.row, address.column)
  }
  /// True where the person cannot type: the formula decides.
  public func isComputed(at address: CellAddress) -> Bool {
    sheet(address.sheet)?.isComputed(address.row, address.column) ?? false
  }

  /// Whether a condition holds on a sheet; nil where a cell it needs is blank.
  public func holds(_ condition: Formula, on sheet: String) -> Bool? {
    dossier.note(.everySheet)
    return calculation.holds(condition, on: sheet)
  }
  /// What the formula of a cell would give, rounded as the policy says, if some cells held other values.
  public func proposal(at address: CellAddress, assuming values: [CellAddress: Rational]) -> Figure? {
    dossier.note(.everySheet)
    return calculation.proposal(at: address, assuming: values)
  }
}
