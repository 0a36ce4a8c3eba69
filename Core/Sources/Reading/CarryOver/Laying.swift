import Evaluation
import Text

/// Lays one filing over another: finds sheets, lines and cells that say the same, and makes room where there is none.
struct Laying {
  private(set) var items: [CarryOver.Item] = []
  private(set) var leftOut: [CarryOver.LeftOut] = []
  private(set) var preparations: [Edit] = []
  /// This filing with all that room.
  private(set) var room: Calculation
  private let source: Calculation
  private let target: Calculation
  private let chosen: Set<CellAddress>?
  private let years: YearStep
  /// This filing with room for everything.
  private var draft: Filing
  /// Lines and projects that were added for the other filing's.
  private var added: Set<String> = []
  private var proposed: [(source: CellAddress, target: CellAddress, text: String)] = []

  init(_ source: Calculation, _ target: Calculation, _ chosen: Set<CellAddress>?) {
    (self.source, self.target, self.chosen) = (source, target, chosen)
    years = YearStep(from: source.filing.year, to: target.filing.year)
    (draft, room) = (target.filing, target)
  }

  mutating func lay() {
    for layout in source.layouts where takesAny(of: layout.sheet) { lay(layout) }
    for sheet in source.filing.sheets {
      guard case .report(_, let outline)? = source.filing.policies.definition(of: sheet) else { continue }
      lay(sheet, outline)
    }
    finish()
  }

  // MARK: Forms

  private mutating func lay(_ layout: Calculation.SheetLayout) {
    guard let sheet = counterpart(of: layout) else {
      for definition in layout.definitions { leave(definition, .noCell) }
      return
    }
    adoptTree(of: layout, on: sheet)
    guard let other = Calculation(draft, after: target).layout(of: sheet) else { return }
    let forms = LaidForms(layout, of: source.filing.year, other, of: target.filing.year)
    let lines = pairLines(of: layout, on: sheet, forms)
    let under = Dictionary(layout.sheet.rows.map { ($0.id, $0.under) }, uniquingKeysWith: { first, _ in first })
    for definition in layout.definitions where isWanted(definition.address) {
      let address = definition.address
      guard !isComputed(definition), !text(of: definition).isEmpty else { continue }
      guard keeps(definition, under: under[address.row], forms) else {
        leave(definition, .ofEarlierYear)
        continue
      }
      if let parent = under[address.row] {
        guard let line = lines[address.row], let column = forms.column(address.column, under: parent) else {
          leave(definition, years.isStep && forms.isDated(address.column, under: parent) ? .ofEarlierYear : .noCell)
          continue
        }
        propose(definition, at: CellAddress(sheet, line, column))
      } else if let key = forms.cell(address.key) {
        propose(definition, at: CellAddress(sheet, key.row, key.column))
      } else {
        leave(definition, years.isStep && forms.isDated(address.column, under: address.row) ? .ofEarlierYear : .noCell)
      }
    }
  }

  /// The sheet of this filing that a form goes to: the project's of the same name, or a new one.
  private mutating func counterpart(of layout: Calculation.SheetLayout) -> String? {
    let candidates = target.layouts.filter { $0.form.kind == layout.form.kind }
    guard layout.form.kind == .projectEvaluation else {
      return (candidates.first { $0.form.id == layout.form.id } ?? candidates.first)?.sheet.id
    }
    let name = projectName(source, layout.sheet.id)
    if !name.isEmpty, let same = candidates.first(where: { projectName(target, $0.sheet.id) == name }) {
      return same.sheet.id
    }
    let before = Set(draft.sheets.map(\.id))
    guard prepare(.addProject), let sheet = draft.sheets.first(where: { !before.contains($0.id) }) else { return nil }
    added.insert(sheet.id)
    return sheet.id
  }

  private func projectName(_ calculation: Calculation, _ sheet: String) -> LabelKey {
    LabelKey(calculation.text(at: CellAddress(sheet, "project", "name")))
  }

  /// The tree of the other filing, and what it left out, as long as nothing is filled in here.
  private mutating func adoptTree(of layout: Calculation.SheetLayout, on sheet: String) {
    guard let current = draft.sheet(sheet),
      let other = target.layout(of: sheet) ?? Calculation(draft).layout(of: sheet),
      let tree = layout.policy.tree(layout.sheet.tree), current.removedNodes.isEmpty,
      !current.rows.contains(where: { other.policy.tree(current.tree)?.node($0.under) != nil }),
      let wanted = other.policy.trees.first(where: { $0.id == tree.id })
    else { return }
    if other.policy.tree(current.tree)?.id != wanted.id { _ = prepare(.chooseTree(sheet: sheet, tree: wanted.id)) }
    for node in layout.sheet.removedNodes.sorted() where wanted.node(node)?.isRemovable == true {
      _ = prepare(.removeNode(sheet: sheet, node: node))
    }
  }

  /// The lines of this filing by those of the other: with the same name under the same row, or new.
  private mutating func pairLines(
    of layout: Calculation.SheetLayout, on sheet: String, _ forms: LaidForms
  ) -> [String: String] {
    var pairs: [String: String] = [:]
    var taken: Set<String> = []
    for line in layout.sheet.rows where takesAny(of: layout, line) {
      guard let under = forms.place(under: line.under), let theirs = draft.sheet(sheet) else { continue }
      let name = LabelKey(layout.sheet.entries[CellKey(line.id, "name")]?.text ?? "")
      let same = theirs.lines(under: under).first { candidate in
        !taken.contains(candidate.id) && LabelKey(theirs.entries[CellKey(candidate.id, "name")]?.text ?? "") == name
      }
      if let same, !name.isEmpty {
        pairs[line.id] = same.id
      } else {
        let id = theirs.nextRowID
        if theirs.removedNodes.contains(under) { _ = prepare(.restoreNode(sheet: sheet, node: under)) }
        guard prepare(.addLine(sheet: sheet, under: under)) else { continue }
        added.insert("\(sheet)/\(id)")
        pairs[line.id] = id
      }
      if let id = pairs[line.id] { taken.insert(id) }
    }
    return pairs
  }

  /// Whether a cell's text is still true, or a good beginning, in the year of this filing.
  private func keeps(_ definition: CellDefinition, under parent: String?, _ forms: LaidForms) -> Bool {
    guard years.isStep else { return true }
    let (row, column) = (definition.address.row, definition.address.column)
    if let parent, forms.isOfIndicators(parent) {
      return switch IndicatorColumn(rawValue: column) {
      case .name, .target, .points, .sign, .unit, .goal: true
      case .actual, .score, .reason, nil: false
      }
    }
    return definition.kind.takesWords || definition.kind == .choice || forms.isDated(column, under: parent ?? row)
  }

  // MARK: Reports

  private mutating func lay(_ sheet: Sheet, _ outline: ReportOutline) {
    let theirs = target.filing.sheets.compactMap { sheet -> (Sheet, ReportOutline)? in
      guard case .report(_, let outline)? = target.filing.policies.definition(of: sheet) else { return nil }
      return (sheet, outline)
    }
    let pair = theirs.first { $0.1.id == outline.id } ?? (theirs.count == 1 ? theirs.first : nil)
    for section in outline.sections {
      let address = CellAddress(sheet.id, section.id, "text")
      guard isWanted(address), let text = sheet.entries[address.key]?.text, !text.isEmpty else { continue }
      let key = LabelKey(section.heading)
      let partner = pair.flatMap { _, other in
        other.sections.first { $0.id == section.id && LabelKey($0.heading).matches(key) }
          ?? other.sections.first { LabelKey($0.heading).matches(key) }
      }
      if let pair, let partner {
        proposed.append((address, CellAddress(pair.0.id, partner.id, "text"), text))
      } else {
        leftOut.append(CarryOver.LeftOut(source: address, caption: section.heading, text: text, reason: .noCell))
      }
    }
  }

  // MARK: Results

  /// Every proposal as it stands in this filing with all the room made. Bindings lead to where their cells went.
  private mutating func finish() {
    nameLines()
    room = Calculation(draft, after: target)
    let starters = Set(target.filing.reportStarters)
    let moved = Dictionary(
      proposed.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
    let order = Self.order(of: room)
    for (source, address, text) in proposed.sorted(by: { (order[$0.target] ?? 0) < (order[$1.target] ?? 0) }) {
      let definition = room.definition(at: address)
      let section = draft.section(at: address)
      guard definition != nil || section != nil, !room.isComputed(at: address) else {
        let heading = self.source.filing.section(at: source)?.heading ?? ""
        leftOut.append(
          CarryOver.LeftOut(
            source: source, caption: self.source.definition(at: source)?.caption ?? heading, text: text,
            reason: definition == nil ? .noCell : .computed))
        continue
      }
      let kind = definition?.kind ?? .paragraph
      let now = target.filing.entry(at: address)?.text ?? ""
      let isStarter = section != nil && starters.contains(.set(address, text: now, was: nil))
      items.append(
        CarryOver.Item(
          source: source, target: address, caption: definition?.caption ?? section?.heading ?? "", kind: kind,
          current: isStarter ? "" : now, basis: now, text: ofThisYear(text, kind, moved),
          isOnNewLine: added.contains(address.sheet) || added.contains("\(address.sheet)/\(address.row)")))
    }
    let theirs = Self.order(of: source)
    leftOut.sort { (theirs[$0.source] ?? 0) < (theirs[$1.source] ?? 0) }
  }

  /// New lines and projects bear their names from the start, so that their cells are called by them.
  private mutating func nameLines() {
    for (_, address, text) in proposed where address.column == "name" {
      let isNew = added.contains(address.sheet) || added.contains("\(address.sheet)/\(address.row)")
      guard isNew, let index = draft.sheets.firstIndex(where: { $0.id == address.sheet }) else { continue }
      draft.sheets[index].entries[address.key] = Entry(years.shifted(text))
    }
  }

  private func ofThisYear(
    _ text: String, _ kind: CellKind, _ moved: [CellAddress: CellAddress]
  ) -> String {
    guard kind.takesWords else { return text }
    let bound = BoundText(text).pieces.map { piece -> String in
      switch piece {
      case .text(let plain): kind == .paragraph ? years.marked(plain) : years.shifted(plain)
      case .cell(let cell):
        // A figure that is worked out here too has the same address there.
        if let target = moved[cell] ?? (room.definition(at: cell) == nil ? nil : cell) {
          "{{\(target)}}"
        } else {
          years.marked(source.spokenText(at: cell) ?? "")
        }
      }
    }
    return bound.joined()
  }

  private static func order(of calculation: Calculation) -> [CellAddress: Int] {
    var order: [CellAddress: Int] = [:]
    for sheet in calculation.filing.sheets {
      for definition in calculation.layout(of: sheet.id)?.definitions ?? [] { order[definition.address] = order.count }
      if case .report(_, let outline)? = calculation.filing.policies.definition(of: sheet) {
        for section in outline.sections { order[CellAddress(sheet.id, section.id, "text")] = order.count }
      }
    }
    return order
  }

  // MARK: One cell

  private func isComputed(_ definition: CellDefinition) -> Bool {
    if case .computed = definition.source { return true }
    return source.mode == .computing && source.isComputed(at: definition.address)
  }
  private func text(of definition: CellDefinition) -> String {
    source.filing.entry(at: definition.address)?.text ?? ""
  }
  private mutating func propose(_ definition: CellDefinition, at address: CellAddress) {
    proposed.append((definition.address, address, text(of: definition)))
  }
  private mutating func leave(_ definition: CellDefinition, _ reason: CarryOver.Reason) {
    guard !isComputed(definition), isWanted(definition.address), !text(of: definition).isEmpty else { return }
    leftOut.append(
      CarryOver.LeftOut(
        source: definition.address, caption: definition.caption, text: text(of: definition), reason: reason))
  }

  private func isWanted(_ address: CellAddress) -> Bool { chosen?.contains(address) ?? true }
  private func takesAny(of sheet: Sheet) -> Bool {
    chosen == nil || sheet.entries.keys.contains { isWanted(CellAddress(sheet.id, $0.row, $0.column)) }
  }
  private func takesAny(of layout: Calculation.SheetLayout, _ line: AddedRow) -> Bool {
    layout.sheet.entries.contains {
      $0.key.row == line.id && isWanted(CellAddress(layout.sheet.id, line.id, $0.key.column))
    }
  }

  /// Whether the edit changed anything.
  private mutating func prepare(_ edit: Edit) -> Bool {
    let outcome = draft.applying([edit])
    guard !outcome.changes.isEmpty else { return false }
    draft = outcome.filing
    preparations.append(edit)
    return true
  }
}
