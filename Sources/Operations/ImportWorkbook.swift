public import Database
public import Evaluation
public import Paper
public import Store

/// Takes what a workbook brings over into a filing, all of it or nothing.
public struct ImportWorkbook: Sendable {
  private let write: OptimisticWrite

  public init(engine: any Engine, shelf: FilingShelf) { write = OptimisticWrite(engine: engine, shelf: shelf) }

  /// One cell to be written.
  public struct Entry: Sendable {
    /// A cell, or a column of a line to be added.
    public let target: WorkbookTarget
    /// What is to stand there, as the workbook has it.
    public let text: String
    /// What the person last saw in the filing's cell; empty for a line that is not there yet.
    public let was: String
    /// The cells that a report's text names.
    public let names: [String: CellAddress]
    public init(target: WorkbookTarget, text: String, was: String, names: [String: CellAddress] = [:]) {
      self.target = target
      self.text = text
      self.was = was
      self.names = names
    }
  }

  /// What came of an import.
  public enum Outcome: Sendable {
    case written(changes: Int, after: LoadedFiling)
    /// Something cannot be taken, or somebody changed it meanwhile: nothing was written.
    case refused
  }

  /// Checked like typing, written with one history entry. Throws `NotFound`, `Refused`, `Forbidden` or `DatabaseFault`.
  public func callAsFunction(
    _ entries: [Entry], in id: Int64, by person: Person, at seconds: Int64
  ) async throws -> Outcome {
    var isRefused = false
    var changes = 0
    let (_, after) = try await write(on: id) { before in
      try before.demandEditable(by: person)
      let edits = WorkbookEdits(entries, in: before.filing)
      let outcome = before.filing.applying(edits.edits, to: before.calculation)
      isRefused = !outcome.problems.isEmpty || !outcome.conflicts.isEmpty
      changes = outcome.changes.count
      guard !isRefused, !outcome.changes.isEmpty else { return nil }
      return before.step(to: outcome.filing, .edit(outcome.changes), by: person, at: seconds)
    }
    return isRefused ? .refused : .written(changes: changes, after: after)
  }
}

/// The edits that write a workbook's cells, with the lines that must be added for them.
struct WorkbookEdits {
  private(set) var edits: [Edit] = []
  /// Which cell each target becomes.
  private(set) var addresses: [WorkbookTarget: CellAddress] = [:]

  init(_ entries: [ImportWorkbook.Entry], in filing: Filing) {
    var next = Dictionary(
      filing.sheets.map { ($0.id, Int($0.nextRowID.dropFirst()) ?? 1) }, uniquingKeysWith: { first, _ in first })
    var lines: [Line: String] = [:]
    for entry in entries {
      guard case .newLine(let sheet, let under, let number, _) = entry.target else { continue }
      let line = Line(sheet: sheet, under: under, number: number)
      guard lines[line] == nil else { continue }
      // Lines are numbered on from the last: the edits are applied to this very filing.
      let row = next[sheet, default: 1]
      next[sheet] = row + 1
      lines[line] = "r\(row)"
      edits.append(.addLine(sheet: sheet, under: under))
    }
    for entry in entries {
      switch entry.target {
      case .cell(let address):
        addresses[entry.target] = address
        edits.append(.write(address, text: NamedText(entry.text, cells: entry.names), was: entry.was))
      case .newLine(let sheet, let under, let number, let column):
        let row = lines[Line(sheet: sheet, under: under, number: number)] ?? ""
        let address = CellAddress(sheet, row, column)
        addresses[entry.target] = address
        edits.append(.set(address, text: entry.text, was: ""))
      }
    }
  }

  private struct Line: Hashable {
    let sheet: String
    let under: String
    let number: Int
  }
}
