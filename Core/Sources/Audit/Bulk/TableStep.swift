import Figures

/// One step of the work on a block of tables. A register holds, for each of them, an amount, how far rounding may have
/// moved it, in half steps, and whether anything is filled in.
enum TableStep: Sendable {
  /// Nothing at all.
  case clear(Int)
  /// Adds a cell; what is not zero may be off by `slack` half steps.
  case addCell(CellColumn, to: Int)
  case add(Int, to: Int)
  /// The register holds a cell's parts: where the cell is filled in itself, it counts, with the larger slack.
  case own(CellColumn, over: Int)
  /// The second register where the first holds nothing.
  case fallBack(Int, on: Int)
  /// Nothing where a column is blank.
  case require(Int, of: Int)
  case equal(Int, Int, check: Int)
  case within(Int, Int, check: Int)
  case points(PointColumns, check: Int)
  case scores(ScoreColumns, check: Int)
  /// The column of a score and that of its points.
  case bound(score: Int, points: Int?, check: Int)
  case notNegative(Int, check: Int)
  /// A negative value that only the words of its line can explain.
  case undecidedIfNegative(Int)
  case rate(RateColumns, check: Int)
  case execution(ExecutionColumns, check: Int)
}

/// A cell as a term of amounts: brought to the finest steps of all.
struct CellColumn: Sendable {
  let column: Int
  let scale: Int64
  let slack: Int64
}

/// The columns of `PointTotal`, in steps of points.
struct PointColumns: Sendable {
  let lines: [LineColumns]
  let required: Int64
  let execution: (column: Int?, points: Int64)?
  let stated: Int?
}

/// The columns of one indicator; nil where the form has none.
struct LineColumns: Sendable {
  let words: Int
  let points: Int?
  let score: Int?
}

/// The columns of `ScoreTotal`.
struct ScoreColumns: Sendable {
  let lines: [LineColumns]
  let stated: Int
  let execution: Int?
  /// How many steps one point has.
  let whole: Int64
}

/// A written quantity with the precision that its kind is written to.
struct QuantityColumn: Sendable {
  let column: Int
  let scale: Int64
  /// Half steps that a value other than zero may be off; nil where the shown decimals tell.
  let slack: Int64?
  /// Of the column itself.
  let places: Int
}

/// The columns of `WrittenRate`.
struct RateColumns: Sendable {
  let rate: Int
  let places: Int
  let part: QuantityColumn
  /// The first that is filled in counts.
  let whole: [QuantityColumn]
  let cutsOff: Bool
}

/// The columns of `ExecutionScore`.
struct ExecutionColumns: Sendable {
  let score: Int
  let points: Int?
  let rate: Int?
  let executed: QuantityColumn?
  let bases: [QuantityColumn]
  let formula: RowFormula?
  let full: Int64
  let decimals: Int
  let mode: RoundingMode
}
