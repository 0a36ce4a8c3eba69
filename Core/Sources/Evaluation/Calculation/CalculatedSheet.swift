public import Figures

/// One form sheet with what every cell of it comes to.
///
/// A sheet whose cells show what they showed before is the very same object after the next change.
public final class CalculatedSheet: Sendable {
  /// The cells and captions that the results belong to.
  public let layout: Calculation.SheetLayout
  /// As the layout's cells.
  let results: [CellResult]
  /// The other sheets that its formulas looked at, by their places in the filing.
  let readSheets: Set<Int>

  init(_ layout: Calculation.SheetLayout, _ results: [CellResult], reading readSheets: Set<Int>) {
    self.layout = layout
    self.results = results
    self.readSheets = readSheets
  }

  private func place(_ row: String, _ column: String) -> Int? { layout.position(of: row, column) }

  /// The text that a cell shows: computed where it is computed, otherwise as typed.
  public func text(_ row: String, _ column: String) -> String {
    place(row, column).map(text(at:)) ?? layout.sheet.entries[CellKey(row, column)]?.text ?? ""
  }
  /// The exact value of a number cell; nil when it is blank or cannot be read.
  public func value(_ row: String, _ column: String) -> Rational? { place(row, column).flatMap(value(at:)) }
  /// The figure as it is written in a number cell.
  public func figure(_ row: String, _ column: String) -> Figure? { place(row, column).flatMap(figure(at:)) }
  /// What a rule or formula gives, where the cell itself is typed or taken as it was written.
  public func proposal(_ row: String, _ column: String) -> Figure? { place(row, column).flatMap(proposal(at:)) }
  /// What the scoring rule says of a score.
  public func advice(_ row: String, _ column: String) -> ScoreAdvice? { place(row, column).flatMap(advice(at:)) }
  /// What an indicator's target or actual value says; nothing at any other address.
  public func meaning(_ row: String, _ column: String) -> IndicatorValue {
    place(row, column).flatMap { results[$0].meaning } ?? .void
  }
  /// True where the person cannot type: the formula decides.
  public func isComputed(_ row: String, _ column: String) -> Bool { place(row, column).map(isComputed(at:)) ?? false }
}

/// Asked by the place of a cell among those of the layout.
extension CalculatedSheet {
  /// As for an address; the place must be one of the layout's.
  public func text(at place: Int) -> String { results[place].text }
  /// As for an address: exact, nil when the cell is blank or cannot be read.
  public func value(at place: Int) -> Rational? { results[place].value }
  /// As for an address: with the decimals that the cell shows, nil when it is blank or cannot be read.
  public func figure(at place: Int) -> Figure? { results[place].figure }
  /// As for an address; nil where rule and formula give nothing.
  public func proposal(at place: Int) -> Figure? { results[place].proposal }
  /// As for an address; nil in a cell that is no score.
  public func advice(at place: Int) -> ScoreAdvice? { results[place].advice }
  /// As for an address: true where the formula decides.
  public func isComputed(at place: Int) -> Bool { results[place].isComputed }
}

extension CalculatedSheet {
  /// The cells that show, mean or were given something else than in an earlier state; nil where the lines differ.
  public func cells(unlike earlier: CalculatedSheet) -> CellSet? {
    guard layout.isLaidOut(as: earlier.layout) else { return nil }
    var cells = CellSet()
    for (place, result) in results.enumerated() where result != earlier.results[place] { cells.insert(place) }
    let (entries, before) = (layout.sheet.entries, earlier.layout.sheet.entries)
    guard entries != before else { return cells }
    for key in Set(entries.keys).union(before.keys) where entries[key] != before[key] {
      guard let place = layout.position(of: key.row, key.column) else { return nil }
      cells.insert(place)
    }
    return cells
  }
}

/// What one cell comes to. There are hundreds in a filing, and filings are kept: what few cells have takes room only there.
struct CellResult: Hashable, Sendable {
  var text: String
  var figure: Figure?
  var value: Rational?
  var proposal: Figure?
  var isComputed = false
  private var judgement = Judgement.none

  init(
    text: String, figure: Figure? = nil, value: Rational? = nil, meaning: IndicatorValue? = nil,
    isComputed: Bool = false
  ) {
    self.text = text
    self.figure = figure
    self.value = value
    self.isComputed = isComputed
    if let meaning { judgement = .some(advice: nil, meaning: meaning) }
  }

  /// What an indicator's cells have besides.
  private indirect enum Judgement: Hashable {
    case none
    case some(advice: ScoreAdvice?, meaning: IndicatorValue?)
  }

  /// What the scoring rule says of a score.
  var advice: ScoreAdvice? {
    get { if case .some(let advice, _) = judgement { advice } else { nil } }
    set { judgement = newValue == nil && meaning == nil ? .none : .some(advice: newValue, meaning: meaning) }
  }

  /// What a target or an actual value says.
  var meaning: IndicatorValue? { if case .some(_, let meaning) = judgement { meaning } else { nil } }
}
