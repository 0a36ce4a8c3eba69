public import Evaluation
public import Reading
public import Rules

/// A small filing written out for a rule's example: cells by address, indicators as lines.
public struct ExampleFiling: Sendable, ExpressibleByDictionaryLiteral {
  /// "base/threePublic/final": "9.81". A row with a dot is a line added under what stands before the dot.
  public let cells: [(address: String, text: String)]
  /// "quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 | 无偏差": second level, name, target, actual, points, score, reason;
  /// on forms that have them, sign, unit and number of the goal follow.
  public private(set) var indicators: [String] = []
  /// The sheet the indicators stand on.
  public private(set) var sheet = "self"
  /// The indicator tree chosen for that sheet; nil for the policy's first.
  public private(set) var tree: String?
  public private(set) var attached: Set<String> = []
  /// What the budget system says of some cells.
  public private(set) var synced: [(address: String, text: String)] = []
  /// Paragraphs of a report that was read from a file, the places of findings marked ⟦thus⟧.
  public private(set) var prose: [MarkedText] = []
  /// What the file carries besides; nil for a text file.
  public private(set) var traces: FileTraces?
  /// Sheets that the filing does not have.
  public private(set) var missing: Set<String> = []
  /// What it is made under.
  public private(set) var policies = PolicySet.example
  /// Whose it is.
  public private(set) var unit = "示例县商务局"
  /// What the same unit filed the year before; none or one.
  public private(set) var earlier: [ExampleFiling] = []
  /// What other units handed in with it.
  public private(set) var peers: [ExampleFiling] = []

  /// What is typed, by the addresses of the cells.
  public init(dictionaryLiteral cells: (String, String)...) {
    self.cells = cells.map { ($0, $1) }
  }

  static func indicators(
    _ lines: String..., on sheet: String = "self", tree: String? = nil, and cells: ExampleFiling = [:]
  ) -> Self {
    indicators(lines, on: sheet, tree: tree, and: cells)
  }
  static func indicators(
    _ lines: [String], on sheet: String = "self", tree: String? = nil, and cells: ExampleFiling = [:]
  ) -> Self {
    var filing = cells
    (filing.indicators, filing.sheet, filing.tree) = (lines, sheet, tree)
    return filing
  }
  /// Prose of a report beside the forms.
  static func prose(_ paragraphs: MarkedText..., and cells: ExampleFiling = [:]) -> Self {
    prose(paragraphs, and: cells)
  }
  static func prose(_ paragraphs: [MarkedText], and cells: ExampleFiling = [:]) -> Self {
    var filing = cells
    filing.prose = paragraphs
    return filing
  }
  func attaching(_ ids: String...) -> Self {
    var filing = self
    filing.attached.formUnion(ids)
    return filing
  }
  /// "base/reception/final": "5.17" as the budget system has it, whatever is typed.
  func syncing(_ cells: KeyValuePairs<String, String>) -> Self {
    var filing = self
    filing.synced += cells.map { ($0.key, $0.value) }
    return filing
  }
  /// Read from a file that carries this besides its text; nothing, for a clean one.
  func carrying(_ traces: FileTrace...) -> Self {
    var filing = self
    filing.traces = FileTraces(traces)
    return filing
  }
  func without(_ sheets: String...) -> Self {
    var filing = self
    filing.missing.formUnion(sheets)
    return filing
  }
  /// Made under other policies than the example county's.
  func under(_ policies: PolicySet) -> Self {
    var filing = self
    filing.policies = policies
    return filing
  }
  /// Of another unit than the example county's.
  func of(_ unit: String) -> Self {
    var filing = self
    filing.unit = unit
    return filing
  }
  /// With the same unit's filing of the year before.
  func after(_ earlier: ExampleFiling) -> Self {
    var filing = self
    filing.earlier = [earlier]
    return filing
  }
  /// With filings of other units.
  func beside(_ peers: [ExampleFiling]) -> Self {
    var filing = self
    filing.peers = peers
    return filing
  }

  /// The filing under its policies; `dress` changes every typed text, for tests of robustness.
  public func filing(
    of name: String? = nil, year: Int = 2024, dress: (CellAddress, String) -> String = { $1 }
  ) -> Filing {
    let unit = FilingUnit(code: "201001", name: name ?? unit, kind: .lead)
    var filing = Filing(blank: unit, year: year, policies: policies)
    for (text, value) in allCells {
      guard let address = CellAddress(text) else { preconditionFailure("no address: \(text)") }
      filing.place(dress(address, value), at: address)
    }
    for (text, value) in synced {
      guard let address = CellAddress(text), let index = filing.sheets.firstIndex(where: { $0.id == address.sheet })
      else { preconditionFailure("no cell: \(text)") }
      filing.sheets[index].entries[address.key, default: Entry("")].synced = value
    }
    if let index = filing.sheets.firstIndex(where: { $0.id == sheet }) { filing.sheets[index].tree = tree }
    filing.sheets.removeAll { missing.contains($0.id) }
    filing.attached = attached
    return filing
  }

  /// The report that the prose stands in, behind a line that must make no difference; nil without a file.
  public func report(behind line: String = "") -> Report? {
    guard !prose.isEmpty || traces != nil else { return nil }
    let report = Report(flattened: ([line] + prose.map(\.text)).joined(separator: "\n"))
    return Report(text: report.text, blocks: report.blocks, traces: traces)
  }

  /// The marked stretches of the prose, as they stand in `report(behind:)`.
  public func marks(behind line: String = "") -> [Range<Int>] {
    var start = line.unicodeScalars.count + 1
    return prose.flatMap { paragraph in
      defer { start += paragraph.text.unicodeScalars.count + 1 }
      return paragraph.spans.map { $0.lowerBound + start..<$0.upperBound + start }
    }
  }

  private var allCells: [(String, String)] {
    var counts: [String: Int] = [:]
    var all: [(String, String)] = cells.map { ($0.address, $0.text) }
    for line in indicators {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      precondition(
        (4...IndicatorColumn.allCases.count + 1).contains(fields.count),
        "second level | name | target | actual | points | score | reason | sign | unit | goal")
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
