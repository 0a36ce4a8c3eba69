import Audit
import Database
import Evaluation
import JSON
import Operations
import Rules
import Store

/// What a save answers: everything that shows something else than before.
extension SaveCells {
  /// What a cell shows since the save.
  struct Shown {
    var text: String?
    var proposal: String?
    /// Only for a cell that lines can take over.
    var isComputed: Bool?
    /// Only for a report's section: what its text names.
    private var names: [JSONValue]?

    init() {}

    var isEmpty: Bool { text == nil && proposal == nil && isComputed == nil && names == nil }

    init(_ section: NamedText, in calculation: Calculation) {
      text = section.text
      names = section.cells.sorted { $0.key < $1.key }.map { name, cell in
        let value = calculation.spokenText(at: cell) ?? ""
        return ["name": .string(name), "cell": .string(cell.description), "value": .string(value)]
      }
    }

    var json: JSONValue {
      var members: [JSONValue.Member] = []
      if let text { members.append(.init("text", .string(text))) }
      if let proposal { members.append(.init("proposal", .string(proposal))) }
      if let isComputed { members.append(.init("computed", .bool(isComputed))) }
      if let names { members.append(.init("names", .array(names))) }
      return .object(members)
    }
  }

  /// Every cell that shows something else than before.
  static func shown(_ outcome: EditFiling.Outcome, _ known: KnownNames) -> [(cell: CellAddress, shown: Shown)] {
    let (before, after) = (outcome.before.calculation, outcome.after.calculation)
    var cells: [(cell: CellAddress, shown: Shown)] = []
    cells.reserveCapacity(2 * outcome.changes.count)
    for sheet in after.sheets {
      let earlier = before.sheet(sheet.layout.sheet.id)
      // Every cell of the very same sheet shows what it showed.
      guard earlier !== sheet else { continue }
      let hasSameCells = earlier.map { sheet.layout.hasSameCells(as: $0.layout) } ?? false
      for (place, definition) in sheet.layout.cells.enumerated() {
        let address = definition.address
        let placeBefore = hasSameCells ? place : earlier?.layout.position(of: address.row, address.column)
        var shown = Shown()
        let text = sheet.text(at: place)
        if text != placeBefore.flatMap({ earlier?.text(at: $0) }) ?? "" { shown.text = text }
        if definition.source.dependsOnLines {
          let isComputed = sheet.isComputed(at: place)
          if isComputed != placeBefore.flatMap({ earlier?.isComputed(at: $0) }) ?? false {
            shown.isComputed = isComputed
          }
        }
        switch definition.source {
        case .scored, .proposed:
          let words = ProposalWords.words(for: address, in: after)
          if words != ProposalWords.words(for: address, in: before) {
            shown.proposal = words
          }
        default: break
        }
        if !shown.isEmpty { cells.append((address, shown)) }
      }
    }
    // What was typed into a report stands on no form.
    let sections = Set(outcome.changes.lazy.filter { $0.kind == .text }.compactMap { CellAddress($0.place) })
      .filter { after.filing.section(at: $0) != nil }
    if !sections.isEmpty {
      let names = CellNames(after)
      for section in sections {
        let text = BoundText(after.filing.entry(at: section)?.text ?? "")
        cells.append((section, Shown(names.named(text, known: known[section] ?? [:]), in: after)))
      }
    }
    return cells
  }

  /// Cells where what was typed means what stands there already, in another spelling: 12万元 over 12.
  static func respelled(_ edits: [Edit], _ outcome: EditFiling.Outcome) -> [(cell: CellAddress, shown: Shown)] {
    let (filing, problems, conflicts) = (outcome.after.filing, outcome.problems, outcome.conflicts)
    return edits.compactMap { edit in
      guard case .write(let cell, let typed, _) = edit, outcome.before.filing.entry(at: cell) == filing.entry(at: cell),
        let kept = filing.entry(at: cell)?.text, kept != typed.text, filing.section(at: cell) == nil,
        !problems.contains(where: { $0.field == cell.description }), !conflicts.contains(where: { $0.cell == cell })
      else { return nil }
      var shown = Shown()
      shown.text = outcome.after.calculation.text(at: cell)
      return (cell, shown)
    }
  }

  func conflicts(_ outcome: EditFiling.Outcome, _ known: KnownNames) async throws -> [JSONValue] {
    guard !outcome.conflicts.isEmpty else { return [] }
    let id = outcome.after.record.id
    let (history, people) = try await site.engine.read { database in
      let history = try database.ask(.history(of: id))
      return (history, try WriterNames(of: history, in: database))
    }
    let names = CellNames(outcome.after.calculation)
    return outcome.conflicts.map { conflict in
      let isSection = outcome.after.filing.section(at: conflict.cell) != nil
      let theirs = names.named(BoundText(conflict.theirs), known: known[conflict.cell] ?? [:]).text
      let entry = history.last { entry in
        guard case .edit(let changes) = entry.detail else { return false }
        return changes.contains { $0.place == conflict.cell.description }
      }
      return [
        "cell": .string(conflict.cell.description), "theirs": .string(isSection ? theirs : conflict.theirs),
        "by": .string(entry.map(people.words) ?? ""),
        "at": .string(entry.map { Moment($0.at).clock } ?? ""),
      ]
    }
  }
}
