public import Evaluation
import Figures

/// Very many tables of one shape, column by column.
public struct TableColumns: Sendable {
  public let shape: TableShape
  public private(set) var count: Int
  /// By column, then by table: whole steps, `blank` where nothing is filled in.
  var values: [[Int64]]
  /// Shown decimals, for the columns that tell them; empty for the others.
  var decimals: [[UInt8]]
  /// Tables that columns cannot hold: something is no number, too fine or too large.
  private(set) var refused: Set<Int> = []

  /// Stands for a blank cell.
  public static let blank = Int64.min
  /// The largest value, in steps: no sum of columns can leave 64 bits.
  public static let limit: Int64 = 1_000_000_000_000

  /// No tables yet.
  public init(_ shape: TableShape) {
    self.shape = shape
    count = 0
    values = shape.columns.map { _ in [] }
    decimals = values.map { _ in [] }
  }

  /// Tables whose columns are there already; nil unless all are equally long, and decimals are told where they count.
  public init?(_ shape: TableShape, values: [[Int64]], decimals: [[UInt8]]) {
    let count = values.first?.count ?? 0
    guard values.count == shape.columns.count, decimals.count == values.count,
      values.allSatisfy({ $0.count == count }),
      zip(shape.columns, decimals).allSatisfy({ $1.count == ($0.showsDecimals ? count : 0) })
    else { return nil }
    self.shape = shape
    self.count = count
    self.values = values
    self.decimals = decimals
  }

  /// Adds what a filing's forms say; a cell outside the shape must be blank. What columns cannot hold is left to the
  /// rules: `TableFailures` does not decide such a table.
  public mutating func append(_ calculation: Calculation) {
    var known = 0
    for (number, column) in shape.columns.enumerated() {
      var (value, shown) = (Self.blank, UInt8(0))
      if column.kind == .declaration {
        value = calculation.hasWords(on: column.address) ? 1 : 0
      } else if let figure = calculation.figure(at: column.address) {
        known += 1
        value = column.steps(of: figure) ?? refuse()
        shown = UInt8(figure.decimals)
      } else if !calculation.text(at: column.address).allSatisfy(\.isWhitespace) {
        value = refuse()
      }
      values[number].append(value)
      if column.showsDecimals { decimals[number].append(shown) }
    }
    let all = calculation.layouts.flatMap(\.definitions).count {
      $0.kind.isNumber && calculation.figure(at: $0.address) != nil
    }
    if all != known { _ = refuse() }
    count += 1
  }

  private mutating func refuse() -> Int64 {
    refused.insert(count)
    return Self.blank
  }
}

extension TableShape.Column {
  /// nil where the column cannot hold the figure.
  fileprivate func steps(of figure: Figure) -> Int64? {
    guard figure.decimals <= places else { return nil }
    let scale = (figure.decimals..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
    let (steps, overflow) = figure.unscaled.multipliedReportingOverflow(by: scale)
    return !overflow && abs(steps) <= TableColumns.limit ? steps : nil
  }
}

extension Calculation {
  /// Something is written in the words of an indicator's line.
  fileprivate func hasWords(on name: CellAddress) -> Bool {
    [IndicatorColumn.name, .target, .actual, .reason].contains {
      !text(at: CellAddress(name.sheet, name.row, $0.rawValue)).isEmpty
    }
  }
}
