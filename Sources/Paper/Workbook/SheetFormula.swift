import Evaluation
import Figures
import OOXML

/// Writes a form's formulas as a spreadsheet has them: what is blank counts for nothing, as in the form.
struct SheetFormula {
  let layout: Calculation.SheetLayout
  /// Where the value of each cell stands.
  var places: [CellAddress: SheetPlace] = [:]
  /// The spare lines under each place that takes lines.
  private var spare: [String: [String]] = [:]
  private var kinds: [CellAddress: CellKind] = [:]

  /// Programs take no longer ones.
  private static let longest = 8_000

  init(layout: Calculation.SheetLayout, grid: FormGrid) {
    self.layout = layout
    for row in grid.rows {
      if row.isSpare, let parent = row.parent, let line = row.line { spare[parent, default: []].append(line) }
    }
    for definition in grid.definitions { kinds[definition.address] = definition.kind }
  }

  /// "=IF(COUNT(B3:B5)=0,\"\",ROUND(SUM(B3:B5),6))"; nil where the formula looks at other worksheets or cannot be
  /// written.
  func text(for definition: CellDefinition) -> String? {
    let expression: String?
    var blank: String?
    switch definition.source {
    case .computed(let formula):
      if case .call(.sum, let arguments) = formula.expression,
        let cells = cells(arguments, at: definition.address), definition.kind != .percent
      {
        (expression, blank) = ("SUM(\(cells))", "COUNT(\(cells))=0")
      } else {
        expression = value(formula.expression, at: definition.address)
      }
    case .linesOrTyped:
      let cells = ranges(of: lines([definition.address.row]), definition.address.column)
      (expression, blank) = (cells.map { "SUM(\($0))" }, cells.map { "COUNT(\($0))=0" })
    default: return nil
    }
    guard let rounded = expression.flatMap({ rounded($0, definition.kind) }) else { return nil }
    let text = blank.map { "=IF(\($0),\"\",\(rounded))" } ?? "=IFERROR(\(rounded),\"\")"
    return text.utf16.count < Self.longest ? text : nil
  }

  private func rounded(_ expression: String, _ kind: CellKind) -> String? {
    let decimals =
      switch kind {
      case .percent, .percentNumber: layout.policy.rounding.rateDecimals
      case .points: layout.policy.rounding.scoreDecimals
      default: Figure.maximumDecimals
      }
    let name: String
    switch layout.policy.rounding.mode {
    case .halfUp: name = "ROUND"
    case .down: name = "TRUNC"
    // Spreadsheets do not round half to even.
    case .halfEven where decimals == Figure.maximumDecimals: name = "ROUND"
    case .halfEven: return nil
    }
    return "\(name)(\(expression),\(decimals))" + (kind == .percent ? "/100" : "")
  }

  /// An expression that is #N/A where the form's formula has no value.
  private func value(_ expression: Formula.Expression, at address: CellAddress) -> String? {
    switch expression {
    case .number(let literal):
      return Figure(unscaled: literal.unscaled, decimals: literal.decimals)?.description
    case .cell(let reference):
      guard let cell = cell(reference, at: address), let place = places[cell], let kind = kinds[cell], kind.isNumber
      else { return nil }
      let text = place.reference
      return "IF(ISNUMBER(\(text)),\(text)\(kind == .percent ? "*100" : ""),NA())"
    case .negated(let inner): return value(inner, at: address).map { "-(\($0))" }
    case .binary(let operation, let left, let right):
      guard let left = value(left, at: address), let right = value(right, at: address) else { return nil }
      return operation.isComparison ? "IF(\(left)\(operation.sign)\(right),1,0)" : "(\(left)\(operation.sign)\(right))"
    case .call(.sum, let arguments):
      return cells(arguments, at: address).map { "IF(COUNT(\($0))=0,NA(),SUM(\($0)))" }
    case .call(.first, let arguments):
      let values = arguments.compactMap { value($0, at: address) }
      guard values.count == arguments.count, let last = values.last else { return nil }
      return values.dropLast().reversed().reduce(last) { "IFERROR(\($1),\($0))" }
    case .call(let function, let arguments):
      let values = arguments.compactMap { value($0, at: address) }
      guard values.count == arguments.count, !values.isEmpty else { return nil }
      return "\(function == .min ? "MIN" : "MAX")(\(values.joined(separator: ",")))"
    }
  }

  /// The cells that the arguments of a sum stand for, "B3:B5,B8"; nil where one is no cell of this worksheet.
  private func cells(_ arguments: [Formula.Expression], at address: CellAddress) -> String? {
    var found: [CellAddress] = []
    for argument in arguments {
      guard case .cell(let reference) = argument, isHere(reference) else { return nil }
      let (row, column) = (reference.row, reference.column)
      if row == nil, column == "children" {
        let rows = layout.children(of: address.row) + (spare[address.row] ?? [])
        found += rows.map { CellAddress(address.sheet, $0, address.column) }
      } else if row == nil, column == "lines" {
        found += lines([address.row]).map { CellAddress(address.sheet, $0, address.column) }
      } else if let row, let column, let parents = layout.lineParents(of: row) {
        found += lines(parents).map { CellAddress(address.sheet, $0, column) }
      } else if let cell = cell(reference, at: address) {
        found.append(cell)
      } else {
        return nil
      }
    }
    return ranges(of: found)
  }

  private func lines(_ parents: [String]) -> [String] {
    layout.sheet.rows.filter { parents.contains($0.under) }.map(\.id) + parents.flatMap { spare[$0] ?? [] }
  }

  private func isHere(_ reference: Formula.Reference) -> Bool {
    reference.form == nil || reference.form == layout.form.id && layout.form.kind != .projectEvaluation
  }

  private func cell(_ reference: Formula.Reference, at address: CellAddress) -> CellAddress? {
    guard isHere(reference) else { return nil }
    return CellAddress(address.sheet, reference.row ?? address.row, reference.column ?? address.column)
  }

  private func ranges(of rows: [String], _ column: String) -> String? {
    ranges(of: rows.map { CellAddress(layout.sheet.id, $0, column) })
  }

  /// Cells one under the other as one range. nil where there are none, or too many for a function, or shares, whose
  /// fractions do not add up to per cent.
  private func ranges(of cells: [CellAddress]) -> String? {
    guard !cells.contains(where: { kinds[$0] == .percent }) else { return nil }
    let places = cells.compactMap { self.places[$0] }.sorted { ($0.column, $0.row) < ($1.column, $1.row) }
    guard Set(places).count == places.count else { return nil }
    var ranges: [(first: SheetPlace, last: SheetPlace)] = []
    for place in places {
      if let last = ranges.last?.last, last.column == place.column, last.row + 1 == place.row {
        ranges[ranges.count - 1].last = place
      } else {
        ranges.append((place, place))
      }
    }
    guard (1...200).contains(ranges.count) else { return nil }
    return ranges.map { $0.first == $0.last ? $0.first.reference : "\($0.first.reference):\($0.last.reference)" }
      .joined(separator: ",")
  }
}

extension Formula.Operator {
  fileprivate var isComparison: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: false
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    }
  }

  fileprivate var sign: String { self == .unequal ? "<>" : rawValue }
}
