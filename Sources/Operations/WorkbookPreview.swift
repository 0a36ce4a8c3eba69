public import Database
public import Evaluation
public import Paper
import Store

/// What importing a workbook would change in a filing, cell by cell, before anything is written.
public struct WorkbookPreview: Sendable {
  public private(set) var rows: [Row] = []
  /// What of the workbook could not be placed.
  public let remarks: [FilledWorkbook.Remark]

  /// One cell that would be changed.
  public struct Row: Sendable {
    /// "基础表!B7"; empty where it is not known any more.
    public let place: String
    /// Where it belongs in the filing.
    public let target: WorkbookTarget
    /// "公务接待，2024年决算数"
    public let name: String
    /// What stands in the filing now, as it is shown.
    public let current: String
    /// What stood there when the workbook was made.
    public let exported: String
    /// What is to stand there.
    public let text: String
    /// The cells that a report's text named when the workbook was made.
    public let names: [String: CellAddress]
    /// Why it cannot be taken; nil where it can.
    public let problem: String?

    /// Somebody changed the cell since the workbook was made.
    public var isConflict: Bool { current != exported }
  }

  /// A cell as it came with a workbook, or back from the page that showed it.
  public struct Candidate: Sendable {
    /// "基础表!B7"; empty where it is not known any more.
    public let place: String
    /// Where it belongs in the filing.
    public let target: WorkbookTarget
    /// What stood there when the workbook was made.
    public let exported: String
    /// What stands in the workbook now.
    public let text: String
    /// The cells that a report's text named when the workbook was made.
    public let names: [String: CellAddress]
    public init(
      place: String, target: WorkbookTarget, exported: String, text: String, names: [String: CellAddress]
    ) {
      self.place = place
      self.target = target
      self.exported = exported
      self.text = text
      self.names = names
    }
  }

  /// Most cells that one import changes.
  public static let mostRows = 5_000

  /// Throws `Invalid` where the workbook is of another filing, or too old or large for this one, and `DatabaseFault`.
  public init(_ file: [UInt8], of loaded: LoadedFiling, history: any Reader) async throws {
    let filled: FilledWorkbook
    do throws(WorkbookRefusal) { filled = try FilledWorkbook(file) } catch { throw Self.invalid(error.message) }
    try Self.check(filled.origin, against: loaded)
    try await Self.check(filled.origin, isPartOf: loaded.record.id, history)
    guard filled.cells.count <= Self.mostRows else {
      throw Self.invalid("工作簿改动了 \(filled.cells.count) 个单元格，一次最多导入 \(Self.mostRows) 个。")
    }
    self.init(
      filled.cells.map {
        Candidate(place: $0.place, target: $0.target, exported: $0.exported, text: $0.text, names: $0.names)
      }, remarks: filled.remarks, of: loaded)
  }

  /// What still differs from the filing as it is now.
  public init(_ candidates: [Candidate], remarks: [FilledWorkbook.Remark] = [], of loaded: LoadedFiling) {
    self.remarks = remarks
    let names = CellNames(loaded.calculation)
    let shown = candidates.map { loaded.shown(at: $0.target, names, known: $0.names) }
    let entries = zip(candidates, shown).map { candidate, current in
      ImportWorkbook.Entry(target: candidate.target, text: candidate.text, was: current, names: candidate.names)
    }
    let edits = WorkbookEdits(entries, in: loaded.filing)
    let outcome = loaded.filing.applying(edits.edits, to: loaded.calculation)
    let problems = Dictionary(
      outcome.problems.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
    let after = Calculation(outcome.filing, after: loaded.calculation)
    for (candidate, current) in zip(candidates, shown) where candidate.text != current {
      let address = edits.addresses[candidate.target]
      let message = address.flatMap { problems[$0.description] } ?? problems[candidate.target.sheet]
      rows.append(
        Row(
          place: candidate.place, target: candidate.target,
          name: address.flatMap { after.name(of: $0) } ?? candidate.target.description, current: current,
          exported: candidate.exported, text: candidate.text, names: candidate.names,
          problem: message ?? Self.goneMessage(address, in: after)))
    }
  }

  /// The cells to write where each can be taken and none was changed meanwhile.
  public var entries: [ImportWorkbook.Entry] {
    rows.filter { $0.problem == nil && !$0.isConflict }.map(\.entry)
  }

  private static func goneMessage(_ address: CellAddress?, in calculation: Calculation) -> String? {
    guard let address, calculation.definition(at: address) == nil, calculation.filing.section(at: address) == nil else {
      return nil
    }
    return "系统中已没有这一格，可能所在的行或项目已被删除。"
  }

  private static func check(_ origin: WorkbookOrigin, against loaded: LoadedFiling) throws {
    let filing = loaded.filing
    guard origin.unit == filing.unit.code else {
      throw invalid("这是\(origin.unitName)（\(origin.unit)）的工作簿，不能导入\(filing.unit.name)的自评。")
    }
    guard origin.year == filing.year else {
      throw invalid("这是 \(origin.year) 年度的工作簿，不能导入 \(filing.year) 年度的自评。")
    }
    guard origin.policies == WorkbookOrigin.policies(of: filing) else {
      throw invalid("工作簿所依据的制度与现在的不同，表格可能已有变化。请重新导出后再填写。")
    }
    guard origin.version <= loaded.record.version else {
      throw invalid("工作簿比系统中的自评还新，可能来自另一套数据。请重新导出后再填写。")
    }
  }

  /// Two databases may hold filings of the same unit and year; the hash at that version tells them apart.
  private static func check(_ origin: WorkbookOrigin, isPartOf filing: Int64, _ reader: any Reader) async throws {
    guard origin.version > 0 else { return }
    let entry = try await reader.read { try $0.first(.history(of: filing, at: origin.version)) }
    guard entry?.chain == origin.chain else {
      throw invalid("工作簿不是从系统中这份自评导出的，可能来自另一套数据。请重新导出后再填写。")
    }
  }

  private static func invalid(_ message: String) -> Invalid { Invalid([FieldProblem("file", message)]) }
}

extension WorkbookPreview.Row {
  /// To write it over what stands in the filing now, also where that is a conflict.
  public var entry: ImportWorkbook.Entry {
    ImportWorkbook.Entry(target: target, text: text, was: current, names: names)
  }
}

extension LoadedFiling {
  /// What stands in a cell now; a report's text with its cells by their names.
  fileprivate func shown(
    at target: WorkbookTarget, _ names: CellNames, known: [String: CellAddress]
  ) -> String {
    guard case .cell(let address) = target else { return "" }
    let text = filing.entry(at: address)?.text ?? ""
    guard filing.section(at: address) != nil else { return text }
    return names.named(BoundText(text), known: known).text
  }
}

extension Calculation {
  /// What a cell is called on the forms and in the reports.
  fileprivate func name(of address: CellAddress) -> String? {
    if let section = filing.section(at: address) { return filing.placeholders.filled(into: section.heading) }
    return definition(at: address)?.caption
  }
}
