public import Evaluation

/// Where a cell of a workbook belongs in the filing.
public enum WorkbookTarget: Hashable, Sendable {
  case cell(CellAddress)
  /// A column of a line that is not in the filing yet: the first new line under `under` has the number 1.
  case newLine(sheet: String, under: String, number: Int, column: String)

  /// The sheet's id.
  public var sheet: String {
    switch self {
    case .cell(let address): address.sheet
    case .newLine(let sheet, _, _, _): sheet
    }
  }
}

extension WorkbookTarget: LosslessStringConvertible {
  /// "base/threePublic/final", or "base/specialFunds+2/final" for the second new line.
  public init?(_ text: String) {
    guard let plus = text.firstIndex(of: "+") else {
      guard let address = CellAddress(text) else { return nil }
      self = .cell(address)
      return
    }
    let rest = text[text.index(after: plus)...]
    guard let slash = rest.firstIndex(of: "/"), let number = Int(rest[..<slash]), (1...999).contains(number),
      let address = CellAddress(String(text[..<plus]) + rest[slash...])
    else { return nil }
    self = .newLine(sheet: address.sheet, under: address.row, number: number, column: address.column)
  }

  /// As `init(_:)` reads it.
  public var description: String {
    switch self {
    case .cell(let address): address.description
    case .newLine(let sheet, let under, let number, let column): "\(sheet)/\(under)+\(number)/\(column)"
    }
  }
}
