public import Evaluation

/// A small filing written out for a rule's example: cells by address, indicators as lines.
public struct ExampleFiling: Sendable, ExpressibleByDictionaryLiteral {
  /// "base/threePublic/final": "9.81". A row with a dot is a line added under what stands before the dot.
  public let cells: [(address: String, text: String)]
  /// "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差": second level, name, target, actual, points, score, reason.
  public let indicators: [String]
  /// The sheet the indicators stand on.
  public let sheet: String
  public let attached: Set<String>

  public init(dictionaryLiteral cells: (String, String)...) {
    self.init(cells: cells.map { ($0, $1) }, indicators: [], sheet: "self", attached: [])
  }
  private init(
    cells: [(address: String, text: String)], indicators: [String], sheet: String, attached: Set<String>
  ) {
    self.cells = cells
    self.indicators = indicators
    self.sheet = sheet
    self.attached = attached
  }

  static func indicators(_ lines: String..., on sheet: String = "self", and cells: ExampleFiling = [:]) -> Self {
    Self(cells: cells.cells, indicators: lines, sheet: sheet, attached: cells.attached)
  }
  func attaching(_ ids: String...) -> Self {
    Self(cells: cells, indicators: indicators, sheet: sheet, attached: attached.union(ids))
  }

  /// The filing under the example policies; `dress` changes every typed text, for tests of robustness.
  public func filing(dress: (CellAddress, String) -> String = { $1 }) -> Filing {
    let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)
    var filing = Filing(blank: unit, year: 2024, policies: .example)
    for (text, value) in allCells {
      guard let address = CellAddress(text) else { preconditionFailure("no address: \(text)") }
      filing.place(dress(address, value), at: address)
    }
    filing.attached = attached
    return filing
  }

  private var allCells: [(String, String)] {
    var counts: [String: Int] = [:]
    var all: [(String, String)] = cells.map { ($0.address, $0.text) }
    for line in indicators {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      precondition((4...7).contains(fields.count), "second level | name | target | actual | points | score | reason")
      counts[fields[0], default: 0] += 1
      let row = "\(fields[0]).\(counts[fields[0], default: 0])"
      for (column, text) in zip(IndicatorColumn.allCases, fields.dropFirst()) {
        all.append(("\(sheet)/\(row)/\(column.rawValue)", text))
      }
    }
    return all
  }
}

extension Filing {
  /// Types a text, adding the sheet of a project and the line where they are not there yet.
  fileprivate mutating func place(_ text: String, at address: CellAddress) {
    if !sheets.contains(where: { $0.id == address.sheet }) {
      sheets.append(Sheet(id: address.sheet, form: "project"))
    }
    guard let index = sheets.firstIndex(where: { $0.id == address.sheet }) else { return }
    if let dot = address.row.firstIndex(of: "."), !sheets[index].rows.contains(where: { $0.id == address.row }) {
      sheets[index].rows.append(AddedRow(id: address.row, under: String(address.row[..<dot])))
    }
    guard !text.isEmpty else { return }
    sheets[index].entries[address.key] = Entry(text)
  }
}
