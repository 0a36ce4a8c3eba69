public import Evaluation
import Reading

/// The cells that very many tables have in common, each one a column of numbers.
///
/// It is taken from one filing: its policies, its sheets and the lines added to them. A table that lacks a line leaves its
/// cells blank.
public struct TableShape: Sendable {
  /// In reading order.
  public let columns: [Column]
  private let positions: [CellAddress: Int]

  /// One column.
  public struct Column: Sendable {
    public let address: CellAddress
    /// What the cell holds; `.declaration` for a line's words, where 1 says that there are any.
    public let kind: CellKind
    /// Values are counted in steps of 10^-places.
    public let places: Int
    /// With how many decimals a value is shown counts beside the value itself.
    public var showsDecimals: Bool { kind != .amount && kind != .count && kind != .declaration }
  }

  init(of dossier: Dossier) {
    var columns: [Column] = []
    for sheet in dossier.sheets {
      for definition in sheet.definitions where definition.kind.isNumber {
        columns.append(
          Column(address: definition.address, kind: definition.kind, places: sheet.policy.places(of: definition.kind)))
      }
      for line in sheet.indicators {
        columns.append(Column(address: line.address(.name), kind: .declaration, places: 0))
      }
    }
    self.columns = columns
    positions = Dictionary(
      columns.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// nil for a cell that the tables do not have.
  public func position(of cell: CellAddress) -> Int? { positions[cell] }
}

extension Policy {
  /// The finest decimals that a column of such cells can hold.
  fileprivate func places(of kind: CellKind) -> Int {
    switch kind {
    case .amount: amounts.decimals
    case .points: rounding.scoreDecimals
    case .percent, .percentNumber: rounding.rateDecimals
    case .area: 2
    default: 0
    }
  }
}
