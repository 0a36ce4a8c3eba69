import Evaluation
import Store

/// Puts the budget system's values into a filing, adding the lines and projects they name.
enum BudgetPlacement {
  static func placing(_ values: [BudgetValue], in filing: Filing) -> EditOutcome {
    var outcome = filing.applying([])
    for value in values {
      guard let path = BudgetPath(value.place) else {
        outcome.problems.append(FieldProblem(value.place, "位置无法识别。"))
        continue
      }
      var edits: [Edit] = []
      guard let cell = path.cell(in: &outcome, naming: &edits) else {
        outcome.problems.append(FieldProblem(value.place, "表中没有这个位置。"))
        continue
      }
      let next = outcome.filing.applying(edits + [.sync(cell, text: value.text)])
      outcome.filing = next.filing
      outcome.changes += next.changes
      outcome.problems += next.problems
    }
    return outcome
  }
}

/// Where a value of the budget system belongs: "base/reception/budget", "base/specialFunds[农贸市场改造]/final",
/// "project[农贸市场改造]/fiscal/initial", "self/quantity[新签约项目]/target".
public struct BudgetPath: Hashable, Sendable {
  /// The sheet's id; of a project, "project".
  public let sheet: String
  /// The project that the sheet is of, by its name.
  public let project: String?
  /// Of the form, or that under which the added line stands.
  public let row: String
  /// The added line under the row, by its name.
  public let line: String?
  /// Of the form.
  public let column: String

  /// nil for a text that is no such path.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let (sheet, project) = Self.named(parts[0]), let (row, line) = Self.named(parts[1]),
      CellAddress(sheet, row, parts[2]).isSpellable
    else { return nil }
    self.sheet = sheet
    self.project = project
    self.row = row
    self.line = line
    column = parts[2]
  }

  /// "specialFunds[农贸市场改造]" → the two names.
  private static func named(_ part: String) -> (String, String?)? {
    guard let open = part.firstIndex(of: "[") else { return (part, nil) }
    guard part.last == "]" else { return nil }
    let name = part[part.index(after: open)...].dropLast().trimming
    return name.isEmpty ? nil : (String(part[..<open]), name)
  }

  /// The cell's address, after adding what is missing; nil where the form has no such place.
  func cell(in outcome: inout EditOutcome, naming edits: inout [Edit]) -> CellAddress? {
    var sheetID = sheet
    if let project {
      guard let id = Self.project(named: project, in: &outcome) else { return nil }
      sheetID = id
    }
    guard let line else { return CellAddress(sheetID, row, column) }
    guard let known = outcome.filing.sheet(sheetID) else { return nil }
    if let id = known.lines(under: row).first(where: { known.entries[CellKey($0.id, "name")]?.text == line })?.id {
      return CellAddress(sheetID, id, column)
    }
    let next = outcome.filing.applying([.addLine(sheet: sheetID, under: row)])
    guard let change = next.changes.first else { return nil }
    outcome.filing = next.filing
    outcome.changes += next.changes
    edits.append(.sync(CellAddress(sheetID, change.after, "name"), text: line))
    return CellAddress(sheetID, change.after, column)
  }

  private static func project(named name: String, in outcome: inout EditOutcome) -> String? {
    let key = CellKey("project", "name")
    if let sheet = outcome.filing.sheets.first(where: { $0.entries[key]?.text == name }) { return sheet.id }
    let next = outcome.filing.applying([.addProject])
    guard let sheet = next.changes.first?.place else { return nil }
    let named = next.filing.applying([.sync(CellAddress(sheet, key.row, key.column), text: name)])
    outcome.filing = named.filing
    outcome.changes += next.changes + named.changes
    return sheet
  }
}

extension CellAddress {
  fileprivate var isSpellable: Bool { CellAddress(description) == self }
}

extension StringProtocol {
  /// Without blanks at the ends.
  var trimming: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
