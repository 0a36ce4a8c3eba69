public import Figures
import Text

/// Works out every cell once, each after the cells it depends on.
struct Evaluator {
  let layouts: [Calculation.SheetLayout]
  let definitions: [CellAddress: CellDefinition]
  let mode: Calculation.Mode
  private(set) var results: [CellAddress: CellResult]
  /// Cells being worked out, the innermost last.
  private var open: [CellAddress] = []
  /// Cells whose formulas come back to themselves: they have no value, whichever is worked out first.
  private var circular: Set<CellAddress> = []
  private let layoutIndex: [String: Int]
  private let formIndex: [String: Int]

  init(
    layouts: [Calculation.SheetLayout], definitions: [CellAddress: CellDefinition], mode: Calculation.Mode,
    results: [CellAddress: CellResult] = [:]
  ) {
    self.results = results
    self.mode = mode
    self.layouts = layouts
    self.definitions = definitions
    layoutIndex = Dictionary(layouts.enumerated().map { ($1.sheet.id, $0) }, uniquingKeysWith: { first, _ in first })
    formIndex = Dictionary(layouts.enumerated().map { ($1.form.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func evaluateAll() {
    results.reserveCapacity(definitions.count)
    for layout in layouts {
      for definition in layout.definitions { _ = result(of: definition, in: layout) }
    }
  }

  func formLayout(_ form: String) -> Calculation.SheetLayout? { formIndex[form].map { layouts[$0] } }

  mutating func value(at address: CellAddress) -> Rational? {
    if let known = results[address] { return known.value }
    guard let definition = definitions[address], let index = layoutIndex[address.sheet] else { return nil }
    return result(of: definition, in: layouts[index])?.value
  }

  private mutating func result(
    of definition: CellDefinition, in layout: Calculation.SheetLayout
  ) -> CellResult? {
    if let known = results[definition.address] { return known }
    if let start = open.firstIndex(of: definition.address) {
      circular.formUnion(open[start...])
      return nil
    }
    open.append(definition.address)
    var result = evaluated(definition, in: layout)
    open.removeLast()
    if circular.contains(definition.address) { result = CellResult(text: "", isComputed: true) }
    results[definition.address] = result
    return result
  }

  private mutating func evaluated(
    _ definition: CellDefinition, in layout: Calculation.SheetLayout
  ) -> CellResult {
    let typed = typed(definition, in: layout)
    switch definition.source {
    case .typed: return typed
    case .scored: return scored(typed, definition, in: layout)
    case .linesOrTyped where mode == .asWritten: return typed
    case .computed(let formula) where mode == .computing:
      let value = value(of: formula.expression, at: definition.address, in: layout)
      return computed(value, definition, layout.policy)
    case .computed(let formula), .proposed(let formula):
      // What is typed stands, whatever the formula comes to: one that leads back here reads it.
      results[definition.address] = typed
      var result = typed
      let value = value(of: formula.expression, at: definition.address, in: layout)
      result.proposal = value.flatMap { figure($0, definition.kind, layout.policy) }
      return result
    case .linesOrTyped:
      let value = total([definition.address.row], definition.address.column, in: layout)
      return value == nil ? typed : computed(value, definition, layout.policy)
    }
  }

  private func typed(_ definition: CellDefinition, in layout: Calculation.SheetLayout) -> CellResult {
    let text = layout.sheet.entries[definition.address.key]?.text ?? ""
    guard definition.kind.isNumber, let figure = definition.kind.figure(reading: text) else {
      return CellResult(text: text)
    }
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
    _ typed: CellResult, _ definition: CellDefinition, in layout: Calculation.SheetLayout
  ) -> CellResult {
    let row = definition.address.row
    guard let line = layout.sheet.rows.first(where: { $0.id == row }),
      let node = layout.policy.tree(layout.sheet.tree)?.node(line.under)
    else { return typed }
    func text(_ column: IndicatorColumn) -> String {
      layout.sheet.entries[CellKey(row, column.rawValue)]?.text ?? ""
    }
    func meaning(_ column: IndicatorColumn) -> IndicatorValue {
      let address = CellAddress(definition.address.sheet, row, column.rawValue)
      if let known = results[address]?.meaning { return known }
      let text = text(column)
      let meaning = IndicatorValue(reading: text)
      results[address] = CellResult(text: text, meaning: meaning)
      return meaning
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
