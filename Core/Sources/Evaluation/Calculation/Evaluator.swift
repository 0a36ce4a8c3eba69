public import Figures
import Text

/// Works out every cell once, each after the cells it depends on.
struct Evaluator {
  private let layouts: [Calculation.SheetLayout]
  private let mode: Calculation.Mode
  /// Sheets whose results stand already; nil for those to be worked out.
  private let known: [CalculatedSheet?]
  /// What an earlier state of a sheet with the same cells came to.
  private let earlier: [CalculatedSheet?]
  /// What some cells are taken to hold, whatever stands in them.
  private let assumed: [CellAddress: Rational]
  /// By sheet, then as its cells; nil where a cell is not worked out yet. Empty until a sheet is asked.
  private var results: [[CellResult?]]
  /// The other sheets that each sheet's formulas looked at.
  private var readSheets: [Set<Int>]
  /// Cells being worked out, the innermost last.
  private var open: [Spot] = []
  /// Cells whose formulas come back to themselves: they have no value, whichever is worked out first.
  private var circular: Set<Spot> = []

  /// A cell by its place: which sheet, and which of its cells.
  private struct Spot: Hashable {
    let sheet: Int
    let cell: Int
  }

  /// `known` and `earlier` go by sheet; where they are left out, every cell is worked out when it is asked for.
  init(
    _ layouts: [Calculation.SheetLayout], mode: Calculation.Mode, known: [CalculatedSheet?]? = nil,
    earlier: [CalculatedSheet?]? = nil, assuming assumed: [CellAddress: Rational] = [:]
  ) {
    self.layouts = layouts
    self.mode = mode
    self.known = known ?? layouts.map { _ in nil }
    self.earlier = earlier ?? layouts.map { _ in nil }
    self.assumed = assumed
    results = layouts.map { _ in [] }
    readSheets = layouts.map { _ in [] }
  }

  /// Every sheet worked out. Of an earlier state, whole sheets are kept where no change can have reached them, and are
  /// the same objects where every cell came out as before.
  static func sheets(
    of layouts: [Calculation.SheetLayout], mode: Calculation.Mode, after previous: [CalculatedSheet]
  ) -> [CalculatedSheet] {
    let isSameOrder = previous.map(\.layout.sheet.id) == layouts.map(\.sheet.id)
    let earlier = layouts.indices.map { index -> CalculatedSheet? in
      isSameOrder && previous[index].layout.hasSameCells(as: layouts[index]) ? previous[index] : nil
    }
    let untouched = untouched(layouts, earlier)
    let known = layouts.indices.map { untouched.contains($0) ? earlier[$0] : nil }
    var evaluator = Evaluator(layouts, mode: mode, known: known, earlier: earlier)
    return layouts.indices.map { known[$0] ?? evaluator.sheet(at: $0) }
  }

  /// The sheets with the same content as before, all of whose formulas looked at such sheets only.
  private static func untouched(
    _ layouts: [Calculation.SheetLayout], _ earlier: [CalculatedSheet?]
  ) -> Set<Int> {
    var untouched = Set(layouts.indices.filter { earlier[$0]?.layout.sheet == layouts[$0].sheet })
    while let reached = untouched.first(where: { !(earlier[$0]?.readSheets.isSubset(of: untouched) ?? false) }) {
      untouched.remove(reached)
    }
    return untouched
  }

  private mutating func sheet(at index: Int) -> CalculatedSheet {
    for cell in layouts[index].cells.indices { _ = result(at: Spot(sheet: index, cell: cell)) }
    // A score adds to its target and its actual value what they say, so all is read at the end.
    let results = results[index].map { $0 ?? CellResult(text: "") }
    if let sheet = earlier[index], sheet.layout.sheet == layouts[index].sheet, sheet.results == results {
      return sheet
    }
    return CalculatedSheet(layouts[index], results, reading: readSheets[index])
  }

  /// The value of a formula that belongs to a cell, or to a sheet as a whole.
  mutating func value(of formula: Formula, at address: CellAddress) -> Rational? {
    layouts.first { $0.sheet.id == address.sheet }.flatMap { value(of: formula.expression, at: address, in: $0) }
  }

  /// The first sheet made to a form.
  mutating func formLayout(_ form: String) -> Calculation.SheetLayout? {
    guard let sheet = layouts.firstIndex(where: { $0.form.id == form }) else { return nil }
    noteReading(of: sheet)
    return layouts[sheet]
  }

  mutating func value(at address: CellAddress) -> Rational? {
    if !assumed.isEmpty, let value = assumed[address] { return value }
    guard let sheet = layouts.firstIndex(where: { $0.sheet.id == address.sheet }) else { return nil }
    noteReading(of: sheet)
    guard let cell = layouts[sheet].position(of: address.row, address.column) else { return nil }
    return result(at: Spot(sheet: sheet, cell: cell))?.value
  }

  /// The cell that is being worked out looks at a sheet.
  private mutating func noteReading(of sheet: Int) {
    if let reader = open.last?.sheet, reader != sheet { readSheets[reader].insert(sheet) }
  }

  private mutating func result(at spot: Spot) -> CellResult? {
    if let sheet = known[spot.sheet] { return sheet.results[spot.cell] }
    if results[spot.sheet].isEmpty {
      results[spot.sheet] = Array(repeating: nil, count: layouts[spot.sheet].cells.count)
    }
    if let result = results[spot.sheet][spot.cell] { return result }
    if let start = open.firstIndex(of: spot) {
      circular.formUnion(open[start...])
      return nil
    }
    open.append(spot)
    var result = evaluated(spot)
    open.removeLast()
    if !circular.isEmpty, circular.contains(spot) { result = CellResult(text: "", isComputed: true) }
    results[spot.sheet][spot.cell] = result
    return result
  }

  private mutating func evaluated(_ spot: Spot) -> CellResult {
    let layout = layouts[spot.sheet]
    let definition = layout.cells[spot.cell]
    let typed = typed(definition, at: spot, in: layout)
    switch definition.source {
    case .typed: return typed
    case .scored: return scored(typed, definition, at: spot, in: layout)
    case .linesOrTyped where mode == .asWritten: return typed
    case .computed(let formula) where mode == .computing:
      let value = value(of: formula.expression, at: definition.address, in: layout)
      return computed(value, definition, layout.policy)
    case .computed(let formula), .proposed(let formula):
      // What is typed stands, whatever the formula comes to: one that leads back here reads it.
      results[spot.sheet][spot.cell] = typed
      var result = typed
      let value = value(of: formula.expression, at: definition.address, in: layout)
      result.proposal = value.flatMap { figure($0, definition.kind, layout.policy) }
      return result
    case .linesOrTyped:
      let value = total([definition.address.row], definition.address.column, in: layout)
      return value == nil ? typed : computed(value, definition, layout.policy)
    }
  }

  private func typed(_ definition: CellDefinition, at spot: Spot, in layout: Calculation.SheetLayout) -> CellResult {
    let text = layout.sheet.entries[definition.address.key]?.text ?? ""
    guard definition.kind.isNumber else { return CellResult(text: text) }
    // Reading digits takes longer than comparing them.
    if let before = earlier[spot.sheet]?.results[spot.cell], !before.isComputed, before.text == text {
      return CellResult(text: text, figure: before.figure, value: before.value)
    }
    guard let figure = definition.kind.figure(reading: text) else { return CellResult(text: text) }
    return CellResult(text: text, figure: figure, value: figure.rational)
  }

  private func computed(_ value: Rational?, _ definition: CellDefinition, _ policy: Policy) -> CellResult {
    guard let figure = value.flatMap({ figure($0, definition.kind, policy) }) else {
      return CellResult(text: "", isComputed: true)
    }
    return CellResult(
      text: definition.kind.text(of: figure), figure: figure, value: figure.rational, isComputed: true)
  }

  /// Rounded as the policy says; sums of amounts stay exact.
  func figure(_ value: Rational, _ kind: CellKind, _ policy: Policy) -> Figure? {
    let decimals =
      switch kind {
      case .percent, .percentNumber: policy.rounding.rateDecimals
      case .points: policy.rounding.scoreDecimals
      default: Figure.maximumDecimals
      }
    return value.rounded(decimals: decimals, policy.rounding.mode)?.trimmed
  }

  private mutating func scored(
    _ typed: CellResult, _ definition: CellDefinition, at spot: Spot, in layout: Calculation.SheetLayout
  ) -> CellResult {
    let row = definition.address.row
    guard let node = layout.node(above: row) else { return typed }
    func text(_ column: IndicatorColumn) -> String {
      layout.sheet.entries[CellKey(row, column.rawValue)]?.text ?? ""
    }
    let parts = IndicatorParts(of: row, on: layout.sheet)
    let isOfSameParts = earlier[spot.sheet].map { IndicatorParts(of: row, on: $0.layout.sheet) == parts } ?? false
    func meaning(_ column: IndicatorColumn) -> IndicatorValue {
      let text = text(column)
      let written = parts.written(text, in: column)
      guard let cell = layout.position(of: row, column.rawValue) else { return IndicatorValue(reading: written) }
      if let known = results[spot.sheet][cell]?.meaning { return known }
      let before = isOfSameParts ? earlier[spot.sheet]?.results[cell] : nil
      let meaning = before?.text == text ? before?.meaning : nil
      let result = CellResult(text: text, meaning: meaning ?? IndicatorValue(reading: written))
      results[spot.sheet][cell] = result
      return result.meaning ?? .void
    }
    var result = typed
    let advice = layout.policy.scoring.advice(
      points: CellKind.points.figure(reading: text(.points)), target: meaning(.target), actual: meaning(.actual),
      subject: node.subject, rounding: layout.policy.rounding)
    result.advice = advice
    if case .points(let proposal) = advice { result.proposal = proposal.points }
    return result
  }
}

extension CellKind {
  /// A typed cell of this kind as a number; nil when it is blank or no number. A share may be written with %.
  public func figure(reading text: String) -> Figure? {
    guard !text.isEmpty else { return nil }
    switch self {
    case .percent, .percentNumber:
      let written = text.droppingBlankEnds
      return try? Figure(
        reading: written.hasSuffix("%") || written.hasSuffix("％") ? String(written.dropLast()) : written)
    default: return try? Figure(reading: text)
    }
  }

  /// How a computed figure is written in a cell of this kind.
  public func text(of figure: Figure) -> String { self == .percent ? "\(figure)%" : figure.description }
}
